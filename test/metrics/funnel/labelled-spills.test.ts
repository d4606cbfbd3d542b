import { describe, expect, it } from 'vitest';
import { loadConfusions } from '../../../src/enrich/heads/shipped-confusions.js';
import { labelledSpills } from '../../../src/metrics/funnel/labelled-spills.js';
import { timeToSpill } from '../../../src/metrics/funnel/time-to-spill.js';
import { spillRate } from '../../../src/metrics/funnel/spill-rate.js';
import type { MessageLabel } from '../../../src/metrics/index.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import {
  ALL_LABELS as ALL,
  CASES,
  labelsOf,
  misreadRows as rowsOf,
  SOME_LABELS as SOME,
} from './misread-cases.js';

async function measured(
  truly: boolean,
  given?: readonly MessageLabel[],
  read: typeof loadConfusions = () => [],
): Promise<Metric> {
  const corpus = await fakeCorpus(rowsOf(truly), { confusions: () => Promise.resolve(read()) });
  const metric = await spillRate(corpus, given === undefined ? {} : { labels: given });
  return metric;
}
const figures = (metric: Metric): unknown[][] =>
  metric
    .rows()
    .map(({ by, driver, n, share, low, high, seen, expected }) => [
      by,
      driver,
      n,
      share,
      low,
      high,
      seen,
      expected,
    ]);
const width = ({ interval }: Metric): number => Number(interval?.high) - Number(interval?.low);

