import type { CaseMessage } from '../messages/case-message.js';
import { namesakesOf, type Namesakes } from './namesakes.js';
import type { Unit } from '../units/units.js';

/** P(two people agree on a value) at the least: orders, addresses and numbers are unique by nature, handles nearly. */
const LEAST_CHANCE = { order: 1e-7, email: 1e-7, phone: 1e-7, handle: 1e-6 } as const;
/** A value that more people show names none of them: the brand's own hotline, an order quoted by others. */
const COMMON = 2;

export type Identifier = keyof typeof LEAST_CHANCE | 'name' | 'shortName' | 'spelling';
/** P(another person agrees) on the rarest of the values that two units share; `inPrivate`: one of them is private. */
export type ChanceOfAgreement = (
  field: Identifier,
  a: readonly number[],
  b: readonly number[],
  inPrivate?: boolean,
) => number;

/**
 * How likely another person shows the same value, from the corpus itself: names by the law they follow there, by how many already
 * bear them and by their parts, other identifiers by how many people show the value. `parts`: how many such parts make up the corpus.
 */
export function rarityOf(
  messages: readonly CaseMessage[],
  units: readonly Unit[],
  parts: number,
): ChanceOfAgreement {
  let namesakes: Namesakes | undefined;
  const counts = new Map<number, number>();
  for (const unit of units)
    for (const list of [unit.orders, unit.emails, unit.phones, unit.handles])
      for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  return (field, a, b, inPrivate = false) => {
    let chance = 1;
    for (const value of a) {
      if (!b.includes(value)) continue;
      if (field === 'name' || field === 'shortName' || field === 'spelling')
        chance = Math.min(
          chance,
          (namesakes ??= namesakesOf(messages, parts))[field === 'name' && inPrivate ? 'privateName' : field](
            value,
          ),
        );
      else {
        const shown = counts.get(value) ?? 1;
        const frequency = shown > COMMON * 3 ? shown / (units.length * parts) : 0;
        chance = Math.min(chance, Math.max(LEAST_CHANCE[field], frequency));
      }
    }
    return chance;
  };
}
