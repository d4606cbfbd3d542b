import { describe, expect, it } from 'vitest';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { namesakesOf, type Namesakes } from '../../../src/cases/pairs/namesakes.js';
import { caseMessage } from '../case-messages.js';

type Fields = Partial<CaseMessage>;
const of = (fields: readonly Fields[]): Namesakes =>
  namesakesOf(
    fields.map((one, row) => caseMessage({ row, thread: 100 + row, author: 10_000 + row, ...one })),
    1,
  );

describe('namesakesOf', () => {
  it('takes a name of common parts for commoner than one of rare parts, though each is met in two accounts', () => {
    // ten first names and twenty last names make two hundred names, each once; the last of them again, and a name of its own parts twice
    const crowd = Array.from({ length: 201 }, (_, at) => Math.min(at, 199)).map((at) => ({
      name: 1000 + at,
      firstName: 1 + (at % 10),
      lastName: 100 + Math.floor(at / 10),
    }));
    const rare = { name: 7, firstName: 50, lastName: 500 };
    const { name } = of([...crowd, rare, rare]);
    // one in ten, one in twenty: 0.005 of all; the one known bearer beside: (1 + 1) / (200 + 202)
    expect(name(1199)).toBeGreaterThan(0.004);
    expect(name(1199)).toBeLessThan(0.006);
    expect(name(7)).toBeLessThan(2 / (203 ** 2 + 202));
  });

  it('does not take names told in private for common because many in public call themselves the same', () => {
    const people = Array.from({ length: 40 }, (_, at) => ({
      name: 100 + at,
      firstName: 1 + (at % 10),
      lastName: 100 + at,
    }));
    const hidden = Array.from({ length: 40 }, (_, at) => ({
      stage: PUBLIC,
      channel: 'x-post',
      name: 900 + (at % 4),
      firstName: 50 + (at % 4),
      lastName: 500 + (at % 4),
    }));
    const apart = of([...people, ...hidden]);
    expect(apart.privateName(100)).toBeLessThan(apart.name(100) / 2);
    // hardly rarer for the crowd, as nobody of it bears the name
    expect(apart.privateName(100) / of(people).privateName(100)).toBeCloseTo(1, 0);
    // too few told in private: all are asked
    const few = of([...people.slice(0, 20), ...hidden]);
    expect(few.privateName(100)).toBe(few.name(100));
  });

  it('counts a person once who shows one address in two places, and namesakes of two addresses as two', () => {
    const others = Array.from({ length: 60 }, (_, at) => ({ name: 100 + at, email: 900 + at }));
    const mine = { name: 7, email: 5 };
    const once = of([...others, mine, { ...mine, channel: 'd' }, { ...mine, channel: 'e' }]).name(7);
    const thrice = of([...others, mine, { name: 7, email: 6 }, { name: 7, email: 8 }]).name(7);
    expect(once).toBeLessThan(thrice);
    // a helpdesk that gives names alone gives all namesakes one author
    const byName = (email: number): Fields => ({ name: 7, author: 3, byName: true, email });
    expect(of([...others, byName(5), byName(6), byName(8)]).name(7)).toBeCloseTo(thrice, 10);
  });

  it('takes a handle that spells a name for as rare as those whose name it may be', () => {
    const people = Array.from({ length: 100 }, (_, at) => ({
      name: 100 + at,
      firstName: 1000 + at,
      lastName: at < 20 ? 50 : 2000 + at,
      initialLast: at < 20 ? 7 : 300 + at,
    }));
    const { spelling } = of(people);
    expect(spelling(7)).toBeGreaterThan(5 * spelling(399));
    // in full: as the name, times how often a handle spells it
    expect(spelling(150)).toBeCloseTo(of(people).name(150) / 2, 12);
  });

  it('takes a name cut short for as common as the part left whole, though few are seen to be cut so', () => {
    // twenty of a hundred share a first name, two by two with one letter; each other first name is one person's
    const people = Array.from({ length: 100 }, (_, at) => ({
      name: 100 + at,
      firstName: at < 20 ? 1 : 1000 + at,
      lastName: 2000 + at,
      firstInitial: at < 20 ? 500 + (at % 10) : 600 + at,
    }));
    const { shortName, spelling } = of(people);
    // who shows a name cut short shows nothing else; a handle spells one of two
    expect(shortName(500)).toBeCloseTo(spelling(500) / 0.5, 12);
    // one in five, of whom 10 of 190 pairs share the letter: a hundredth
    expect(spelling(500) / 0.5).toBeGreaterThan(0.009);
    expect(spelling(500)).toBeGreaterThan(3 * spelling(650));
  });
});
