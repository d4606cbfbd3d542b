import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';
import { parseTsv } from '../../../src/enrich/words/data-file.js';

/**
 * Share of the cases of a phenomenon that must be right, in whole percent: what the models shipped get, so that
 * no change loses a case unseen. A guard, not a measure of quality.
 */
const FLOORS: Readonly<Record<string, number>> = {
  negation: 66,
  understatement: 62,
  idiom: 76,
  mild: 81,
  irony: 75,
  emoji: 100,
  spelling: 95,
  comparison: 94,
  but: 91,
  'brand-word': 100,
  'driver-word': 94,
  settled: 87,
  cheap: 87,
};

const cases = parseTsv(
  readFileSync(fileURLToPath(new URL('false-friends.tsv', import.meta.url)), 'utf8'),
  4,
  'false-friends.tsv',
);

const listed = (expected: string): string[] => (expected === '-' ? [] : expected.split(','));

describe('false friends', () => {
  it('has at least 200 different cases with known tasks and answers', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map((one) => one.join('\t'))).size).toBe(cases.length);
    expect(
      cases.filter(
        ([, task, expected = '']) =>
          !['brands', 'drivers'].includes(task ?? '') &&
          !(task === 'sentiment' && ['negative', 'neutral', 'positive'].includes(expected)),
      ),
    ).toEqual([]);
  });

  it('is right often enough, phenomenon by phenomenon', async () => {
    const enricher = await createEnricher();
    const texts = cases.map((one) => one[3] ?? '');
    const found = enricher.enrich({
      length: texts.length,
      text: texts,
      title: texts.map(() => null),
      genre: texts.map(() => 'comment' as const),
      givenLanguage: texts.map(() => null),
    });
    const counts = new Map<string, { n: number; right: number; wrong: string[] }>();
    cases.forEach(([phenomenon = '', task, expected = '', text = ''], i) => {
      const count = counts.get(phenomenon) ?? { n: 0, right: 0, wrong: [] };
      counts.set(phenomenon, count);
      count.n++;
      const told =
        task === 'sentiment'
          ? [found.sentiment[i] ?? '']
          : task === 'brands'
            ? (found.brands[i] ?? [])
            : (found.drivers[i] ?? []);
      const right =
        task === 'sentiment'
          ? told[0] === expected
          : told.toSorted().join() === listed(expected).toSorted().join();
      if (right) count.right++;
      else count.wrong.push(`${text} → ${told.join() || '-'}`);
    });
    const verbose = process.env['FALSE_FRIENDS'] === 'all';
    let right = 0;
    for (const [phenomenon, count] of counts) {
      right += count.right;
      console.log(
        `${phenomenon}: ${count.right} of ${count.n} right${verbose ? count.wrong.map((line) => `\n    ${line}`).join('') : ''}`,
      );
    }
    console.log(`all: ${right} of ${cases.length} right`);
    const low = [...counts].filter(
      ([phenomenon, count]) => (100 * count.right) / count.n < (FLOORS[phenomenon] ?? 101),
    );
    expect(low.map(([phenomenon, count]) => `${phenomenon} ${count.right} of ${count.n}`)).toEqual([]);
  });
});