describe('spill rate by labels', () => {
  it('is that of a reader who errs in nothing where each case has a label', async () => {
    const [byLabels, truly] = [await measured(false, ALL, loadConfusions), await measured(true)];
    // 45 of 180
    expect(byLabels.value).toBeCloseTo(0.25, 2);
    expect(byLabels.n).toBe(180);
    // what links find is counted by witnesses that read
    figures(byLabels).forEach((row, k) =>
      row.forEach((one, column) => {
        const other = figures(truly)[k]?.[column];
        if (typeof one === 'number') expect(Math.abs(one / Number(other) - 1)).toBeLessThan(0.01);
        else expect(one).toBe(other);
      }),
    );
    expect(byLabels.rows().map(({ n, seen }) => [n, seen])).toEqual(
      truly.rows().map(({ n, seen }) => [n, seen]),
    );
    expect(byLabels.limits?.en).toContain('Your labels say what is a complaint: 300 of 300 private cases');
    expect(byLabels.limits?.en).toContain(
      'The denominator, 180 complaints, is the sum of these shares: 180 told by a label, the rest estimated.',
    );
    expect(byLabels.limits?.en).not.toContain('by the labelled sets');
  });

  it('is what it was, to the digit, without labels, with too few or of another head', async () => {
    const plain = await measured(false, undefined, loadConfusions);
    // 36 of 200
    expect(plain.value).toBeCloseTo(0.18, 2);
    const others: MessageLabel[] = ALL.map((one) => ({ ...one, head: 'sentiment', label: 'neutral' }));
    for (const given of [[], others])
      expect(
        await measured(false, given, loadConfusions).then((metric) => [figures(metric), metric.limits]),
      ).toEqual([figures(plain), plain.limits]);
    // that they are too few is said
    const few = await measured(false, ALL.slice(0, 29), loadConfusions);
    expect([few.value, few.n, figures(few)]).toEqual([plain.value, plain.n, figures(plain)]);
    expect(few.limits?.en).toContain('Your labels know fewer than 30 private cases');
    expect(few.limits?.fr).toContain('elles n’entrent pas dans cette mesure');
    expect(few.limits?.en).toContain('by the labelled sets');
  });

  it('comes near it, less surely, by a part of them', async () => {
    const [some, all] = [await measured(false, SOME), await measured(false, ALL)];
    expect(some.value).toBeGreaterThan(0.22);
    expect(some.value).toBeLessThan(0.28);
    expect(width(some)).toBeGreaterThan(width(all));
    const { low = 1, high = 0 } = some.interval ?? {};
    expect([low < 0.25, high > 0.25]).toEqual([true, true]);
    // 160 told rightly and 20 missed, as far as ninety labels tell: not the 200 that are told
    expect(some.n).toBeGreaterThan(165);
    expect(some.n).toBeLessThan(195);
    const [first, ...groups] = some.rows().map(({ n }) => Number(n));
    expect(first).toBe(some.n);
    expect(Math.abs(groups.slice(0, 2).reduce((sum, n) => sum + n, 0) - some.n)).toBeLessThanOrEqual(1);
  });

  it('leaves out what no model reads, which labels of what one reads tell nothing of, and says so', async () => {
    const rows = rowsOf(false),
      unread = new Set(CASES.slice(250).map(({ caseId }) => `opens:${caseId}`));
    const foreign = {
      ...rows,
      messages: (rows.messages ?? []).map((message) =>
        unread.has(message.messageId ?? '') ? { ...message, complaintProbability: null } : message,
      ),
    };
    const some = labelsOf((k) => k < 250 && (k * 7) % 10 < 3);
    const tell = async (given: typeof rows): Promise<Metric> => {
      const corpus = await fakeCorpus(given);
      return spillRate(corpus, { labels: some });
    };
    const without = new Set(CASES.slice(250).map(({ caseId }) => caseId));
    const [told, gone] = [
      await tell(foreign),
      await tell({
        ...rows,
        cases: (rows.cases ?? []).filter(({ caseId = '' }) => !without.has(caseId)),
        messages: (rows.messages ?? []).filter(({ messageId = '' }) => !unread.has(messageId)),
        caseMessages: (rows.caseMessages ?? []).filter(({ caseId = '' }) => !without.has(caseId)),
      }),
    ];
    expect([told.n, figures(told)]).toEqual([gone.n, figures(gone)]);
    expect(told.limits?.en).toContain('50 private cases that no model reads');
    expect(gone.limits?.en).not.toContain('no model reads');
  });

  it('sets the level of the delays too, so that one rate is told', async () => {
    const corpus = await fakeCorpus(rowsOf(false));
    const [plain, labelled] = [await timeToSpill(corpus), await timeToSpill(corpus, { labels: ALL })];
    // .25 for .18
    expect(Number(labelled.value) / Number(plain.value)).toBeCloseTo(0.25 / 0.18, 2);
    expect(labelled.limits?.en).toContain(
      'Your labels say what is a complaint and how many there are, as for the spill rate',
    );
    expect(plain.limits?.en).not.toContain('labels');
  });

  it('is not told, nor are delays, where by the labels nothing is a complaint', async () => {
    const none = ALL.map((one): MessageLabel => ({ ...one, label: 'none' }));
    const corpus = await fakeCorpus(rowsOf(false));
    for (const metric of [
      await spillRate(corpus, { labels: none }),
      await timeToSpill(corpus, { labels: none }),
    ])
      expect([metric.value, metric.notMeasured?.en]).toEqual([
        null,
        expect.stringContaining('by your labels no case opened in private is likelier a complaint than not'),
      ]);
    // of one driver alone: delays of the others stay
    const ofPrice = ALL.map((one, k): MessageLabel => (k % 2 === 0 ? { ...one, label: 'none' } : one));
    for (const metric of [
      await spillRate(corpus, { labels: ofPrice }),
      await timeToSpill(corpus, { labels: ofPrice }),
    ])
      expect(new Set(metric.rows().map((row) => (row as { driver: string | null }).driver))).toEqual(
        new Set([null, 'taste']),
      );
  });

  it('tells what reading misses and tells wrongly among private cases', async () => {
    const corpus = await fakeCorpus(rowsOf(false));
    const { reading } = (await labelledSpills(corpus, ALL, { seed: 1 })) ?? {};
    const spread = (draws: readonly number[] = []): number[] => [Math.min(...draws), Math.max(...draws)];
    // 160 of the 200 told are right, of 180
    expect([spread(reading?.precision), spread(reading?.recall), spread(reading?.trueForTold)]).toEqual([
      [0.8, 0.8],
      [160 / 180, 160 / 180],
      [0.9, 0.9],
    ]);
  });

  it('lends a part of the exports what labels of all of them say', async () => {
    const corpus = await fakeCorpus(rowsOf(false));
    const part = await labelledSpills(corpus.where({ driver: 'price' }), SOME, { seed: 1 }),
      whole = await labelledSpills(corpus, SOME, { seed: 1 });
    expect(part?.cases.length).toBe(150);
    expect(part?.cases).toEqual(whole?.cases.filter(({ driver }) => driver === 'price'));
    expect(part?.reading).toEqual(whole?.reading);
  });
});
