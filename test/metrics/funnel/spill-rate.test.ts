import { describe, expect, it } from 'vitest';
import { spillRate } from '../../../src/metrics/funnel/spill-rate.js';
import type { Metric } from '../../../src/model/index.js';
import { turnsOf } from '../../turns.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';
import { keyedRows, keysOf } from './keyed-rows.js';

async function measure(rows: FakeRows): Promise<Metric> {
  const corpus = await fakeCorpus(keyedRows(rows));
  return spillRate(corpus);
}
const HOUR = 3_600_000;
const rowsOf = (metric: Metric): Record<string, unknown>[] =>
  metric.table.objects() as Record<string, unknown>[];

/** Four private cases: one surely spilled, one spilled by a link of 0.8, one that two unused links of 0.3 and 0.5 could make spill, one quiet. */
const ROWS: FakeRows = {
  messages: [
    { messageId: 'u1', sentAt: 10 * HOUR },
    { messageId: 'u2', sentAt: 10 * HOUR },
    { messageId: 'u3', sentAt: 10 * HOUR, intents: ['complaint'], contactKeys: keysOf('u3') },
    { messageId: 'u4', sentAt: 20 * HOUR, intents: ['complaint'], contactKeys: keysOf('u4') },
    { messageId: 'praise', sentAt: 20 * HOUR, intents: ['thanks'] },
    { messageId: 'before', sentAt: -1 * HOUR, intents: ['complaint'], contactKeys: keysOf('b') },
  ],
  cases: [
    {
      caseId: 'a',
      openedAt: 0,
      observedUntil: 900 * HOUR,
      spilledAt: 10 * HOUR,
      furthestStage: 'public',
      driver: 'price',
    },
    {
      caseId: 'b',
      openedAt: 0,
      observedUntil: 900 * HOUR,
      spilledAt: 10 * HOUR,
      furthestStage: 'public',
      linkProbability: 0.8,
      driver: 'price',
    },
    { caseId: 'c', openedAt: 0, observedUntil: 900 * HOUR, driver: 'taste' },
    { caseId: 'd', openedAt: 0, observedUntil: 900 * HOUR, driver: 'taste', firstChannel: 'email' },
    { caseId: 'e', firstStage: 'public', furthestStage: 'public', openedAt: 0, observedUntil: 900 * HOUR },
    { caseId: 'undated', observedUntil: 900 * HOUR },
  ],
  links: [
    { caseId: 'a', fromMessageId: 'm', toMessageId: 'u1' },
    { caseId: 'b', fromMessageId: 'm', toMessageId: 'u2', linkProbability: 0.8 },
    { caseId: 'c', fromMessageId: 'm', toMessageId: 'u3', linkProbability: 0.3, used: false },
    { caseId: 'c', fromMessageId: 'm', toMessageId: 'u4', linkProbability: 0.5, used: false },
    { caseId: 'd', fromMessageId: 'm', toMessageId: 'praise', linkProbability: 0.4, used: false },
    { caseId: 'd', fromMessageId: 'm', toMessageId: 'before', linkProbability: 0.4, used: false },
    {
      caseId: 'e',
      fromMessageId: 'm',
      toMessageId: 'u3',
      fromStage: 'public',
      linkProbability: 0.9,
      used: false,
    },
  ],
};

