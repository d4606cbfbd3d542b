import { describe, expect, it } from 'vitest';
import type { Text } from '../../../src/metrics/crisis/calm-texts.js';
import { partsByThing } from '../../../src/metrics/crisis/things.js';

const say = (n: number, drivers: string[], ...words: string[]): Text[] =>
  Array.from({ length: n }, (_, k) => ({ at: k, drivers, words: new Set([...words, `mot${k % 7}`]) }));

const later = (texts: readonly Text[], by: number): Text[] =>
  texts.map((text) => ({ ...text, at: text.at + by }));

/** Other times: each of four products said of three subjects in as many texts, each subject in its own words. */
const calm = ['fraicheur', 'prix', 'gout'].flatMap((driver) =>
  ['yaourt', 'pain', 'jambon', 'soupe'].flatMap((product) => say(10, [driver], product, `mots-${driver}`)),
);

const sizes = (parts: readonly number[]): number[] =>
  [...new Set(parts)].map((part) => parts.filter((one) => one === part).length);

describe('partsByThing', () => {
  it('parts one subject told of two products, and gives what names none to those around it', () => {
    const texts = [
      ...say(60, ['prix'], ':yaourt', 'mots-prix'),
      ...say(2, [], 'pareil'),
      ...say(40, ['prix'], ':pain', 'mots-prix'),
    ];
    expect(sizes(partsByThing(texts, calm))).toEqual([62, 40]);
  });

  it('parts two subjects of which one names a product that the other does not, at one time too', () => {
    const [named, other] = [
      say(30, ['prix'], 'yaourt', 'mots-prix', 'rappel'),
      say(12, ['fraicheur'], 'mots-fraicheur', 'frigo'),
    ];
    expect(sizes(partsByThing([...named, ...later(other, 20)], calm))).toEqual([30, 12]);
    expect(sizes(partsByThing([...named, ...other], calm))).toEqual([30, 12]);
    // what people tell of one recall: the product, and the text message that came late
    const aside = other.map((text) => ({ ...text, words: new Set([...text.words, 'rappel']) }));
    expect(new Set(partsByThing([...named, ...aside], calm)).size).toBe(1);
  });

  it('parts two subjects that name nothing, and gives what is read as of none where its words are said', () => {
    const texts = [
      ...say(30, ['prix'], 'mots-prix', 'ticket'),
      ...say(20, ['fraicheur'], 'mots-fraicheur', 'frigo'),
      ...say(6, [], 'ticket'),
      ...say(5, [], 'frigo'),
    ];
    expect(sizes(partsByThing(texts, calm))).toEqual([36, 25]);
  });

  it('takes a product that was read for a name, however often its subject says it', () => {
    const usual = calm.map((text) =>
      text.drivers.includes('prix') ? { ...text, words: new Set([...text.words, ':yaourt', ':pain']) } : text,
    );
    const texts = [
      ...say(40, ['prix'], ':yaourt', 'mots-prix'),
      ...later(say(30, ['prix'], ':pain', 'mots-prix'), 40),
    ];
    const other = [...usual, ...say(200, ['gout'], 'mots-gout')];
    expect(sizes(partsByThing(texts, other))).toEqual([40, 30]);
  });

  it('takes what is no product or place for another thing where the same is said of it, not where it is told in other words', () => {
    const told = (thing: string, said: string): Text[] =>
      say(40, ['prix'], thing).map((text, k) => ({
        ...text,
        words: new Set([...text.words, ...(k % 5 < 2 ? [said] : [])]),
      }));
    const sheetsOf = (thing: string, said: string): number =>
      new Set(partsByThing([...told(':yaourt', 'verre'), ...told(thing, said)], calm)).size;
    expect([sheetsOf('jambon', 'verre'), sheetsOf('jambon', 'malade')]).toEqual([2, 1]);
    expect(sheetsOf(':jambon', 'malade')).toBe(2);
  });

  it('takes a place and what names none for one cause where they come together on one subject, two places for two', () => {
    const sheetsOf = (word: string, other: string, subject = 'prix', by = 0): number =>
      new Set(
        partsByThing(
          [
            ...say(40, ['prix'], word, 'mots-prix'),
            ...later(say(30, [subject], other, `mots-${subject}`), by),
          ],
          calm,
        ),
      ).size;
    expect([sheetsOf(':yaourt', ':@Lille'), sheetsOf('yaourt', ':@Lille')]).toEqual([1, 1]);
    expect([sheetsOf(':@Metz', ':@Lille'), sheetsOf(':yaourt', ':pain')]).toEqual([2, 2]);
    expect([sheetsOf(':yaourt', ':@Lille', 'gout'), sheetsOf(':yaourt', ':@Lille', 'prix', 40)]).toEqual([
      2, 2,
    ]);
  });

  it('parts two products that no list knows, under a subject that is read for another too', () => {
    const texts = [
      ...say(40, ['prix'], 'yaourt', 'mots-prix'),
      ...say(20, ['gout'], 'yaourt', 'mots-gout'),
      ...say(15, ['prix'], 'pain', 'mots-prix'),
      ...say(6, [], 'pain'),
      ...say(5, ['gout'], 'pain', 'mots-gout'),
    ];
    expect(sizes(partsByThing(texts, calm))).toEqual([60, 26]);
  });

  it('leaves whole two subjects of which a fifth of the key words is in common, whatever their course', () => {
    const told = say(30, ['prix'], 'machine', 'mots-prix', 'caisse', 'queue');
    const besideOf = (...words: string[]): Text[] =>
      say(28, ['fraicheur'], 'mots-fraicheur', 'frigo', ...words);
    const sheetsOf = (...words: string[]): number =>
      new Set(partsByThing([...told, ...later(besideOf(...words), 2)], calm)).size;
    expect([sheetsOf('queue'), sheetsOf()]).toEqual([1, 2]);
  });

  it('leaves whole two subjects without key words, as where nothing is known of other times, unless one begins before the other', () => {
    const [told, other] = [
      say(60, ['prix'], 'machine', 'mots-prix'),
      say(56, ['fraicheur'], 'mots-fraicheur'),
    ];
    expect(sizes(partsByThing([...told, ...later(other, 15)], []))).toEqual([60, 56]);
    expect(new Set(partsByThing([...told, ...later(other, 2)], [])).size).toBe(1);
    expect(sizes(partsByThing([...told, ...later(other, 2)], calm))).toEqual([60, 56]);
  });

  it('parts them where a third of one says a word by which the other is known, as it does at all times', () => {
    const [told, other] = [
      say(60, ['prix'], 'machine', 'mots-prix'),
      say(56, ['fraicheur'], 'mots-fraicheur'),
    ];
    const machines = (texts: readonly Text[], subject: string): Text[] =>
      texts.map((text, at) =>
        text.drivers.includes(subject) && at % 3 === 0
          ? { ...text, words: new Set([...text.words, 'machine']) }
          : text,
      );
    const usual = [...machines(calm, 'fraicheur'), ...say(2, ['gout'], 'machine', 'mots-gout')];
    const alike = machines(later(other, 13), 'fraicheur');
    expect(sizes(partsByThing([...told, ...alike], usual))).toHaveLength(2);
  });

  it('takes no word for a thing that names nothing (« chez »)', () => {
    const some = (texts: readonly Text[], every: number): Text[] =>
      texts.map((text, at) =>
        at % every === 0 ? { ...text, words: new Set([...text.words, 'chez']) } : text,
      );
    const told = some(say(60, ['prix'], 'mots-prix', 'caisse', 'queue'), 2),
      other = some(say(56, ['fraicheur'], 'mots-fraicheur', 'numero', 'balade'), 3);
    expect(sizes(partsByThing([...told, ...later(other, 2)], some(calm, 14)))).toEqual([60, 56]);
  });

  it('leaves whole what is of one product under two subjects', () => {
    const texts = [...say(30, ['prix'], 'yaourt', 'mots-prix'), ...say(25, ['gout'], 'yaourt', 'mots-gout')];
    expect(new Set(partsByThing(texts, calm)).size).toBe(1);
  });

  it('leaves whole a subject told of all products in its own two turns of phrase', () => {
    const texts = ['yaourt', 'pain', 'jambon', 'soupe'].flatMap((product) => [
      ...say(8, ['prix'], product, 'mots-prix', 'arnaque'),
      ...say(8, ['prix'], product, 'mots-prix', 'luxe'),
    ]);
    const usual = calm.map((text) =>
      text.drivers.includes('prix')
        ? { ...text, words: new Set([...text.words, text.words.has('mot1') ? 'arnaque' : 'luxe']) }
        : text,
    );
    expect(new Set(partsByThing(texts, usual)).size).toBe(1);
  });

  it('makes no part of fewer than ten messages', () => {
    const texts = [...say(30, ['prix'], 'yaourt', 'mots-prix'), ...say(9, ['prix'], 'pain', 'mots-prix')];
    expect(new Set(partsByThing(texts, calm)).size).toBe(1);
  });
});
