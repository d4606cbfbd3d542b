import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import {
  answerEffect,
  avoidableSpills,
  deversoirMatrix,
  icebergRatio,
  reservoir,
  responseRate,
  spillRate,
  timeToSpill,
  waitingCases,
} from '../../../src/metrics/index.js';
import { foundSpills } from '../../../src/metrics/funnel/found-spills.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { waitingEstimate } from '../../../src/metrics/funnel/waiting-estimate.js';
import type { Metric } from '../../../src/model/index.js';
import type { WorldMessage, WorldTruth } from '../../../src/simulate/index.js';

/** One figure of one world beside its truth; `value` is null where the metric says that it is not measured. */
export interface Score {
  readonly figure: string;
  readonly truth: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const STAGES = ['private', 'public', 'press'] as const;
type Cells = Readonly<Record<string, unknown>>;

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

const headline = (figure: string, truth: number, { value, interval }: Metric): Score => ({
  figure,
  truth,
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});

const cell = (figure: string, truth: number, row: Cells | undefined, column: string): Score => ({
  figure,
  truth,
  value: numberOf(row?.[column]),
  low: numberOf(row?.['low']),
  high: numberOf(row?.['high']),
});

/** Groups smaller than this have no truth worth a coverage. */
const LEAST = 20;

/** `WORLDS_AVOIDABLE=1` measures what faster answers would spare too: it resamples, and takes as long as all the rest. */
const AVOIDABLE = process.env['WORLDS_AVOIDABLE'] === '1';

const GROUPED = ['driver', 'channel'] as const;
/** Readers name a channel with what the world calls it, and more: `whatsapp-dm` for `whatsapp`. */
const rowOf = (rows: readonly Cells[], by: (typeof GROUPED)[number], group: string): Cells | undefined =>
  rows.find(
    (row) =>
      row['by'] === by &&
      (by === 'channel' ? String(row['channel']).includes(group) : row['driver'] === group),
  );

/** Channels of public messages. */
const PUBLIC: ReadonlySet<string> = new Set(['x-post', 'facebook-comment', 'review']);
/** Public channels whose replies some messages of a world hold: of the others nobody could tell how much is answered. */
export const repliedIn = (messages: readonly WorldMessage[]): ReadonlySet<string> =>
  new Set(messages.filter(({ role }) => role === 'publicReply').map(({ channel }) => channel));

/**
 * Every figure under test, measured on a corpus by the names of its metric, beside the truth of the world. `replied`: public channels whose
 * replies the corpus holds. `young`: customers who wait for no longer than `waitingCases` tells of.
 */
export async function scoresOf(
  corpus: CorpusTables,
  { estimands }: WorldTruth,
  replied: ReadonlySet<string>,
  young?: number,
): Promise<Score[]> {
  const scores: Score[] = [];
  const spill = await spillRate(corpus);
  scores.push(headline('spillRate', estimands.spillRate.expected, spill));
  const spillRows = spill.rows() as readonly Cells[];
  for (const by of GROUPED) {
    const groups = by === 'driver' ? estimands.byDriver : estimands.byChannel;
    for (const [group, truth] of Object.entries(groups))
      if (truth.cases >= LEAST)
        scores.push(cell(`spillRate by ${by}`, truth.expected, rowOf(spillRows, by, group), 'share'));
  }
  const time = (await timeToSpill(corpus)).rows() as readonly Cells[];
  for (const { days, expected } of estimands.incidence)
    scores.push(
      cell(
        `timeToSpill ${days} d`,
        expected,
        time.find((row) => row['by'] === 'total' && row['point'] === 'horizon' && row['hours'] === days * 24),
        'cumulativeIncidence',
      ),
    );
  scores.push(headline('answerEffect', estimands.answeredHazardRatio, await answerEffect(corpus)));
  const matrix = (await deversoirMatrix(corpus)).rows() as readonly Cells[];
  STAGES.forEach((from, j) =>
    STAGES.forEach((to, i) => {
      if ((estimands.events[j] ?? 0) >= 5)
        scores.push(
          cell(
            `deversoirMatrix ${from}→${to}`,
            estimands.matrix[i]?.[j] ?? 0,
            matrix.find((row) => row['from'] === from && row['to'] === to),
            'value',
          ),
        );
    }),
  );
  if (estimands.icebergRatio !== null)
    scores.push(headline('icebergRatio', estimands.icebergRatio, await icebergRatio(corpus)));
  if (AVOIDABLE)
    scores.push(headline('avoidableSpills', estimands.avoidableSpills, await avoidableSpills(corpus)));
  scores.push(headline('reservoir', estimands.reservoir.expected, await reservoir(corpus)));
  const rates = (await responseRate(corpus)).rows() as readonly Cells[];
  for (const [channel, { n, of, share }] of Object.entries(estimands.responseRate)) {
    if (of < LEAST || share === null || n === 0) continue;
    const stage = PUBLIC.has(channel) ? 'public' : 'private';
    const row = rates.find((one) => one['stage'] === stage && String(one['channel']).includes(channel));
    const unseen = stage === 'public' && !replied.has(channel);
    scores.push(
      cell(`responseRate ${stage}${unseen ? ', without replies in the exports' : ''}`, share, row, 'share'),
    );
  }
  const [open] = (
    await corpus.query(
      `SELECT CAST(count(waitingSince) AS DOUBLE) AS waiting, CAST(count(*) AS DOUBLE) AS untraced FROM cases
       WHERE firstStage = 'private' AND complaint AND resolvedAt IS NULL AND spilledAt IS NULL`,
    )
  ).objects() as { waiting: number; untraced: number }[];
  for (const [figure, truth, value] of [
    ['cases in which the customer waits (count)', estimands.waiting, open?.waiting],
    ['cases without a trace of resolution, beside those open (count)', estimands.open, open?.untraced],
  ] as const)
    scores.push({ figure, truth, value: value ?? null, low: null, high: null });
  if (young !== undefined)
    scores.push(headline('customers who wait (waitingCases)', young, await waitingCases(corpus)));
  const options = resolveFunnelOptions({});
  const { waiting = 0, untraced = 0 } = open ?? {};
  const estimate = await waitingEstimate(
    corpus,
    { waiting, untraced },
    await foundSpills(corpus, options),
    options,
  );
  scores.push({
    figure: 'customers who wait, estimated (count)',
    truth: estimands.waiting,
    value: estimate.expected,
    low: estimate.low,
    high: estimate.high,
  });
  for (const stage of ['private', 'public'] as const) {
    const [own] = (
      await corpus.query(
        `SELECT CAST(count(*) AS DOUBLE) AS n, CAST(count(*) FILTER (list_contains(intents, 'complaint')) AS DOUBLE) AS k
         FROM messages WHERE stage = $stage AND direction = 'inbound' AND speech = 'own' AND kind <> 'system'`,
        { stage },
      )
    ).objects() as { n: number; k: number }[];
    const { n = 0, k = 0 } = own ?? {};
    const plain = { low: null, high: null };
    scores.push({
      figure: `customers' messages ${stage} (count)`,
      truth: estimands.customers[stage],
      value: n,
      ...plain,
    });
    const truth = estimands.complaintShare[stage].share;
    if (truth !== null && n > 0)
      scores.push({ figure: `complaint share ${stage} (as classified)`, truth, value: k / n, ...plain });
  }
  return scores;
}
