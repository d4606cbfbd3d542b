import { describe, expect, it } from 'vitest';
import type { Text } from '../../../src/metrics/crisis/calm-texts.js';
import { rivalThings } from '../../../src/metrics/crisis/rival-things.js';

const say = (n: number, driver: string, ...words: string[]): Text[] =>
  Array.from({ length: n }, (_, k) => ({
    at: (100 * k) / n,
    drivers: [driver],
    words: new Set([...words, `mot${k % 7}`]),
  }));

const PRODUCTS = ['tondeuse', 'mitigeur', 'peinture', 'serviette', 'perceuse', 'salon', 'lampe', 'tapis'];

/** Other times: eight products said of three subjects, each in its own words, one product three times as often as another. */
const calm = ['prix', 'emballage', 'livraison'].flatMap((driver) =>
  PRODUCTS.flatMap((product, at) => say(at === 0 ? 36 : 12, driver, product, `mots-${driver}`)),
);

const later = (texts: readonly Text[], by: number): Text[] =>
  texts.map((text) => ({ ...text, at: text.at + by }));

const rivals = (texts: readonly Text[], usual = calm): string[][] =>
  rivalThings(texts, ['prix'], usual).map((words) => [...words].toSorted());

describe('rivalThings', () => {
  const [mower, tap] = [say(80, 'prix', 'tondeuse', 'mots-prix'), say(80, 'prix', 'mitigeur', 'mots-prix')];

  it('are those of two crises of one hour, by words that no list knows', () => {
    expect(rivals([...mower, ...tap])).toEqual([['mitigeur'], ['tondeuse']]);
  });

  it('are no turns of phrase that their subject has at all times, nor words that nobody ever said', () => {
    const inWords = (...words: string[]): Text[] =>
      words.flatMap((word) => say(80, 'prix', 'mots-prix', word));
    const wont = ['arnaque', 'luxe'].flatMap((word) => say(10, 'prix', 'mots-prix', word));
    expect(rivals(inWords('arnaque', 'luxe'), [...calm, ...wont])).toEqual([]);
    expect(rivals(inWords('arnaque', 'luxe'))).toEqual([]);
  });

  it('do not meet, in texts or in what the cause of both is known by', () => {
    const bothSaid = say(20, 'prix', 'tondeuse', 'mitigeur', 'mots-prix');
    expect(rivals([...mower, ...tap, ...bothSaid])).toEqual([]);
    const recalled = [...mower, ...tap].map((text) => ({
      ...text,
      words: new Set([...text.words, 'rappel']),
    }));
    expect(rivals(recalled)).toEqual([]);
  });

  it('are not two words for one thing, of one pace and as often against each other as at other times', () => {
    const [mowers, taps] = [
      say(90, 'prix', 'tondeuse', 'mots-prix'),
      say(30, 'prix', 'mitigeur', 'mots-prix'),
    ];
    expect(rivals([...mowers, ...taps])).toEqual([]);
    expect(rivals([...mowers, ...later(taps, 100)])).toHaveLength(2);
    const named = [...mowers, ...taps].map((text) => ({
      ...text,
      words: new Set([...text.words].flatMap((word) => (word === 'tondeuse' ? [word, ':tondeuse'] : word))),
    }));
    expect(rivals(named)).toEqual([[':tondeuse', 'tondeuse'], ['mitigeur']]);
  });

  it('are two names of several words that are said whole, of one pace and as often as at other times too', () => {
    const whole = (texts: readonly Text[]): Text[] =>
      texts.map((text) => ({
        ...text,
        words: new Set(
          [...text.words].flatMap((word) =>
            word === 'tondeuse' ? [word, 'thermique'] : word === 'mitigeur' ? [word, 'douche'] : word,
          ),
        ),
      }));
    const said = [...say(90, 'prix', 'tondeuse', 'mots-prix'), ...say(30, 'prix', 'mitigeur', 'mots-prix')];
    expect(rivals(whole(said), whole(calm))).toEqual([
      ['thermique', 'tondeuse'],
      ['douche', 'mitigeur'],
    ]);
  });

  it('are found where the usual share of the smaller hides it among all texts', () => {
    const [large, small] = [
      say(200, 'prix', 'mitigeur', 'mots-prix'),
      say(50, 'prix', 'tondeuse', 'mots-prix'),
    ];
    expect(rivals([...large, ...later(small, 30)])).toEqual([['mitigeur'], ['tondeuse']]);
    const halfNaming = say(50, 'prix', 'mots-prix');
    expect(rivals([...large, ...later([...small, ...halfNaming], 30)])).toEqual([]);
  });

  it('leave out a word of one that is said with the other', () => {
    const fished = [
      ...say(80, 'prix', ':saumon', 'saumon', 'fumé', 'mots-prix'),
      ...say(68, 'prix', 'mitigeur', 'mots-prix'),
      ...say(12, 'prix', 'mitigeur', 'fumé', 'mots-prix'),
    ];
    const usual = [...calm, ...say(12, 'livraison', 'saumon', 'fumé')];
    expect(rivals(fished, usual)).toEqual([[':saumon', 'saumon'], ['mitigeur']]);
  });

  it('begin apart, where texts without a subject tell it', () => {
    const told = [
      ...say(24, 'prix', 'peinture', 'mots-prix'),
      ...later(say(24, 'prix', 'mitigeur', 'mots-prix'), 30),
    ];
    const silent = told.map((text) => ({ ...text, at: text.at + 1, drivers: [] }));
    const found = (all: readonly Text[]): number =>
      rivalThings(
        told,
        ['prix'],
        calm,
        all.toSorted((a, b) => a.at - b.at),
      ).length;
    expect([found(told), found([...told, ...silent])]).toEqual([0, 2]);
  });

  it('are named by most of the texts', () => {
    expect(rivals([...mower, ...tap, ...say(120, 'prix', 'mots-prix')])).toEqual([]);
  });
});
