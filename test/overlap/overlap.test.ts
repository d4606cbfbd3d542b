import { describe, expect, it } from 'vitest';
import { runsIn, SETS, sharedRuns, sharedTexts, textsOf, type SetName } from './text-sets.js';

interface Apart {
  /** What is judged, or drawn to judge. */
  readonly texts: SetName;
  /** What teaches or rules. */
  readonly known: SetName;
  /** So many words in a row are the same sentence. */
  readonly words: number;
  /** Runs that both may have, with why. */
  readonly allowed?: Readonly<Record<string, string>>;
}

const PAIRS: readonly Apart[] = [
  { texts: 'falseFriends', known: 'training', words: 5 },
  { texts: 'falseFriends', known: 'lexicons', words: 4 },
  { texts: 'falseFriends', known: 'taxonomies', words: 5 },
  { texts: 'namesToMask', known: 'lexicons', words: 5 },
  { texts: 'driverCases', known: 'training', words: 5 },
  { texts: 'driverCases', known: 'lexicons', words: 5 },
  { texts: 'driverCases', known: 'taxonomies', words: 5 },
  { texts: 'facts', known: 'training', words: 5 },
  { texts: 'facts', known: 'lexicons', words: 5 },
  { texts: 'facts', known: 'taxonomies', words: 5 },
  { texts: 'agreements', known: 'training', words: 5 },
  { texts: 'agreements', known: 'lexicons', words: 5 },
  { texts: 'agreements', known: 'worlds', words: 5 },
  { texts: 'agreements', known: 'demos', words: 5 },
  { texts: 'demos', known: 'training', words: 5 },
  { texts: 'demos', known: 'lexicons', words: 5 },
  {
    texts: 'demos',
    known: 'taxonomies',
    words: 5,
    allowed: { 'mise a jour de l': 'the name of the thing: “mise à jour de l’application”' },
  },
  { texts: 'demos', known: 'falseFriends', words: 5 },
  { texts: 'worlds', known: 'training', words: 5 },
  { texts: 'worlds', known: 'lexicons', words: 5 },
  { texts: 'worlds', known: 'taxonomies', words: 5 },
  { texts: 'worlds', known: 'falseFriends', words: 5 },
  { texts: 'worlds', known: 'facts', words: 5 },
  { texts: 'anotherHand', known: 'training', words: 5 },
  { texts: 'anotherHand', known: 'lexicons', words: 5 },
  { texts: 'anotherHand', known: 'taxonomies', words: 5 },
  { texts: 'anotherHand', known: 'falseFriends', words: 5 },
  { texts: 'anotherHand', known: 'driverCases', words: 5 },
  { texts: 'anotherHand', known: 'agreements', words: 5 },
  { texts: 'anotherHand', known: 'facts', words: 5 },
  { texts: 'anotherHand', known: 'demos', words: 5 },
  { texts: 'anotherHand', known: 'worlds', words: 5 },
];

describe('texts that judge share no sentence with texts that teach', () => {
  it.each(PAIRS.map((pair) => [`${pair.texts} and ${pair.known}: ${pair.words} words`, pair] as const))(
    '%s',
    (_, { texts: judged, known, words, allowed = {} }) => {
      expect(sharedRuns(textsOf(judged), runsIn(textsOf(known), words), words)).toEqual(
        Object.keys(allowed).toSorted(),
      );
    },
  );

  it('false friends are no text that teaches, short ones neither', () => {
    expect(sharedTexts(textsOf('falseFriends'), [...textsOf('training'), ...textsOf('lexicons')])).toEqual(
      [],
    );
    expect(sharedTexts(['Pas mal du tout !'], ['pas mal du tout'])).toEqual(['Pas mal du tout !']);
  });

  it('and would be found out, whole or in part, whatever the set', () => {
    for (const { texts: judged, known, words } of PAIRS) {
      const [run = ''] = runsIn(textsOf(known), words);
      expect(
        sharedRuns([...textsOf(judged), `Alors voilà, ${run} et puis`], new Set([run]), words),
        `${judged} and ${known}`,
      ).toEqual([run]);
    }
    expect(
      sharedRuns(['Il est à {ville} depuis lundi soir'], runsIn(['Il est à Lyon depuis lundi soir'], 5), 5),
    ).toEqual([]);
  });

  it('are read: sets have the sizes they should', () => {
    const sizes = (Object.keys(SETS) as SetName[]).map(
      (name) => [name, runsIn(textsOf(name), 5).size] as const,
    );
    const least = {
      training: 30_000,
      lexicons: 60,
      taxonomies: 1000,
      falseFriends: 400,
      namesToMask: 200,
      driverCases: 2000,
      facts: 4000,
      agreements: 100,
      demos: 7000,
      worlds: 2000,
      anotherHand: 2000,
    };
    expect(sizes.filter(([name, size]) => size < least[name])).toEqual([]);
  });
});
