import { expect, it } from 'vitest';
import { tellProgress } from '../../src/util/progress.js';

it('tells rows, rate and what is left of a file that streams', () => {
  expect(
    tellProgress(
      { task: 'reading', item: 'avis.csv', done: 30_000, unit: 'rows', share: 0.25 },
      // three times what is read is still to come, at the pace of this file: 3 × 2 s
      6,
      2,
    ),
  ).toBe(
    '[######------------------] reading avis.csv: 30,000 rows, 5,000 a second, about 6 s left of this file',
  );
});

it('tells no rate and no time left before two seconds, nor where they can not be known', () => {
  expect(tellProgress({ task: 'reading', done: 900, unit: 'rows', share: 0.5 }, 1)).toBe(
    '[############------------] reading: 900 rows',
  );
  expect(tellProgress({ task: 'reading', item: 'a.xlsx', done: 900, unit: 'rows' }, 3)).toBe(
    'reading a.xlsx: 900 rows, 300 a second',
  );
  expect(
    tellProgress({ task: 'measuring', item: 'funnelCounts', done: 0, total: 40, unit: 'metrics' }, 9),
  ).toBe('[------------------------] measuring funnelCounts, 9 s: 0 of 40 metrics');
});

it('writes long times in minutes and hours', () => {
  const left = (seconds: number): string =>
    tellProgress({ task: 't', done: 1, total: 2, unit: 'parts' }, seconds).split('about ')[1] ?? '';
  expect([left(89), left(200), left(7500)]).toEqual(['89 s left', '3 min left', '2 h 05 left']);
});
