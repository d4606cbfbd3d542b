import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import {
  avoidableSpills,
  driverEffort,
  spillRate,
  timeToSpill,
  topicProfiles,
  unidentifiedComplaints,
  valueAtStake,
  type MessageLabel,
} from '../../../src/metrics/index.js';
import type { Metric } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { tableOf } from './funnel-rows.js';
import { ALL_LABELS, misreadRows, SOME_LABELS } from './misread-cases.js';

/** As it is read or as it is, each message on one subject. */
async function corpusOf(truly: boolean): Promise<CorpusTables> {
  const corpus = await fakeCorpus(misreadRows(truly, { apart: true }), {
    discoverTopics: async (database) => {
      await database.run('ALTER TABLE main.messages ADD COLUMN topics VARCHAR[]');
      await database.run('ALTER TABLE main.messages ADD COLUMN aspect VARCHAR');
      await database.run(
        `UPDATE main.messages SET topics = CASE WHEN campaign IS NULL THEN [] ELSE [campaign] END`,
      );
      const topic = {
        topic: 's1',
        name: 'recette',
        parent: null,
        taxonomy: null,
        stability: 0.9,
        nameShare: 1,
      };
      return [{ ...topic, phrases: [], terms: [] }];
    },
  });
  return corpus;
}
const columns = (metric: Metric, names: readonly string[]): unknown[][] =>
  tableOf(metric).map((row) => names.map((name) => row[name]));

/** What each of them tells of complaints. */
const FIGURES: readonly [
  (corpus: CorpusTables, options: { labels: readonly MessageLabel[]; replicates: number }) => Promise<Metric>,
  readonly string[],
][] = [
  [driverEffort, ['driver', 'n', 'messages', 'effortShare', 'medianHours', 'spills', 'rate', 'difference']],
  [topicProfiles, ['name', 'cases', 'spills', 'rate', 'seen']],
  [
    unidentifiedComplaints,
    ['by', 'driver', 'n', 'unidentified', 'share', 'spillUnidentified', 'spillIdentified', 'seenDifference'],
  ],
];

