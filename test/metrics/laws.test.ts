import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables, GroupDimension } from '../../src/engine/corpus-tables.js';
import {
  measure,
  METRICS,
  metricsOf,
  type AnyMetricFunction,
  type MetricName,
} from '../../src/metrics/measure.js';
import type { Metric, MetricRow } from '../../src/model/index.js';
import { fakeCorpus, type FakeRows } from './fake-corpus.js';
import { richRows } from './rich-rows.js';

/** A corpus whose subjects are the first driver of each message. */
const openCorpus = (rows: FakeRows): Promise<CorpusTables> =>
  fakeCorpus(rows, {
    discoverTopics: async (database) => {
      await database.run('ALTER TABLE main.messages ADD COLUMN topics VARCHAR[]');
      await database.run('ALTER TABLE main.messages ADD COLUMN aspect VARCHAR');
      await database.run('UPDATE main.messages SET topics = drivers[1:1]');
      const { name: names = [] } = await database.columns(
        'SELECT DISTINCT unnest(topics) AS name FROM main.messages ORDER BY 1',
      );
      const fact = { parent: null, phrases: [], terms: [], stability: 0.9, nameShare: 1, taxonomy: null };
      return names.map((name, at) => ({ ...fact, topic: `s${at + 1}`, name: String(name) }));
    },
  });
const rows = richRows(300);
const turned: FakeRows = {
  ...rows,
  messages: rows.messages?.toReversed() ?? [],
  cases: rows.cases?.toReversed() ?? [],
  caseMessages: rows.caseMessages?.toReversed() ?? [],
};
/** Draws of an interval: the laws hold whatever their number. */
const replicates = 20;
let corpus: CorpusTables, weeks: CorpusTables, months: CorpusTables, spring: CorpusTables;
beforeAll(async () => {
  corpus = await openCorpus(rows);
  weeks = corpus.where({ from: '2026-02-02', to: '2026-02-22' });
  // a month on each side of the end of a quarter
  months = corpus.where({ from: '2026-03-01', to: '2026-04-30' });
  spring = months.where({ period: '2026-Q2' });
});
afterAll(() => corpus.close());

const ALL: readonly AnyMetricFunction[] = Object.values(METRICS).flat();
const nameOf = ({ definition }: AnyMetricFunction): MetricName => definition.frame.name as MetricName;
const GROUPED = new Map<string, AnyMetricFunction>(
  ALL.filter(({ definition }) => definition.groups !== undefined).map((one) => [nameOf(one), one]),
);

/** The count that adds up over parts: of values n, of rows a column. */
const ADDS: Readonly<Record<string, string>> = {
  funnelCounts: 'n',
  funnelFlows: 'count',
  volumeByChannel: 'n',
  netSentimentByPeriod: 'n',
  driverShares: 'n',
  topicShares: 'n',
  shareOfVoice: 'mentions',
  harmShares: 'messages',
  contributionShares: 'messages',
  completeness: 'messages',
  messageFormats: 'messages',
  messageLanguages: 'messages',
  scoreAppMentions: 'n',
  engagement: 'interactions',
  channelPaths: 'n',
  driverEffort: 'n',
  topicProfiles: 'n',
  productTruth: 'n',
};
/** Metrics of which no count adds up, and why. */
const WHOLE: Readonly<Record<string, string>> = {
  storePorosity: 'counts persons, who may write in two weeks',
  firstReplyTime: 'whose replies can be attached is judged on the messages at hand',
  answeredWithin: 'whose replies can be attached is judged on the messages at hand',
  responseRate: 'whose replies can be attached is judged on the messages at hand',
  driverShift: 'compares two quarters',
  periodChange: 'compares two quarters',
  topicTrends: 'compares two quarters',
  scoreDecomposition: 'compares two quarters',
  benchmarks: 'each group against all of them',
  valueAtStake: 'ranges by simulation',
  resolutionTime: 'what is open at the end of the exports is judged on the messages at hand',
  nextReplyTime: 'whose replies can be attached is judged on the messages at hand',
  correctedShares: 'one estimate from the tables of all',
  multiStateFunnel: 'one model of the whole course',
  deversoirMatrix: 'one model of the whole course',
  reservoirOverTime: 'days, each with what was open then',
};

type Asked = (corpus: CorpusTables, options: { by: GroupDimension; replicates: number }) => Promise<Metric>;
const by = (metric: AnyMetricFunction, of: CorpusTables, dimension: GroupDimension): Promise<Metric> =>
  (metric as unknown as Asked)(of, { by: dimension, replicates });
/** Sums of a column by the texts that tell its rows apart, 0 left out: a part has no row of what it lacks. */
function sums(found: readonly MetricRow[], column: string, apart: string): Record<string, number> {
  const total: Record<string, number> = {};
  for (const row of found) {
    const key = Object.entries(row)
      .filter(([name, value]) => name !== apart && name !== 'name' && typeof value === 'string')
      .map(([, value]) => String(value))
      .join(' · ');
    const value = row[column];
    if (typeof value === 'number' && value > 0) total[key] = (total[key] ?? 0) + value;
  }
  return total;
}

describe('laws of the catalogue', () => {
  it('every metric that groups is told to add up, or why it does not', () => {
    const known = new Set([...Object.keys(ADDS), ...Object.keys(WHOLE)]);
    const byRows = [...GROUPED].filter(([, { definition }]) => definition.groups === 'rows');
    expect(byRows.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !GROUPED.has(name))).toEqual([]);
  });

  it.each([...GROUPED.keys()].filter((name) => !(name in WHOLE)))(
    '%s: three weeks sum to their days, stages to the whole',
    async (name) => {
      const metric = GROUPED.get(name) as AnyMetricFunction;
      const whole = await metric(weeks, { replicates });
      for (const dimension of ['week', 'stage'] as const) {
        const parts = (await by(metric, weeks, dimension)).rows();
        if (metric.definition.groups === 'value')
          expect(parts.reduce((sum, row) => sum + Number(row['n']), 0)).toBe(whole.n);
        else {
          const column = ADDS[name] as string;
          expect(sums(parts, column, dimension)).toEqual(sums(whole.rows(), column, dimension));
        }
      }
    },
  );

  it.each([...GROUPED.keys()])('%s: by is where', async (name) => {
    const metric = GROUPED.get(name) as AnyMetricFunction;
    const grouped = (await by(metric, months, 'quarter')).rows();
    const alone = await metric(spring, { replicates });
    const own = grouped
      .filter(({ quarter }) => quarter === '2026-Q2')
      .map(({ quarter: _quarter, ...row }) => row);
    if (metric.definition.groups === 'rows')
      expect(own).toEqual(alone.rows().map(({ quarter: _q, ...row }) => row));
    else if (alone.n > 0)
      expect(own).toMatchObject([{ n: alone.n, value: alone.value, low: alone.interval?.low ?? null }]);
  });

  it('order changes nothing', async () => {
    // those of the funnel: funnel-metrics.test.ts, on cases that spill
    const which = ALL.map(nameOf).filter(
      (name) => name !== 'alertRules' && (name === 'caseTimeline' || !metricsOf('funnel').includes(name)),
    );
    const other = await openCorpus(turned);
    const [figures, again] = await Promise.all(
      [corpus, other].map(async (of) =>
        (await measure(of, { which, replicates })).map(({ name, n, value, interval, rows: list }) =>
          JSON.stringify([name, n, value, interval, list()]),
        ),
      ),
    );
    other.close();
    expect(again).toEqual(figures);
  });
});
