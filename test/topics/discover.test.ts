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

describe('discoverTopics on little', () => {
  it('finds nothing in nothing', async () => {
    expect((await discoverTopics([])).topics).toEqual([]);
    expect((await discoverTopics(['', '123', 'merci'])).topics).toEqual([]);
  });
});
