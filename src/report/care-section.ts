import { answeredWithinChart } from '../charts/answered-within-chart.js';
import { metricTable } from './metric-table.js';
import type { SectionContext } from './metric-words.js';
import type { ReportSection } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

/** How the brand answers. */
export function careSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'reponses',
    title: 'Réponses de la marque',
    blocks: [
      ...chartBlock(metrics.get('answeredWithin'), answeredWithinChart),
      ...measured(metrics.get('firstReplyTime'), (metric) => [
        metricTable(metric, {
          zone,
          columns: ['stage', 'n', 'answered', 'unanswered', 'median', 'p90', 'marketMean'],
          heads: { n: 'Dossiers' },
        }),
        methodNote(metric),
      ]),
      ...measured(metrics.get('responseRate'), (metric) => [
        metricTable(metric, {
          zone,
          columns: ['channel', 'stage', 'answered', 'n', 'share'],
          heads: { n: 'Dossiers', share: 'Taux de réponse' },
        }),
        methodNote(metric),
      ]),
    ],
  };
}