describe('metrics of private complaints, by labels', () => {
  it('tell what a reader would who errs in nothing, where each case has a label', async () => {
    const [read, true_] = [await corpusOf(false), await corpusOf(true)];
    for (const [metric, names] of FIGURES) {
      const options = { labels: ALL_LABELS, replicates: 20 };
      const [own, known] = [await metric(read, options), await metric(true_, { labels: [], replicates: 20 })];
      expect([own.name, own.n]).toEqual([own.name, known.n]);
      const [table, other] = [columns(own, names), columns(known, names)];
      expect(table.length).toBe(other.length);
      // what links find is counted by witnesses that read
      table.forEach((row, k) =>
        row.forEach((one, column) => {
          const truth = other[k]?.[column];
          if (typeof one === 'number' && typeof truth === 'number' && truth !== 0)
            expect(Math.abs(one / truth - 1), `${own.name} ${names[column]}`).toBeLessThan(0.01);
          else expect(one).toEqual(truth);
        }),
      );
      expect(own.limits?.en).toContain('Your labels say what is a complaint: 300 of 300');
    }
  });

  it('counts those filed as something else by hand', async () => {
    const corpus = await corpusOf(false);
    const [read, all, some] = [
      await unidentifiedComplaints(corpus),
      await unidentifiedComplaints(corpus, { labels: ALL_LABELS }),
      await unidentifiedComplaints(corpus, { labels: SOME_LABELS }),
    ];
    // of the 200 told a fourth of the 160 complaints, and all 40 that are none; of the 180 true ones a fourth
    expect([read.n, read.value, all.n, all.value]).toEqual([200, 0.4, 180, 0.25]);
    // a third of the labels: those told wrongly are filed as something else, so these count less than the others
    expect(some.value).toBeGreaterThan(0.21);
    expect(some.value).toBeLessThan(0.29);
    const width = ({ interval }: Metric): number => Number(interval?.high) - Number(interval?.low);
    expect(width(some)).toBeGreaterThan(width(all));
    const { low = 1, high = 0 } = some.interval ?? {};
    expect([low < 0.25, high > 0.25]).toEqual([true, true]);
  });

  it('tell one rate of one number of complaints', async () => {
    const corpus = await corpusOf(false),
      options = { labels: SOME_LABELS };
    const [rate, delays, effort, topics] = [
      await spillRate(corpus, options),
      await timeToSpill(corpus, options),
      await driverEffort(corpus, options),
      await topicProfiles(corpus, options),
    ];
    const [all] = tableOf(rate);
    expect([delays.n, effort.n, tableOf(topics)[0]?.['cases']]).toEqual([rate.n, rate.n, rate.n]);
    // drivers of the priorities are those of the spill rate, and the subject of all is all
    const drivers = tableOf(rate).filter(({ by }) => by === 'driver');
    expect(
      tableOf(effort)
        .map(({ driver, n, rate: own, low, high, spills }) => [driver, n, own, low, high, spills])
        .toSorted(),
    ).toEqual(
      drivers
        .map(({ driver, n, share, low, high, expected }) => [driver, n, share, low, high, expected])
        .toSorted(),
    );
    expect(tableOf(topics)[0]?.['rate']).toBeCloseTo(Number(all?.['share']), 10);
    expect(tableOf(topics)[0]?.['spills']).toBeCloseTo(Number(all?.['expected']), 6);
  });

  it('set the number of avoidable spills by that of the complaints and the level of their spills', async () => {
    const corpus = await corpusOf(false);
    const [read, all] = [
      await avoidableSpills(corpus, { replicates: 20 }),
      await avoidableSpills(corpus, { replicates: 20, labels: ALL_LABELS }),
    ];
    // 45 spill for the 36 read: 180 complaints at .25 for 200 at .18
    expect([read.n, all.n]).toEqual([200, 180]);
    expect(Number(all.value) / Number(read.value)).toBeCloseTo(45 / 36, 6);
    const [own, plain] = [tableOf(all)[1], tableOf(read)[1]];
    expect(Number(own?.['actualShare']) / Number(plain?.['actualShare'])).toBeCloseTo(0.25 / 0.18, 6);
    const fewer = Number(own?.['actualShare']) - Number(own?.['policyShare']);
    expect(fewer * all.n).toBeCloseTo(Number(all.value), 9);
  });

  it('cost the spills of the complaints that they tell', async () => {
    const corpus = await corpusOf(false);
    const exact = (value: number) => ({ low: value, high: value, source: 'comptabilité' });
    const costs = { lossAfterSpill: exact(1), lostCustomer: exact(10) };
    for (const labels of [[], ALL_LABELS]) {
      const { value, n, interval } = await spillRate(corpus, { labels, replicates: 20 });
      const row = tableOf(await valueAtStake(corpus, { costs, labels, replicates: 20 })).find(
        ({ line }) => line === 'spills',
      );
      expect(row?.['n']).toBe(labels.length === 0 ? 200 : 180);
      expect([n, row?.['quantity'], row?.['quantityLow'], row?.['quantityHigh']]).toEqual([
        row?.['n'],
        ...[value, interval?.low, interval?.high].map((share) => n * (share ?? Number.NaN)),
      ]);
    }
  });

  it('are what they were, to the digit, with too few labels, and say so', async () => {
    const corpus = await corpusOf(false);
    for (const [metric] of FIGURES) {
      const [few, none] = [
        await metric(corpus, { labels: ALL_LABELS.slice(0, 29), replicates: 20 }),
        await metric(corpus, { labels: [], replicates: 20 }),
      ];
      expect([few.value, few.interval, tableOf(few)]).toEqual([none.value, none.interval, tableOf(none)]);
      expect(few.limits?.en).toContain('Your labels know fewer than 30 private cases');
      expect(none.limits?.en).not.toContain('Your labels');
    }
  });
});
