import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { METRICS, type AnyMetricFunction } from '../../src/metrics/measure.js';
import { fakeCorpus } from './fake-corpus.js';
import { richRows } from './rich-rows.js';

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
  icebergRatio: 'a row a complaint case: resampled by author and text',
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
};
/** Rows taken for each message of the corpus, at most. */
const MOST_A_MESSAGE = 2.5;

const ALL: readonly AnyMetricFunction[] = Object.values(METRICS).flat();

/** The corpus under another identity, so that nothing is shared, with the rows of its queries and of its parts counted. */
function counted(
  corpus: CorpusTables,
  count: (rows: number) => void,
  known = new Map<CorpusTables, CorpusTables>(),
): CorpusTables {
  const own = known.get(corpus) ?? {
    ...corpus,
    query: async (...asked) => {
      const found = await corpus.query(...asked);
      count(found.numRows());
      return found;
    },
    where: (filter) => counted(corpus.where(filter), count, known),
    ofItsBrands: () => counted(corpus.ofItsBrands(), count, known),
  };
  known.set(corpus, own);
  return own;
}

let corpus: Awaited<ReturnType<typeof fakeCorpus>>;
beforeAll(async () => {
  corpus = await fakeCorpus(richRows(MESSAGES), {
    // a message's subject is its first driver
    discoverTopics: async (database) => {
      await database.run('ALTER TABLE main.messages ADD COLUMN topics VARCHAR[]');
      await database.run('ALTER TABLE main.messages ADD COLUMN aspect VARCHAR');
      await database.run('UPDATE main.messages SET topics = drivers[1:1]');
      return [];
    },
  });
  await corpus.topics();
});
afterAll(() => corpus.close());

it('takes few rows into JavaScript, but for metrics with a reason', async () => {
  const many: string[] = [];
  let most = 0;
  for (const metric of ALL) {
    let pulled = 0;
    await metric(
      counted(corpus, (rows) => {
        pulled += rows;
      }),
      { replicates: 20 },
    );
    if (pulled > FEW) many.push(metric.definition.frame.name);
    most = Math.max(most, pulled);
  }
  expect(many.filter((name) => !(name in REASONS))).toEqual([]);
  expect(Object.keys(REASONS).filter((name) => !many.includes(name))).toEqual([]);
  expect(most).toBeLessThan(MOST_A_MESSAGE * MESSAGES);
});
