import type { CorpusTables } from '../engine/corpus-tables.js';
import { differenceInterval } from './basic/score-interval.js';
import { meanRating } from './basic/mean-rating.js';
import { netSentimentScore } from './basic/net-sentiment.js';
import { shareOfVoice } from './basic/share-of-voice.js';
import { ofOneStage, replyCoverage } from './care/reply-coverage.js';
import { responseRate } from './care/response-rate.js';
import { defineMetric } from './define-metric.js';
import { lastQuarters, quarterName } from './last-quarters.js';
import { spillRate } from './funnel/spill-rate.js';
import { makeMetric, unmeasured, metricFrame, type Measured, type RowOf } from './make-metric.js';
import type { MetricOptions } from './options.js';

const COMPARED = [spillRate, netSentimentScore, responseRate, shareOfVoice, meanRating] as const;

const frame = metricFrame({
  name: 'periodChange',
  label: { fr: 'Écarts avec le trimestre précédent', en: 'Changes against the previous quarter' },
  unit: 'messages',
  denominator: { fr: 'messages de clients des deux trimestres', en: 'customers’ messages of both quarters' },
  method: {
    fr: 'Chaque mesure dans le dernier trimestre moins la même dans le précédent ; intervalle de la différence par MOVER (Zou et Donner, 2008). L’écart est établi quand cet intervalle ne contient pas zéro.',
    en: 'Each measure in the last quarter minus the same in the one before; interval of the difference by MOVER (Zou & Donner 2008). The change is established when this interval leaves zero out.',
  },
  limits: {
    fr: 'Un dernier trimestre à peine entamé (moins du quart des messages du précédent) est laissé de côté. Les dossiers ouverts en fin de trimestre sont moins longtemps suivis.',
    en: 'A last quarter that has barely begun (under a quarter of the messages of the one before) is left out. Cases opened late in a quarter are followed for less time.',
  },
  columns: {
    metric: 'text',
    previousPeriod: 'text',
    period: 'text',
    previous: 'number',
    previousN: 'number',
    current: 'number',
    n: 'number',
    difference: 'number',
    low: 'number',
    high: 'number',
    sameChannels: 'boolean?',
  },
});

/** The stage that the response rate of a part tells, and the channels on which it is measured. */
async function answeredOn(corpus: CorpusTables): Promise<string> {
  const { stage, seen } = ofOneStage(await replyCoverage(corpus));
  return [stage, ...seen.map(({ channel }) => channel).toSorted()].join();
}

function compared(
  name: string,
  quarters: readonly [string, string],
  before: Measured,
  now: Measured,
  sameChannels: boolean | null,
): RowOf<typeof frame.columns>[] {
  if (before.value === null || now.value === null || before.interval === null || now.interval === null)
    return [];
  const { low, high } = differenceInterval(
    { value: now.value, low: now.interval.low, high: now.interval.high },
    { value: before.value, low: before.interval.low, high: before.interval.high },
  );
  return [
    {
      metric: name,
      previousPeriod: quarters[0],
      period: quarters[1],
      previous: before.value,
      previousN: before.n,
      current: now.value,
      n: now.n,
      difference: now.value - before.value,
      low,
      high,
      sameChannels,
    },
  ];
}

/** What the headline measures did between the last two quarters, each with the interval of its difference (`sameChannels`: a response rate is measured on the same channels in both and in all). Value: measures compared. */
export const periodChange = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions & { readonly zone: string }) => {
    const quarters = await lastQuarters(corpus, options.zone);
    if (quarters === null)
      return unmeasured(
        frame,
        0,
        'il faut deux trimestres consécutifs de messages datés',
        'two consecutive quarters of dated messages are needed',
      );
    const [before, now] = quarters.map((firstDay) =>
      corpus.where({ period: quarterName(firstDay), zone: options.zone }),
    ) as [CorpusTables, CorpusTables];
    const rows: RowOf<typeof frame.columns>[] = [];
    for (const metric of COMPARED)
      rows.push(
        ...compared(
          metric.name,
          quarters,
          await metric.inAll(before, options),
          await metric.inAll(now, options),
          metric === responseRate
            ? new Set(await Promise.all([corpus, before, now].map(answeredOn))).size === 1
            : null,
        ),
      );
    const n = rows.reduce((most, row) => Math.max(most, row.n + row.previousN), 0);
    return rows.length === 0
      ? unmeasured(
          frame,
          0,
          'aucune mesure n’a d’intervalle dans les deux trimestres',
          'no measure has an interval in both quarters',
        )
      : makeMetric(frame, { value: rows.length, n, rows });
  },
);
