import { describe, expect, it } from 'vitest';
import { multiStateFunnel } from '../../../src/metrics/funnel/multi-state-funnel.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase, notFinite, tableOf } from './funnel-rows.js';

const DAY = 24 * HOUR;
async function measure(rows: FakeRows): Promise<Metric> {
  const corpus = await fakeCorpus(rows);
  return multiStateFunnel(corpus);
}
const move = (
  caseId: string,
  from: 'private' | 'public' | 'resolved' | 'press',
  to: 'resolved' | 'public' | 'press' | 'crisis',
  days: number,
): object => ({ caseId, from, to, at: days * DAY, delayHours: days * 24, messageId: 'm' });

/** Five private cases followed for 60 days: two spill, one of them to the press; one is resolved. Two public ones, one to the press at once. */
const ROWS: FakeRows = {
  cases: [
    ...['a', 'b', 'c', 'd', 'e'].map((caseId) => ({ ...hourCase({ until: 60 * 24 }), caseId })),
    ...['f', 'g'].map((caseId) => ({
      ...hourCase({ until: 60 * 24 }),
      caseId,
      firstStage: 'public' as const,
    })),
  ],
  transitions: [
    move('a', 'private', 'public', 2),
    move('a', 'public', 'press', 10),
    move('b', 'private', 'public', 4),
    move('b', 'public', 'resolved', 9),
    move('c', 'private', 'resolved', 6),
    move('f', 'public', 'press', 0),
    move('f', 'press', 'crisis', 0),
  ],
};

describe('multiStateFunnel', () => {
  it('gives the matrices, the days and the way to the press of cases followed to the end', async () => {
    const metric = await measure(ROWS);
    const find = (measureName: string, from: string, to: string, days: number): number =>
      Number(
        tableOf(metric).find(
          (row) =>
            row['measure'] === measureName &&
            row['from'] === from &&
            row['to'] === to &&
            row['days'] === days,
        )?.['value'],
      );
    // nobody is censored within 30 days: shares of the five cases
    expect(metric.value).toBeCloseTo(1 / 5, 12);
    expect(
      ['private', 'resolved', 'public', 'press', 'crisis'].map((to) =>
        Number(find('probability', 'private', to, 7).toFixed(9)),
      ),
    ).toEqual([0.4, 0.2, 0.4, 0, 0]);
    expect(
      ['private', 'resolved', 'public', 'press', 'crisis'].map((to) =>
        Number(find('probability', 'private', to, 30).toFixed(9)),
      ),
    ).toEqual([0.4, 0.4, 0, 0.2, 0]);
    // days in private: (2 + 4 + 6 + 30 + 30) / 5; in public: (8 + 5) / 5; resolved: (21 + 24) / 5; press: 20 / 5
    expect(
      ['private', 'resolved', 'public', 'press', 'crisis'].map((to) =>
        Number(find('expectedDays', 'private', to, 30).toFixed(9)),
      ),
    ).toEqual([14.4, 9, 2.6, 4, 0]);
    expect(find('reach', 'public', 'press', 30)).toBeCloseTo(0.5, 12);
    expect(find('probability', 'public', 'crisis', 7)).toBeCloseTo(0.5, 12);
  });

  it('keeps rows that sum to 1 and to 30 days, and bounds around each value', async () => {
    const rows = tableOf(await measure(ROWS));
    const sum = (measureName: string, from: string, days: number): number =>
      rows
        .filter((row) => row['measure'] === measureName && row['from'] === from && row['days'] === days)
        .reduce((total, row) => total + Number(row['value']), 0);
    for (const from of ['private', 'public'])
      expect(
        [sum('probability', from, 7), sum('probability', from, 30), sum('expectedDays', from, 30)].map(
          (value) => Math.round(value * 1e9) / 1e9,
        ),
      ).toEqual([1, 1, 30]);
    for (const row of rows) {
      expect(Number(row['low'])).toBeLessThanOrEqual(Number(row['value']));
      expect(Number(row['high'])).toBeGreaterThanOrEqual(Number(row['value']));
      expect(Number(row['high'])).toBeGreaterThan(Number(row['low']));
    }
  });

  it.each<[string, FakeRows]>([
    ['no case', {}],
    ['no private case', { cases: ROWS.cases?.slice(5) ?? [], transitions: ROWS.transitions?.slice(5) ?? [] }],
    ['all censored', { cases: [hourCase({ until: 2000 }), hourCase({ until: 2000 })] }],
    [
      'short follow-up',
      {
        cases: [{ ...hourCase({ until: 48 }), caseId: 'a' }],
        transitions: [move('a', 'private', 'public', 1)],
      },
    ],
    ['one case of no length', { cases: [hourCase({ until: 0 })] }],
  ])('says why with %s', async (_, rows) => {
    const metric = await measure(rows);
    expect(notFinite(metric)).toEqual([]);
    expect(metric.value).toBeNull();
    expect(metric.notMeasured?.fr).toMatch(/\S/);
  });
});
