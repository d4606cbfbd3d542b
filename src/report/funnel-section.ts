import { estimatesChart } from '../charts/estimates-chart.js';
import type { Metric } from '../model/index.js';
import { typo } from '../util/french.js';
import { metricTable } from './metric-table.js';
import { capital, valueInWords, type SectionContext } from './metric-words.js';
import type { ReportBlock, ReportInput, ReportSection } from './report-model.js';
import { measured, methodNote, NARROW, WIDE } from './section-blocks.js';

const CAUTION = 'Le passage d’une étape à l’autre est une suite dans le temps, pas une preuve de cause : la plupart des conversations privées y restent, des clients choisissent d’emblée le public, un problème bien traité en public peut servir la marque, et la presse précède parfois les clients.';

/** Dots with intervals, when the table of a metric is a list of estimates by group. */
function estimatesBlock(metric: Metric): ReportBlock[] {
  const [chart, narrow] = [estimatesChart(metric, { width: WIDE }), estimatesChart(metric, { width: NARROW })];
  return chart === null || narrow === null ? [] : [{ kind: 'chart', chart, narrow }];
}

/** Private → public → press: whatever metrics of the funnel are given, each with its table. */
export function funnelSection({ zone }: SectionContext, { funnel = [], funnelCharts = [] }: ReportInput): ReportSection {
  const blocks: ReportBlock[] = [{ kind: 'note', text: typo(CAUTION) }];
  if (funnel.length === 0) blocks.push({ kind: 'text', text: typo('Non mesuré : aucune mesure de l’entonnoir n’a été calculée.') });
  for (const { chart, narrow } of funnelCharts) blocks.push({ kind: 'chart', chart, narrow });
  for (const metric of funnel) {
    blocks.push(...measured(metric, () => [
      { kind: 'heading', text: typo(capital(metric.label.fr)) },
      { kind: 'text', text: typo(`${capital(metric.label.fr)} : ${valueInWords(metric)}.`).replace(/\.\.$/, '.') },
      ...estimatesBlock(metric),
      ...(metric.table.numRows() > 0 ? [metricTable(metric, { zone })] : []),
      methodNote(metric),
    ]));
  }
  return { id: 'entonnoir', title: 'Du privé au public, du public à la presse', blocks };
}
