import type { Metric } from '../model/index.js';
import { answerEffectChart } from './answer-effect-chart.js';
import { answeredWithinChart } from './answered-within-chart.js';
import { benchmarksChart } from './benchmarks-chart.js';
import { caseTimelineChart } from './case-timeline-chart.js';
import type { Chart, ChartMaker, ChartOptions, VegaLiteSpec } from './chart.js';
import { channelPathsChart } from './channel-paths-chart.js';
import { crisisTimelineChart } from './crisis-timeline-chart.js';
import { deversoirMatrixChart } from './deversoir-matrix-chart.js';
import { driverEffortChart } from './driver-effort-chart.js';
import { driverSharesChart, driverShiftChart } from './driver-shares-chart.js';
import { cutChart, estimatesChart } from './estimates-chart.js';
import { funnelFlowsChart } from './funnel-flows-chart.js';
import { chartTitle } from './chart-spec.js';
import { notMeasuredSentence } from './make-chart.js';
import { listChart } from './list-charts.js';
import { meanRatingChart } from './mean-rating-chart.js';
import { messageVolumeChart } from './message-volume-chart.js';
import { observationWindowsChart } from './observation-windows-chart.js';
import { productTruthChart } from './product-truth-chart.js';
import { avoidableSpillsChart, reservoirOverTimeChart } from './reservoir-chart.js';
import { scoreDecompositionChart } from './score-decomposition-chart.js';
import { sectorFiguresChart } from './sector-figures-chart.js';
import { netSentimentByPeriodChart, netSentimentScoreChart } from './sentiment-chart.js';
import { contributionSharesChart, harmSharesChart, shareOfVoiceChart } from './shares-chart.js';
import { CONFIG, FONT_SIZE, INK } from './theme.js';
import { wrapText } from './text-width.js';
import { topicProfilesChart } from './topic-profiles-chart.js';
import { topicTrendsChart } from './topic-trends-chart.js';
import { valueAtStakeChart } from './value-at-stake-chart.js';
import { timeToSpillChart } from './time-to-spill-chart.js';

/** The chart of a metric, by its name; another has the dots of `estimatesChart` or is drawn as a list, where its table can be. */
export const CHARTS: Readonly<Record<string, ChartMaker>> = {
  answerEffect: answerEffectChart,
  answeredWithin: answeredWithinChart,
  avoidableSpills: avoidableSpillsChart,
  benchmarks: benchmarksChart,
  caseTimeline: caseTimelineChart,
  channelPaths: channelPathsChart,
  contributionShares: contributionSharesChart,
  crisisTimeline: crisisTimelineChart,
  deversoirMatrix: deversoirMatrixChart,
  driverEffort: driverEffortChart,
  driverShares: driverSharesChart,
  driverShift: driverShiftChart,
  funnelFlows: funnelFlowsChart,
  harmShares: harmSharesChart,
  icebergRatio: cutChart('driver'),
  meanRating: meanRatingChart,
  messageVolume: messageVolumeChart,
  netSentimentByPeriod: netSentimentByPeriodChart,
  netSentimentScore: netSentimentScoreChart,
  observationWindows: observationWindowsChart,
  productTruth: productTruthChart,
  reservoirOverTime: reservoirOverTimeChart,
  scoreDecomposition: scoreDecompositionChart,
  sectorFigures: sectorFiguresChart,
  shareOfVoice: shareOfVoiceChart,
  spillRate: cutChart('channel'),
  timeToSpill: timeToSpillChart,
  topicProfiles: topicProfilesChart,
  topicTrends: topicTrendsChart,
  valueAtStake: valueAtStakeChart,
  unidentifiedComplaints: cutChart('channel'),
};

/** Height of a line of text. */
const LINE = 17;

/** A sentence where a chart would be. */
function sentence(title: string, subtitle: string, text: string, width: number): VegaLiteSpec {
  const lines = wrapText(text, width - 20, FONT_SIZE);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: chartTitle({ title, subtitle, width }),
    width: width - 20,
    height: LINE * lines.length,
    data: { values: lines.map((line, at) => ({ line, at: LINE * (at + 0.5) })) },
    mark: { type: 'text', align: 'left', fontSize: FONT_SIZE, color: INK, limit: 0 },
    encoding: {
      text: { field: 'line', type: 'nominal' },
      x: { value: 0 },
      y: { field: 'at', type: 'quantitative', scale: null, axis: null },
    },
    config: CONFIG,
  };
}

/** Measured `by` what was asked, a metric has rows of another shape than its own chart draws. */
const isGrouped = ({ table }: Metric): boolean => table.columnNames().includes('notMeasured');

/** The chart of any metric. */
export function chartOf(metric: Metric, options: ChartOptions = {}): Chart | null {
  const own = isGrouped(metric) ? undefined : CHARTS[metric.name];
  return own?.(metric, options) ?? estimatesChart(metric, options) ?? listChart(metric, options);
}

/** The Vega-Lite specification of any metric; a sentence where there is nothing to draw. */
export function specOf(metric: Metric, options: ChartOptions = {}): VegaLiteSpec {
  const chart = chartOf(metric, options);
  if (chart?.spec) return chart.spec;
  const { width = 680 } = options;
  return sentence(
    chart?.title ?? metric.label.fr,
    chart?.subtitle ?? '',
    chart?.empty ??
      (metric.notMeasured === undefined ? 'Une liste, à lire dans le tableau.' : notMeasuredSentence(metric)),
    width,
  );
}