describe('spillover', () => {
  it('counts each plausible link for its probability', async () => {
    const metric = await measure(ROWS);
    // a 1 + b 0.8 + c 1 − 0.7·0.5 = 0.65 + d 0 = 2.45 of the 4 dated private cases
    expect(metric).toMatchObject({ name: 'spillRate', n: 4 });
    // every key is shown on both sides: what spills is found 99,999 times in 100,000
    expect(metric.value).toBeCloseTo(2.45 / 4, 4);
    expect(rowsOf(metric)[0]?.['seen']).toBeCloseTo(2.45 / 4, 12);
    const total = rowsOf(metric)[0];
    expect(total).toMatchObject({
      by: 'total',
      driver: null,
      channel: null,
      n: 4,
      spilled: 2,
      countShare: 0.5,
      certain: 1,
      likely: 2,
    });
    // Clopper-Pearson of 2 of 4, from R binom.test(2, 4)
    expect(total?.['countLow']).toBeCloseTo(0.06758599, 7);
    expect(total?.['countHigh']).toBeCloseTo(0.93241401, 7);
    const by = (name: string): number[] =>
      rowsOf(metric)
        .filter((row) => row['by'] === name)
        .map((row) => Number(row['expected']));
    expect(by('driver').map((value) => Number(value.toFixed(3)))).toEqual([1.8, 0.65]);
    expect(by('channel').map((value) => Number(value.toFixed(3)))).toEqual([2.45, 0]);
  });

  it('takes the probability of the case where the spill has no weighed link', async () => {
    const metric = await measure({
      cases: [{ openedAt: 0, observedUntil: 9 * HOUR, spilledAt: HOUR, linkProbability: 0.7 }],
    });
    expect(metric.value).toBeCloseTo(0.7, 4);
  });

  it('keeps its bounds in order and parts that sum to the whole', async () => {
    const rows = rowsOf(await measure(ROWS));
    for (const row of rows) {
      expect(Number(row['low'])).toBeLessThanOrEqual(Number(row['share']));
      expect(Number(row['high'])).toBeGreaterThanOrEqual(Number(row['share']));
      expect(Number(row['certain'])).toBeLessThanOrEqual(Number(row['likely']));
      expect(Number(row['high'])).toBeLessThanOrEqual(1);
    }
    for (const part of ['driver', 'channel'])
      for (const column of ['n', 'expected', 'spilled', 'certain', 'likely']) {
        expect(
          rows.filter((row) => row['by'] === part).reduce((sum, row) => sum + Number(row[column]), 0),
        ).toBeCloseTo(Number(rows[0]?.[column]), 3);
      }
  });

  it('says that a group may be told under what is seen of it, and how many are', async () => {
    // one driver of two complaints that both spill, beside 40 of others of which four do
    const cases = Array.from({ length: 42 }, (_, k) => ({
      openedAt: 0,
      observedUntil: 900 * HOUR,
      driver: k < 2 ? 'staff' : k % 2 === 0 ? 'price' : 'taste',
      ...((k < 2 || k % 10 < 1) && { spilledAt: 10 * HOUR }),
    }));
    const metric = await measure({ cases });
    const under = rowsOf(metric).filter(
      (row) => row['by'] !== 'total' && Number(row['seen']) > Number(row['share']),
    );
    expect(under.map(({ driver }) => driver)).toContain('staff');
    const groups = rowsOf(metric).length - 1,
      most = Math.max(...under.map(({ n }) => Number(n)));
    expect(metric.limits?.fr).toContain(`ici ${under.length} sur ${groups}, de ${most} plaintes au plus`);
    expect(metric.limits?.en).toContain(`here ${under.length} of ${groups}, of ${most} complaints at most`);
  });

  it('lets others have their turn for each driver and channel', async () => {
    // all, two drivers, two channels
    expect(await turnsOf(() => measure(ROWS))).toBeGreaterThanOrEqual(5);
  });

  it('leaves out cases opened when no public export watches, and says how many', async () => {
    // public complaints on days 10 to 20 only; ten cases opened on day 0, ten on day 11, five of which spill on day 12
    const at = (days: number): number => days * 24 * HOUR;
    const opened = (days: number, spilled: number | null): FakeRows['cases'] =>
      Array.from({ length: 5 }, () => ({
        openedAt: at(days),
        observedUntil: at(20),
        ...(spilled === null ? {} : { spilledAt: at(spilled) }),
      }));
    const cases = [
      ...(opened(0, null) ?? []),
      ...(opened(0, null) ?? []),
      ...(opened(11, null) ?? []),
      ...(opened(11, 12) ?? []),
    ];
    const keyed = keyedRows({ cases });
    const corpus = await fakeCorpus({
      ...keyed,
      messages: (keyed.messages ?? []).filter(
        (row) => row.stage === 'private' || Number(row.sentAt) >= at(10),
      ),
    });
    const metric = await spillRate(corpus);
    expect(metric.n).toBe(10);
    expect(
      Number(metric.value) * Number((metric.table.objects() as Record<string, unknown>[])[0]?.['found']),
    ).toBeCloseTo(0.5, 4);
    expect(metric.limits?.fr).toContain('n’observe, laissées de côté : 10.');
  });

  it('is not measured without a public export, nor where no key is shown', async () => {
    const cases = [{ openedAt: 0, observedUntil: 900 * HOUR }];
    const keyed = keyedRows({ cases });
    const [blind, keyless] = [
      await fakeCorpus({ cases }),
      await fakeCorpus({
        ...keyed,
        messages: (keyed.messages ?? []).map((row) => ({ ...row, contactKeys: [] })),
      }),
    ];
    expect((await spillRate(blind)).notMeasured?.fr).toMatch(/aucun export public/);
    expect((await spillRate(keyless)).notMeasured?.fr).toMatch(/pas assez de clés communes/);
  });

  it.each<[string, FakeRows, RegExp]>([
    ['no case', {}, /aucun dossier dans/],
    [
      'no private export',
      { cases: [{ firstStage: 'public', furthestStage: 'public', openedAt: 0, observedUntil: 1 }] },
      /export de messages privés/,
    ],
    ['no date', { cases: [{}] }, /daté/],
  ])('says why with %s', async (_, rows, reason) => {
    const metric = await measure(rows);
    expect(metric.value).toBeNull();
    expect(metric.notMeasured?.fr).toMatch(reason);
  });
});
