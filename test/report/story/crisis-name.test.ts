import { describe, expect, it } from 'vitest';
import { crisisName } from '../../../src/report/story/crisis-name.js';
import type { Row, Telling } from '../../../src/report/story/reading.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain } from '../written.js';

const words = wordsOf('fr', 'Europe/Paris');
const telling: Telling = { metrics: new Map(), words, zone: 'Europe/Paris', brand: 'A', quoted: new Set() };
const DRIVER = 'checkout';
const subject = words.label('driver', DRIVER);
const name = (row: Row, ...texts: readonly (readonly [role: string, text: string])[]): string =>
  plain(
    crisisName(
      row,
      texts.map(([role, text]) => ({ role, text })),
      telling,
    ),
  );

describe('the name of a crisis', () => {
  it('is its subject and the words of those who write', () => {
    expect(name({ drivers: [DRIVER] }, ['name', 'gourdes pomme-fraise'])).toBe(
      plain(`${subject}, « gourdes pomme-fraise »`),
    );
  });

  it('does not say the subject twice, in the plural either: the product instead, where there is one', () => {
    const said = `${(subject.split(' ').at(-1) ?? '').toLowerCase()}s`;
    expect(name({ drivers: [DRIVER] }, ['name', said])).toBe(plain(subject));
    expect(name({ drivers: [DRIVER], product: 'Yaourt' }, ['name', said])).toBe(
      plain(`${subject}, « Yaourt »`),
    );
  });

  it('says the brand of another', () => {
    const of = (brand: string): string => name({ drivers: [DRIVER], brand }, ['name', 'lot suspect']);
    expect(of('a')).toBe(plain(`${subject}, « lot suspect »`));
    expect(of('B')).toBe(plain(`${subject}, « lot suspect » (B)`));
  });

  it('is the headline where the press alone made it, the words of customers otherwise', () => {
    const texts = [
      ['name', 'lot suspect'],
      ['headline', 'Rappel de yaourts'],
    ] as const;
    expect(name({ kind: 'reported' }, ...texts)).toBe('« Rappel de yaourts »');
    expect(name({ kind: 'reported', drivers: [DRIVER] }, ...texts)).toBe('« Rappel de yaourts »');
    expect(name({ kind: 'burst' }, ...texts)).toBe('« lot suspect »');
    expect(name({ kind: 'burst' }, ['headline', 'Rappel de yaourts'])).toBe('« Rappel de yaourts »');
    // beside a subject its first clause is enough
    const of = (headline: string): string =>
      name({ kind: 'burst', drivers: [DRIVER] }, ['headline', headline]);
    expect(of('Rappel de yaourts : que faire ?')).toBe(plain(`${subject}, « Rappel de yaourts »`));
    expect(of('A : des yaourts rappelés')).toBe(plain(`${subject}, « des yaourts rappelés »`));
  });

  it('has the product, else the place, where it is a single word that names neither', () => {
    const called = (word: string, row: Row): string => name({ drivers: [DRIVER], ...row }, ['name', word]);
    expect(called('vigile', { place: 'Nîmes' })).toBe(plain(`${subject}, « vigile » (Nîmes)`));
    expect(called('lot', { product: 'boudin blanc', place: 'Nîmes' })).toBe(
      plain(`${subject}, « lot » (boudin blanc)`),
    );
    expect(called('boudin', { product: 'boudin blanc', place: 'Nîmes' })).toBe(
      plain(`${subject}, « boudin »`),
    );
    expect(called('lot suspect', { place: 'Nîmes' })).toBe(plain(`${subject}, « lot suspect »`));
    expect(name({ drivers: [DRIVER], place: 'Nîmes' })).toBe(plain(`${subject} (Nîmes)`));
  });

  it('is plain where nothing is known', () => {
    expect(name({})).toBe('Mouvement public');
  });
});
