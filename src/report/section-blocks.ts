import type { ChartMaker } from '../charts/chart.js';
import { notMeasuredSentence } from '../charts/make-chart.js';
import type { Metric } from '../model/index.js';
import { typo } from '../util/french.js';
import type { ReportBlock } from './report-model.js';

/** Widths at which a chart is laid out: a page, and a phone of 380 pixels. */
export const WIDE = 780;
export const NARROW = 330;

/** A chart at both widths; a metric that is absent gives no block. */
export function chartBlock(metric: Metric | undefined, maker: ChartMaker): ReportBlock[] {
  if (!metric) return [];
  return [{ kind: 'chart', chart: maker(metric, { width: WIDE }), narrow: maker(metric, { width: NARROW }) }];
}

const hasNothing = (metric: Metric): boolean => metric.notMeasured !== undefined && metric.table.numRows() === 0;

/** Blocks of a metric that was measured, or the sentence that says why it was not. */
export function measured(metric: Metric | undefined, blocks: (metric: Metric) => readonly ReportBlock[]): ReportBlock[] {
  if (!metric) return [];
  return hasNothing(metric) ? [{ kind: 'note', text: typo(`${metric.label.fr}. ${notMeasuredSentence(metric)}`) }] : [...blocks(metric)];
}

/** Blocks under the chart of the same metric, which has already said why nothing was measured. */
export const underChart = (metric: Metric | undefined, blocks: (metric: Metric) => readonly ReportBlock[]): ReportBlock[] =>
  (metric && !hasNothing(metric) ? [...blocks(metric)] : []);

/** Method and limits of a metric, as a note under its figures. */
export function methodNote(metric: Metric): ReportBlock {
  return { kind: 'note', text: typo([metric.method.fr, metric.limits?.fr].filter((text) => text !== undefined).join(' ')) };
}
