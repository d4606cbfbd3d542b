import { beforeAll, describe, expect, it } from 'vitest';
import { discoverTopics, type Topics } from '../../../src/topics/discover.js';
import { fold } from '../../../src/util/fold.js';
import { adjustedRand } from '../../topics/adjusted-rand.js';
import { PLANTED_NAMES, plantedTexts } from '../../topics/planted-texts.js';

const planted = plantedTexts(3000, 11);
let topics: Topics;
beforeAll(async () => {
  topics = await discoverTopics(planted.map(({ text }) => text));
});
const subjectOf = (text: string): string => topics.topicOf(text)?.subject ?? 'none';

describe('discoverTopics on twenty planted subjects, short texts, 30 % about nothing', () => {
  it('finds them: adjusted Rand index over .6', () => {
    expect(
      adjustedRand(
        planted.map(({ text }) => subjectOf(text)),
        planted.map(({ subject }) => String(subject)),
      ),
    ).toBeGreaterThan(0.6);
  });

  it('names four of five as planted, exactly or contained', () => {
    const found = topics.topics
      .filter(({ parent }) => parent === undefined)
      .map(({ name, phrases }) => [name, ...phrases.map(({ phrase }) => phrase)].map(fold));
    const named = PLANTED_NAMES.filter((name) =>
      found.some(([first = '']) => fold(name).includes(first) || first.includes(fold(name))),
    );
    expect(named.length / PLANTED_NAMES.length).toBeGreaterThanOrEqual(0.8);
  });

  it('names each topic apart, without numbers, handles or stop words alone', () => {
    const names = topics.topics.filter(({ parent }) => parent === undefined).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\p{L}' ’,-]{3,}$/u);
  });

  it('leaves most talk about nothing without a subject', () => {
    const idle = planted.filter(({ subject }) => subject < 0);
    expect(idle.filter(({ text }) => subjectOf(text) === 'none').length / idle.length).toBeGreaterThan(0.6);
  });

  it('is stable', () => {
    const subjects = topics.topics.filter(({ stability }) => stability !== undefined);
    const n = subjects.reduce((sum, topic) => sum + topic.n, 0);
    expect(subjects.reduce((sum, topic) => sum + (topic.stability ?? 0) * topic.n, 0) / n).toBeGreaterThan(
      0.8,
    );
  });
});
