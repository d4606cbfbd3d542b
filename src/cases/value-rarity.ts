import type { CaseMessage } from './case-message.js';
import { chanceOfName, fitNameLaw } from './name-frequency.js';
import type { Unit } from './units.js';

/** P(two people agree on a value) at the least: orders, addresses and numbers are unique by nature, handles nearly. */
const LEAST_CHANCE = { order: 1e-7, email: 1e-7, phone: 1e-7, handle: 1e-6 } as const;
/** A value that more people show names none of them: the brand's own hotline, an order quoted by others. */
const COMMON = 2;

export type Identifier = keyof typeof LEAST_CHANCE | 'name';
/** P(another person agrees) on the rarest of the values that two units share. */
export type ChanceOfAgreement = (field: Identifier, a: readonly number[], b: readonly number[]) => number;

/** Bearers of each name by channel, where accounts are told apart: by account, or by chat. */
function bearers(
  messages: readonly CaseMessage[],
): ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<number>>> {
  const channels = new Map<string, Map<number, Set<number>>>();
  for (const { outbound, name, author, byName, channel } of messages) {
    if (outbound || name === 0 || author === 0 || byName) continue;
    let names = channels.get(channel);
    if (names === undefined) channels.set(channel, (names = new Map()));
    const known = names.get(name);
    if (known === undefined) names.set(name, new Set([author]));
    else known.add(author);
  }
  return channels;
}

/**
 * How likely another person shows the same value, from the corpus itself: names by the law they follow there and by how many already
 * bear them, other identifiers by how many people show the value. `parts`: how many such parts make up the corpus.
 */
export function rarityOf(
  messages: readonly CaseMessage[],
  units: readonly Unit[],
  parts: number,
): ChanceOfAgreement {
  const law = fitNameLaw(
    [...bearers(messages).values()].map((names) => [...names.values()].map(({ size }) => size)),
  );
  const accountsOfName = new Map<number, Set<number>>();
  const everybody = new Set<number>();
  for (const { outbound, name, author } of messages) {
    if (outbound || name === 0) continue;
    const account = author === 0 ? name : author;
    everybody.add(account);
    const known = accountsOfName.get(name);
    if (known === undefined) accountsOfName.set(name, new Set([account]));
    else known.add(account);
  }
  const counts = new Map<number, number>();
  for (const unit of units)
    for (const list of [unit.orders, unit.emails, unit.phones, unit.handles])
      for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  const others = Math.max(1, everybody.size * parts - 1);
  return (field, a, b) => {
    let chance = 1;
    for (const value of a) {
      if (!b.includes(value)) continue;
      if (field === 'name') {
        // All who bear it but the second of the pair.
        chance = Math.min(chance, chanceOfName((accountsOfName.get(value)?.size ?? 1) - 1, others, law));
      } else {
        const shown = counts.get(value) ?? 1;
        const frequency = shown > COMMON * 3 ? shown / (units.length * parts) : 0;
        chance = Math.min(chance, Math.max(LEAST_CHANCE[field], frequency));
      }
    }
    return chance;
  };
}
