import { driverSharesChart, driverShiftChart } from '../charts/driver-shares-chart.js';
import { typo } from '../util/french.js';
import { metricTable } from './metric-table.js';
import type { SectionContext } from './metric-words.js';
import type { ReportSection } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

/** What is judged: quality drivers, and which of them rise. */
export function driverSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'motifs',
    title: 'Motifs',
    blocks: [
      ...chartBlock(metrics.get('driverShares'), driverSharesChart),
      ...measured(metrics.get('driverShares'), (metric) => [
        metricTable(metric, {
          zone,
          columns: ['driver', 'n', 'share', 'negativeShare', 'score'],
          heads: { share: 'Part des messages' },
          caption: typo('Motifs : volume, part de négatif, score net'),
        }),
        methodNote(metric),
      ]),
      ...chartBlock(metrics.get('driverShift'), driverShiftChart),
      ...measured(metrics.get('driverShift'), (metric) => [
        metricTable(metric, {
          zone,
          columns: ['driver', 'previous', 'current', 'previousShare', 'currentShare', 'ratio'],
          heads: { previous: 'Messages avant', current: 'Messages après' },
        }),
        methodNote(metric),
      ]),
    ],
  };
}
