import type { Draw } from '../draw.js';
import { type Person, type WritingManner, slug } from '../people.js';
import { worldTexts } from './world-texts.js';
import { tally } from '../../util/grouped.js';

const REGISTERS: Readonly<Partial<Record<WritingManner, number>>> = { polite: 0.34, plain: 0.44, sms: 0.22 };

/** Draws a rank with probability ∝ 1 / (rank + 3): French names fall off like that. */
function byRank<T>(items: readonly T[]): (draw: Draw) => T {
  let total = 0;
  const sums = items.map((_, i) => (total += 1 / (i + 3)));
  return (draw) => {
    const at = draw.uniform() * total;
    return items[sums.findIndex((sum) => sum > at)] ?? (items[items.length - 1] as T);
  };
}

interface Name {
  readonly first: string;
  readonly last: string;
  readonly feminine: boolean;
}

/** Draws names of which a share has a frequent last name, the others a rare one. */
function nameDrawer(): (draw: Draw, common: number) => Name {
  const { women, men, surnames, syllables } = worldTexts().names;
  const [woman, man, surname] = [byRank(women), byRank(men), byRank(surnames)];
  return (draw, common) => {
    const feminine = draw.chance(0.55);
    const first = (feminine ? woman : man)(draw);
    if (draw.chance(common)) return { first, last: surname(draw), feminine };
    const word = draw.pick(syllables.begin) + draw.pick(syllables.middle) + draw.pick(syllables.end);
    return { first, last: (word[0] ?? '').toUpperCase() + word.slice(1), feminine };
  };
}

/** Share of people in a crowd who bear the full name of somebody else. */
function sharers(names: readonly Name[]): number {
  const count = tally(names.map(({ first, last }) => `${first} ${last}`));
  return [...count.values()].reduce((sum, n) => sum + (n > 1 ? n : 0), 0) / names.length;
}

/** What a person shows in public when they do not want to be known. */
export interface Alias {
  readonly name: string;
  readonly handle: string;
}

export interface Crowd {
  person(): Person;
  alias(): Alias;
  /** People drawn so far. */
  readonly people: readonly Person[];
}

/** The share of frequent last names under which a crowd of a size has the share of namesakes asked for, by bisection. */
function commonFor(
  draw: Draw,
  drawName: ReturnType<typeof nameDrawer>,
  namesakes: number,
  size: number,
): number {
  let low = 0,
    high = 1;
  for (let i = 0; i < 10; i++) {
    const common = (low + high) / 2,
      crowd = draw.fork('crowd');
    if (sharers(Array.from({ length: size }, () => drawName(crowd, common))) < namesakes) low = common;
    else high = common;
  }
  return (low + high) / 2;
}

/** A crowd of fictitious people: reserved phone ranges and mail domains, handles too long to exist, names that repeat. */
export function createCrowd(draw: Draw, namesakes: number, size: number): Crowd {
  const drawName = nameDrawer();
  const common = commonFor(draw.fork('names'), drawName, namesakes, size);
  const people: Person[] = [];
  const { cities, aliases } = worldTexts().names;
  let aliasCount = 0;
  return {
    people,
    person() {
      const id = people.length;
      const { first, last, feminine } = drawName(draw, common);
      const number = String(id).padStart(5, '0'),
        phone = String(id % 10_000).padStart(4, '0');
      const stem = draw.pick([
        `${slug(first)}_${slug(last)}`,
        `${slug(last)}${slug(first).slice(0, 2)}`,
        slug(draw.pick(aliases)),
      ]);
      const person: Person = {
        id,
        firstName: first,
        lastName: last,
        feminine,
        name: `${first} ${last}`,
        handle: `${stem.slice(0, 12)}_${number}`.padEnd(16, 'q'),
        email: `${draw.pick([`${slug(first)}.${slug(last)}`, slug(last), `${slug(first)[0]}${slug(last)}`])}${id}@${draw.pick(['courriel.example', 'boite.example', 'postale.example'])}`,
        phone: `+33 ${['6 39 98', '1 99 00', '2 61 91', '3 53 01'][Math.floor(id / 10_000) % 4]} ${phone.slice(0, 2)} ${phone.slice(2)}`,
        city: draw.pick(cities),
        register: draw.weighted(REGISTERS),
      };
      people.push(person);
      return person;
    },
    alias() {
      const word = draw.pick(aliases);
      const number = String(++aliasCount).padStart(4, '0');
      return {
        name: draw.chance(0.5) ? word : `${word} ${draw.between(1, 95)}`,
        handle: `${slug(word).slice(0, 11)}_x${number}`.padEnd(16, 'w'),
      };
    },
  };
}
