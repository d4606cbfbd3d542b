import { beforeAll, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { METRICS, type AnyMetricFunction } from '../../src/metrics/measure.js';
import type { Metric } from '../../src/model/index.js';
import type { Database } from '../../src/engine/database.js';
import { fakeCorpus } from './fake-corpus.js';
import { richRows, topicsOfDrivers } from './rich-rows.js';
import { wrongCells } from './wrong-cells.js';

/** Rows that a metric may take into JavaScript without a reason: SQL reduces. */
const FEW = 1000;
const MESSAGES = 3000;

const EVENTS = 'instants of events, in order: a point process has no smaller sufficient statistic';
const SPELLS = 'times at risk of cases: survival curves and regressions stand on each';
const DAYS = 'a row a day and channel, whatever the messages';
/** Metrics that take more, and what their statistics need row by row; they stay linear in it. */
const REASONS: Readonly<Record<string, string>> = {
  observationWindows: DAYS,
  spillRate: EVENTS,
  timeToSpill: SPELLS,
  answerEffect: SPELLS,
  avoidableSpills: EVENTS,
  multiStateFunnel: SPELLS,
  deversoirMatrix: EVENTS,
  waitingCases: `${EVENTS}, which tell how many went public unrecognised`,
  icebergRatio: 'a row a case that may spill: those that sure links find tell what reading misses',
  unidentifiedComplaints: SPELLS,
  reservoir: SPELLS,
  reservoirOverTime: SPELLS,
  reservoirCheck: SPELLS,
  periodChange: `${EVENTS}, of the whole, which lends quarters the share found`,
  scoreDecomposition: 'a row an author and group: resampled by author',
  driverEffort: SPELLS,
  crisisTimeline: EVENTS,
  crisisSheets: EVENTS,
  crisisTexts: EVENTS,
  crisisBursts: EVENTS,
  firstReplyTime: SPELLS,
  nextReplyTime: SPELLS,
  resolutionTime: SPELLS,
  answeredWithin: SPELLS,
  messageSample: 'the 1,200 messages that a page shows',
  messageCounts: 'a cell for each of who writes several times, in 4,000 messages at most',
  caseCounts: 'a row a case that may spill: each has its own probability, worked out in JavaScript',
  topicProfiles: 'a row a private case, whose probability of a spill is worked out in JavaScript',
};
/** Rows taken for each message of the corpus, at most. */
const MOST_A_MESSAGE = 2.5;

const ALL: readonly AnyMetricFunction[] = Object.values(METRICS).flat();

type Asked = Parameters<CorpusTables['query']>;

/** The corpus under another identity, so that nothing is shared, with the rows of its queries and of its parts counted. */
function counted(
  corpus: CorpusTables,
  count: (rows: number, asked: Asked, filters: CorpusTables['filters']) => void,
  known = new Map<CorpusTables, CorpusTables>(),
): CorpusTables {
  const own = known.get(corpus) ?? {
    ...corpus,
    query: async (...asked) => {
      const found = await corpus.query(...asked);
      count(found.numRows(), asked, corpus.filters);
      return found;
    },
    where: (filter) => counted(corpus.where(filter), count, known),
    ofItsBrands: () => counted(corpus.ofItsBrands(), count, known),
  };
  known.set(corpus, own);
  return own;
}

let corpus: Awaited<ReturnType<typeof fakeCorpus>>;
let database: Database;
const measured: { readonly metric: Metric; readonly pulled: number }[] = [];
/** Queries of the whole corpus, each once. */
const queries = new Map<string, Asked>();
beforeAll(async () => {
  corpus = await fakeCorpus(richRows(MESSAGES), {
    discoverTopics: (opened) => {
      database = opened;
      return topicsOfDrivers.discoverTopics?.(opened) ?? Promise.resolve([]);
    },
  });
  await corpus.topics();
  for (const measure of ALL) {
    let pulled = 0;
    const alone = counted(corpus, (rows, asked, filters) => {
      pulled += rows;
      if (filters.length === 0) queries.set(JSON.stringify(asked), asked);
    });
    measured.push({ metric: await measure(alone, { replicates: 20 }), pulled });
  }
});

it('takes few rows into JavaScript, but for metrics with a reason', () => {
  const many = measured.filter(({ pulled }) => pulled > FEW).map(({ metric }) => metric.name);
  expect(many.filter((name) => !(name in REASONS))).toEqual([]);
  expect(Object.keys(REASONS).filter((name) => !many.includes(name))).toEqual([]);
  expect(Math.max(...measured.map(({ pulled }) => pulled))).toBeLessThan(MOST_A_MESSAGE * MESSAGES);
});

it('gives rows that hold what their types say', () => {
  for (const [at, { metric }] of measured.entries()) {
    const { columns } = (ALL[at] as AnyMetricFunction).definition.frame;
    expect(Object.keys(columns).length, metric.name).toBeGreaterThan(0);
    expect(wrongCells(columns, metric)).toEqual([]);
  }
  // what these messages do not hold
  expect(measured.flatMap(({ metric }) => (metric.rows().length === 0 ? [metric.name] : []))).toEqual([
    'multiStateFunnel',
    'valueAtStake',
    'crisisSheets',
    'crisisAround',
    'crisisTexts',
    'crisisBursts',
    'engagement',
    'correctedShares',
    'sectorFigures',
    'productTruth',
    'scoreAppMentions',
    'nextReplyTime',
    'waitingCases',
    'graveCases',
  ]);
});

interface Operator {
  readonly operator_name?: string;
  readonly operator_cardinality?: number;
  readonly children?: readonly Operator[];
}

/** Rows that the joins of a query make or try: what a hash join gives, and each pair that another compares. */
async function pairsOf([sql, parameters]: Asked): Promise<number> {
  const { explain_value: [plan] = [] } = await database.columns(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    parameters,
  );
  const most = (operator: Operator): number => {
    const { operator_name: name = '', operator_cardinality: rows = 0, children = [] } = operator;
    const compared = /NL_JOIN|NESTED_LOOP|MERGE_JOIN|IE_JOIN|CROSS_PRODUCT/.test(name)
      ? children.reduce((product, child) => product * (child.operator_cardinality ?? 0), 1)
      : 0;
    return Math.max(/JOIN|CROSS_PRODUCT/.test(name) ? Math.max(rows, compared) : 0, ...children.map(most));
  };
  return most(JSON.parse(String(plan)) as Operator);
}

it('joins messages and cases by their ids: no product of one with the other', async () => {
  const pairs = new Map<string, number>();
  for (const asked of queries.values()) pairs.set(asked[0], await pairsOf(asked));
  expect(queries.size).toBeGreaterThan(80);
  // days are compared with days
  expect(
    [...pairs].filter(([sql, n]) => n > 2 * MESSAGES && !sql.includes("date_diff('day', kept.day")),
  ).toEqual([]);
  // what once spilled 21 GB is found
  const product = await pairsOf(['SELECT count(*) FROM cases JOIN storedMessages ON channel = firstChannel']);
  expect(product).toBeGreaterThan(10 * MESSAGES);
});
