import { messageVolumeChart } from '../charts/message-volume-chart.js';
import { metricTable } from './metric-table.js';
import type { SectionContext } from './metric-words.js';
import type { ReportSection } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

/** How much, when and where. */
export function volumeSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'volumes',
    title: 'Volumes',
    blocks: [
      ...chartBlock(metrics.get('messageVolume'), messageVolumeChart),
      ...measured(metrics.get('messageVolume'), (metric) => [methodNote(metric)]),
      ...measured(metrics.get('volumeByChannel'), (metric) => [
        metricTable(metric, {
          zone,
          columns: ['channel', 'stage', 'inbound', 'outbound', 'authors', 'n'],
          heads: { n: 'Ensemble' },
        }),
      ]),
    ],
  };
}
