import { describe, expect, it } from 'vitest';
import { discoverTopics } from '../../src/topics/discover.js';
import { plantedTexts } from './planted-texts.js';

// How well planted subjects are found again: test/recoveries.
const texts = plantedTexts(400, 11).map(({ text }) => text);

describe('discoverTopics on short texts, 30 % about nothing', () => {
  it('is the same whatever the order of rows; tells each text’s subject, named apart', async () => {
    const [a, b] = await Promise.all([discoverTopics(texts), discoverTopics(texts.toReversed())]);
    expect(b.topics).toEqual(a.topics);
    const subjects = a.topics.filter(({ parent }) => parent === undefined);
    expect(subjects.length).toBeGreaterThan(5);
    const names = subjects.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\p{L}' ’,-]{3,}$/u);
    const told = texts.flatMap((text) => a.topicOf(text)?.subject ?? []);
    expect(new Set(told).size).toBe(subjects.length);
    expect(told.length).toBeLessThan(0.9 * texts.length);
  });
});

describe('names of brands', () => {
  const MOODS = ['reçu', 'impeccable', 'rapide', 'nickel', 'confirmé', 'classé', 'rangé', 'compris'];
  const praise = Array.from(
    { length: 64 },
    (_, at) => `Pochon, ${MOODS[at % 8]}, ${MOODS[Math.floor(at / 8)]}, le pochon`,
  );
  const namesOf = async (without: readonly string[]): Promise<readonly string[]> =>
    (await discoverTopics([...texts, ...praise], { without })).topics.map(({ name }) => name);

  it('name no subject by their own words, in the plural either; others are named as before', async () => {
    const all = await namesOf([]);
    expect(all).toContain('pochon');
    for (const brand of ['Pochons Ortelan', 'le-pochon'])
      expect((await namesOf([brand])).join(' ')).not.toMatch(/pochon/i);
    expect(await namesOf(['Ortelan'])).toEqual(all);
  });
});

describe('discoverTopics on little', () => {
  it('finds nothing in nothing', async () => {
    expect((await discoverTopics([])).topics).toEqual([]);
    expect((await discoverTopics(['', '123', 'merci'])).topics).toEqual([]);
  });
});
