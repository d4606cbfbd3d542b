import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { DRIVERS, type Genre, INTENTS, SENTIMENTS } from '../../../src/model/index.js';

const GENRES: Readonly<Record<string, Genre>> = { private: 'private', public: 'comment', review: 'review' };
/** What ships gets: complaints right at least, told wrongly at most, tones right at least. A guard, not a measure of quality. */
const FLOOR = { right: 287, wrong: 89, tone: 492 };

const [head = [], ...rows] = readFileSync(new URL('facts-cases.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const cases = rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));

describe('facts, thanks and irony that complain, and what only looks like it', () => {
  let sentiment: readonly (string | null)[], complaint: readonly (number | null)[];

  beforeAll(async () => {
    const enricher = await createEnricher();
    const genre = cases.map(({ stage = '' }) => GENRES[stage] ?? 'comment');
    const out = enricher.enrich({
      length: cases.length,
      text: cases.map(({ text = '' }) => text),
      title: cases.map(() => null),
      genre,
      givenLanguage: cases.map(() => null),
      direction: genre.map((one) => (one === 'private' ? 'inbound' : null)),
    });
    sentiment = out.sentiment;
    complaint = out.complaintProbability;
  });

  it('are different texts with labels of the guide, labelled twice with few slips', () => {
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
    const among = (name: string, labels: readonly string[]) =>
      cases
        .flatMap((one) => (one[name] ?? '').split(','))
        .filter((label) => label !== '-' && !labels.includes(label));
    expect(among('sentiment', SENTIMENTS)).toEqual([]);
    expect(among('intents', INTENTS)).toEqual([]);
    expect(among('drivers', DRIVERS)).toEqual([]);
    for (const name of ['sentiment', 'complaint'])
      expect(cases.filter((one) => one[name] !== one[`${name}2`]).length, name).toBeLessThanOrEqual(1);
  });

  it('are told apart often enough', () => {
    const kinds = new Map<
      string,
      { n: number; complain: number; told: number; right: number; tone: number }
    >();
    const of = (kind: string) => {
      const found = kinds.get(kind) ?? { n: 0, complain: 0, told: 0, right: 0, tone: 0 };
      kinds.set(kind, found);
      return found;
    };
    cases.forEach((one, i) => {
      const told = (complaint[i] ?? 0) >= 0.5,
        complains = one['complaint'] === 'yes';
      for (const sum of [of('all'), of(one['kind'] ?? '')]) {
        sum.n++;
        if (complains) sum.complain++;
        if (told) sum.told++;
        if (told && complains) sum.right++;
        if (one['sentiment'] !== 'mixed' && one['sentiment'] === sentiment[i]) sum.tone++;
      }
    });
    for (const [kind, { n, complain, told, right, tone }] of kinds)
      console.info(
        `${kind}: ${n}, complaints ${right} right of ${told} told, of ${complain}; tone right ${tone}`,
      );
    const all = of('all');
    expect(all.right).toBeGreaterThanOrEqual(FLOOR.right);
    expect(all.told - all.right).toBeLessThanOrEqual(FLOOR.wrong);
    expect(all.tone).toBeGreaterThanOrEqual(FLOOR.tone);
  });
});
