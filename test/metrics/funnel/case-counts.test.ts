import { describe, expect, it } from 'vitest';
import { caseCounts } from '../../../src/metrics/funnel/case-counts.js';
import { responseRate } from '../../../src/metrics/care/response-rate.js';
import { spillRate } from '../../../src/metrics/funnel/spill-rate.js';
import { fakeCorpus } from '../fake-corpus.js';
import { HOUR, hourCase } from './funnel-rows.js';
import { keyedRows } from './keyed-rows.js';
import { ALL_LABELS, misreadRows } from './misread-cases.js';

const MONTH = 31 * 24;
/** Four private complaints: two of January, one of them answered and spilled; two of February, one answered, of another brand. Then one undated in public. */
const ROWS = keyedRows({
  cases: [
    hourCase({ until: 2 * MONTH, answered: 2, spilled: 5, driver: 'price', brand: 'A' }),
    hourCase({ until: 2 * MONTH, driver: 'price', brand: 'A' }),
    hourCase({ until: 2 * MONTH, opened: MONTH, answered: MONTH + 1, driver: 'taste', brand: 'B' }),
    hourCase({ until: 2 * MONTH, opened: MONTH, driver: 'taste', brand: 'A' }),
    { firstStage: 'public', firstChannel: 'web-review' },
  ],
});

describe('caseCounts', () => {
  it('crosses months, brands and drivers; what cannot be measured is in no count', async () => {
    const corpus = await fakeCorpus(ROWS);
    const metric = await caseCounts(corpus, { zone: 'UTC' });
    // all five cases are looked at; replies in public are not in the exports
    expect([metric.value, metric.n]).toEqual([5, 5]);
    expect(
      metric
        .rows()
        .map(({ period, brand, driver, asked, answered, followed, spilled }) => [
          period,
          brand,
          driver,
          asked,
          answered,
          followed,
          spilled,
        ]),
    ).toEqual([
      ['1970-01-01', 'A', 'price', 2, 1, 2, 1],
      ['1970-02-01', 'A', 'taste', 1, 0, 1, 0],
      ['1970-02-01', 'B', 'taste', 1, 1, 1, 0],
    ]);
  });

  it('sums to the response rate and to the seen spill rate', async () => {
    const corpus = await fakeCorpus(ROWS);
    const rows = (await caseCounts(corpus)).rows();
    const sum = (column: 'asked' | 'answered' | 'followed' | 'spilled'): number =>
      rows.reduce((total, row) => total + row[column], 0);
    const rate = await responseRate(corpus);
    expect([sum('answered') / sum('asked'), sum('asked')]).toEqual([rate.value, rate.n]);
    expect(sum('spilled') / sum('followed')).toBeCloseTo(
      Number((await spillRate(corpus)).rows()[0]?.seen),
      12,
    );
  });

  it('counts what is followed under the driver that the spill rate has it under', async () => {
    const said = { sentAt: HOUR, intents: ['complaint'], channel: 'email' } as const;
    const corpus = await fakeCorpus(
      keyedRows({
        messages: [
          { ...said, stage: 'private', messageId: 'a1', drivers: ['price'] },
          { ...said, messageId: 'a2', drivers: ['delivery'] },
          { ...said, stage: 'private', messageId: 'b1', drivers: ['delivery'] },
        ],
        cases: [
          hourCase({ caseId: 'a', until: 900, answered: 2, spilled: 10, driver: 'delivery' }),
          hourCase({ caseId: 'b', until: 900, driver: 'delivery' }),
        ],
        caseMessages: ['a1', 'a2', 'b1'].map((messageId) => ({ caseId: messageId.slice(0, 1), messageId })),
      }),
    );
    const rows = (await caseCounts(corpus)).rows();
    expect(rows.map(({ driver, asked, followed, spilled }) => [driver, asked, followed, spilled])).toEqual([
      ['delivery', 2, 1, 0],
      ['price', 0, 1, 1],
    ]);
    const seen = new Map((await spillRate(corpus)).rows().map((row) => [row['driver'], row['seen']]));
    expect([seen.get('delivery'), seen.get('price')]).toEqual([0, 1]);
  });

  it('sums, over what links find, to the spill rate that is told, as read and by labels', async () => {
    const corpus = await fakeCorpus(misreadRows(false));
    for (const labels of [[], ALL_LABELS]) {
      const told = await spillRate(corpus, { labels }),
        rows = (await caseCounts(corpus, { labels })).rows();
      const sum = (column: 'followed' | 'spilled'): number =>
        rows.reduce((total, row) => total + row[column], 0);
      const [{ found, foundLow, foundHigh } = {}] = rows;
      expect(Math.round(sum('followed'))).toBe(told.n);
      expect(sum('spilled') / sum('followed') / Number(found)).toBeCloseTo(Number(told.value), 10);
      expect(Number(foundLow)).toBeLessThan(Number(found));
      expect(Number(foundHigh)).toBeGreaterThanOrEqual(Number(found));
    }
  });

  it('says so without a case', async () => {
    const corpus = await fakeCorpus({ cases: [{ firstStage: 'press', openedAt: HOUR }] });
    expect((await caseCounts(corpus)).notMeasured?.fr).toBe('aucun dossier');
  });
});
