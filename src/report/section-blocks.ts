import type { ChartMaker } from '../charts/chart.js';
import type { Metric } from '../model/index.js';
import { typo } from '../util/french.js';
import { capital, lower } from './metric-words.js';
import type { ReportBlock } from './report-model.js';

/** Widths at which a chart is laid out: a page, and a phone of 380 pixels. */
export const WIDE = 780;
export const NARROW = 330;

const hasNothing = (metric: Metric): boolean =>
  metric.notMeasured !== undefined && metric.table.numRows() === 0;

/** Why a metric has no value, without a point at the end. */
export const reasonOf = (metric: Metric): string =>
  (metric.notMeasured?.fr ?? 'aucune donnée à montrer')
    .replace(/^non mesuré,? ?(motif ?: ?)?/i, '')
    .replace(/[.\s]+$/, '');

/** A chart at both widths; an absent metric gives no block, one that was not measured its reason. */
export function chartBlock(metric: Metric | undefined, maker: ChartMaker): ReportBlock[] {
  return measured(metric, (one) => [
    { kind: 'chart', chart: maker(one, { width: WIDE }), narrow: maker(one, { width: NARROW }) },
  ]);
}

/** Blocks of a metric that was measured, or why it was not. */
export function measured(
  metric: Metric | undefined,
  blocks: (metric: Metric) => readonly ReportBlock[],
): ReportBlock[] {
  if (!metric) return [];
  return hasNothing(metric)
    ? [{ kind: 'missing', what: [metric.label.fr], why: reasonOf(metric) }]
    : [...blocks(metric)];
}

/** Method and limits of a metric, under its figures. */
export function methodNote({ method, limits }: Metric): ReportBlock {
  return { kind: 'method', method: typo(method.fr), ...(limits && { limits: typo(limits.fr) }) };
}

/** What was not measured, said once for each reason, at the end of the blocks. */
export function gatherMissing(blocks: readonly ReportBlock[]): ReportBlock[] {
  const reasons = new Map<string, Set<string>>();
  for (const block of blocks) {
    if (block.kind === 'missing')
      reasons.set(block.why, new Set([...(reasons.get(block.why) ?? []), ...block.what]));
  }
  return [
    ...blocks.filter(({ kind }) => kind !== 'missing'),
    ...[...reasons].map(([why, what]): ReportBlock => ({ kind: 'missing', what: [...what], why })),
  ];
}

/** « Non mesuré : notes, part de voix. Aucun avis noté. » */
export function missingSentence({ what, why }: Extract<ReportBlock, { kind: 'missing' }>): string {
  return typo(
    `Non mesuré : ${what.map((name) => lower(name).replace(/ : /g, ', ')).join(' ; ')}. ${capital(why)}.`,
  );
}
