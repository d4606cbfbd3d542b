import { makeMetric, unmeasured, type Measured, type MetricFrame, type RowOf } from '../make-metric.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { resolveOptions } from '../options.js';
import {
  businessHoursOf,
  byStage,
  curveOf,
  ofStage,
  withHours,
  type CareCase,
  type CareOptions,
} from './care-cases.js';

/** Columns of a delay by stage: the middle and the slowest tenth, the unanswered censored, and the market's mean beside. */
export const REPLY_COLUMNS = {
  stage: 'text',
  n: 'number',
  answered: 'number',
  unanswered: 'number',
  median: 'number?',
  low: 'number?',
  high: 'number?',
  p90: 'number?',
  p90Low: 'number?',
  p90High: 'number?',
  marketMean: 'number?',
  openHours: 'boolean',
} as const;

/** A delay by stage. Value: the median of private ones, without any that of public ones. */
export function replyTimes(
  frame: MetricFrame<typeof REPLY_COLUMNS>,
  corpus: CorpusTables,
  asked: readonly CareCase[],
  options: CareOptions,
  none: { readonly fr: string; readonly en: string },
): Measured<typeof REPLY_COLUMNS> {
  const { level } = resolveOptions(options);
  const openHours = businessHoursOf(corpus, options) !== undefined;
  const stages = byStage(asked);
  const [first] = stages;
  if (first === undefined) return unmeasured(frame, 0, none.fr, none.en);
  const medians: ReturnType<ReturnType<typeof curveOf>['quantile']>[] = [];
  const rows = stages.map(([stage, list]): RowOf<typeof REPLY_COLUMNS> => {
    const km = curveOf(list, level);
    const [median, p90] = [km.quantile(0.5), km.quantile(0.9)];
    medians.push(median);
    const answered = list.filter((one) => one.answered);
    return {
      stage,
      n: list.length,
      answered: answered.length,
      unanswered: list.length - answered.length,
      median: median.value ?? null,
      low: median.low ?? null,
      high: median.high ?? null,
      p90: p90.value ?? null,
      p90Low: p90.low ?? null,
      p90High: p90.high ?? null,
      marketMean: answered.length
        ? answered.reduce((sum, one) => sum + one.hours, 0) / answered.length
        : null,
      openHours,
    };
  });
  const [stage, cases] = first;
  const told = withHours({ ...frame, denominator: ofStage(stage, frame.denominator) }, corpus, options);
  const { value, low, high } = medians[0] ?? {};
  if (value === undefined)
    return unmeasured(
      told,
      cases.length,
      'moins de la moitié ont reçu une réponse pendant la période observée',
      'fewer than half were answered while observed',
      rows,
    );
  const interval =
    low !== undefined && high !== undefined ? { low, high, level, method: 'kaplan-meier-log-log' } : null;
  return makeMetric(told, { value, n: cases.length, interval, rows });
}
