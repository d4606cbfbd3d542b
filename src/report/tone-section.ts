import { meanRatingChart } from '../charts/mean-rating-chart.js';
import { netSentimentByPeriodChart, netSentimentScoreChart } from '../charts/sentiment-chart.js';
import { shareOfVoiceChart } from '../charts/shares-chart.js';
import { metricTable } from './metric-table.js';
import type { SectionContext } from './metric-words.js';
import type { ReportSection } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

/** How people speak of the brand: sentiment, ratings, share of voice. */
export function toneSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'tonalite',
    title: 'Tonalité',
    blocks: [
      ...chartBlock(metrics.get('netSentimentScore'), netSentimentScoreChart),
      ...measured(metrics.get('netSentimentScore'), (metric) => [
        metricTable(metric, {
          zone,
          columns: ['stage', 'n', 'authors', 'negativeShare', 'positiveShare', 'score'],
        }),
        methodNote(metric),
      ]),
      ...chartBlock(metrics.get('netSentimentByPeriod'), netSentimentByPeriodChart),
      ...chartBlock(metrics.get('meanRating'), meanRatingChart),
      ...measured(metrics.get('meanRating'), (metric) => [
        metricTable(metric, { zone, columns: ['platform', 'n', 'mean'] }),
        methodNote(metric),
      ]),
      ...chartBlock(metrics.get('shareOfVoice'), shareOfVoiceChart),
      ...measured(metrics.get('shareOfVoice'), (metric) => [methodNote(metric)]),
    ],
  };
}
