import { describe, expect, it } from 'vitest';
import { deversoirMatrix } from '../../../src/metrics/funnel/deversoir-matrix.js';
import type { Metric } from '../../../src/model/index.js';
import { DEFAULT_PLAN } from '../../../src/simulate/index.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { HOUR, hourCase, notFinite, tableOf } from './funnel-rows.js';
import { plantedRows } from './planted-cases.js';

async function measure(rows: FakeRows): Promise<Metric> {
  const corpus = await fakeCorpus(rows);
  const metric = await deversoirMatrix(corpus, { replicates: 40 });
  corpus.close();
  return metric;
}
const cell = (metric: Metric, from: string, to: string): Record<string, unknown> =>
  tableOf(metric).find((row) => row['from'] === from && row['to'] === to) ?? {};
const covers = (row: Record<string, unknown>, value: number): boolean =>
  Number(row['low']) <= value && value <= Number(row['high']);
const PLAN = { seed: 11, perDay: [8, 6, 0.6] as const, cases: { ...DEFAULT_PLAN.cases, spillPerHour: 0 } };
const LONG = process.env['RECOVERY_RUNS'] !== undefined;
/** Simulated corpora; `RECOVERY_RUNS=60` for the longer run, which prints the coverage. */
const RUNS = Number(process.env['RECOVERY_RUNS'] ?? 4);
const ZERO = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

describe('deversoirMatrix', () => {
  it('holds 0 everywhere when days and nights are all there is', async () => {
    const metric = await measure(plantedRows({ ...PLAN, branching: ZERO }).rows);
    expect(metric.notMeasured).toBeUndefined();
    expect(tableOf(metric)).toHaveLength(9);
    expect(metric.limits?.fr).toContain('Le rythme est estimé avec les effets');
    expect(metric.limits?.en).toContain('Only the baseline has a rhythm');
    expect(
      tableOf(metric)
        .filter((row) => !covers(row, 0))
        .map((row) => `${String(row['from'])}→${String(row['to'])}`),
    ).toEqual([]);
  });

  it(
    `finds a planted matrix and its half-life, over ${RUNS} simulated corpora`,
    async () => {
      // the simulator's children do not follow the rhythm: this is the model's own truth
      const branching = [
          [0.1, 0.05, 0],
          [0.4, 0.3, 0],
          [0, 0.03, 0.1],
        ],
        names = ['private', 'public', 'press'];
      const held = names.map(() => [0, 0, 0]),
        sums = names.map(() => [0, 0, 0]),
        halfLives: number[] = [];
      for (let seed = 1; seed <= RUNS; seed++) {
        const metric = await measure(plantedRows({ ...PLAN, seed, branching }).rows);
        names.forEach((to, i) =>
          names.forEach((from, j) => {
            const row = cell(metric, from, to),
              own = held[i] ?? [],
              sum = sums[i] ?? [];
            own[j] = (own[j] ?? 0) + Number(covers(row, branching[i]?.[j] ?? -1));
            sum[j] = (sum[j] ?? 0) + Number(row['value']) / RUNS;
          }),
        );
        expect(Number(cell(metric, 'private', 'public')['low'])).toBeGreaterThan(0);
        expect(metric.value).toBe(cell(metric, 'private', 'public')['value']);
        halfLives.push(Number(cell(metric, 'private', 'public')['halfLifeHours']));
        // each event is either baseline or follows one of the three types
        for (const to of names) {
          const shares = tableOf(metric).filter((row) => row['to'] === to);
          expect(
            shares.reduce(
              (sum, row) => sum + Number(row['attributedShare']),
              Number(shares[0]?.['baselineShare']),
            ),
          ).toBeCloseTo(1, 2);
          for (const row of shares) {
            expect(Number(row['attributedLow'])).toBeLessThanOrEqual(Number(row['attributedShare']));
            expect(Number(row['attributedHigh'])).toBeGreaterThan(Number(row['attributedShare']));
          }
        }
      }
      const shares = held.flat().map((count) => count / RUNS),
        pooled = shares.reduce((a, b) => a + b, 0) / 9;
      if (LONG)
        process.stdout.write(
          `déversoir matrix over ${RUNS} corpora: held ${JSON.stringify(held)}, pooled ${(100 * pooled).toFixed(1)} %, means ${JSON.stringify(sums.map((row) => row.map((value) => Number(value.toFixed(3)))))}\n`,
        );
      // 4 runs: of 36 intervals at 95 %, fewer than 29 hold the truth once in 4,000
      expect(pooled).toBeGreaterThanOrEqual(LONG ? 0.9 : 0.79);
      if (LONG) expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.9 - 1.64 * Math.sqrt(0.09 / RUNS));
      // planted: 8 hours
      const middle = halfLives.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
      expect(middle).toBeGreaterThan(5);
      expect(middle).toBeLessThan(12);
    },
    10_000 * RUNS + 60_000,
  );

  it('takes articles that have only a day as daily counts, and says so', async () => {
    const { rows } = plantedRows({ ...PLAN, endsAt: Date.UTC(2026, 2, 1), branching: ZERO });
    const DAY = 24 * HOUR;
    const messages =
      rows.messages?.map((row) =>
        row.stage === 'press'
          ? { ...row, dayOnly: true, sentAt: Math.floor(Number(row.sentAt) / DAY) * DAY }
          : row,
      ) ?? [];
    const metric = await measure({ ...rows, messages });
    expect(metric.interval?.method).toBe('profile likelihood');
    expect(metric.limits?.fr).toContain('comptes quotidiens');
    expect(cell(metric, 'press', 'public')['n']).toBe(messages.filter((row) => row.stage === 'press').length);
    expect(notFinite(metric)).toEqual([]);
  });

  it.each<[string, FakeRows, RegExp]>([
    ['no case', {}, /export de messages privés/],
    ['no public complaint', { cases: [hourCase({ until: 500 })] }, /aucune plainte publique/],
    [
      'no private complaint',
      { ...plantedRows({ ...PLAN, endsAt: Date.UTC(2026, 0, 9), perDay: [0, 6, 0], branching: ZERO }).rows },
      /export de messages privés/,
    ],
    [
      '3 messages',
      {
        cases: [
          hourCase({ until: 500 }),
          {
            caseId: 'p',
            firstStage: 'public',
            furthestStage: 'public',
            openedAt: HOUR,
            observedUntil: 500 * HOUR,
          },
        ],
        messages: [
          { messageId: 'a', sentAt: HOUR, intents: ['complaint'] },
          { messageId: 'b', sentAt: 9 * HOUR, stage: 'press' },
        ],
        caseMessages: [{ caseId: 'p', messageId: 'a' }],
      },
      /au moins 10 de chaque côté/,
    ],
    [
      'equal times',
      {
        cases: Array.from({ length: 20 }, (_, i) => ({
          ...hourCase({ until: 500, opened: 5 }),
          caseId: `c${i}`,
        })),
        messages: Array.from({ length: 20 }, (_, i) => ({
          messageId: `m${i}`,
          sentAt: 5 * HOUR,
          intents: ['complaint'],
        })),
        caseMessages: Array.from({ length: 20 }, (_, i) => ({ caseId: `c${i}`, messageId: `m${i}` })),
      },
      /même date/,
    ],
  ])('says why with %s', async (_, rows, reason) => {
    const metric = await measure(rows);
    expect(metric.value).toBeNull();
    expect(metric.notMeasured?.fr).toMatch(reason);
  });
});
