import { answerEffectChart } from '../charts/answer-effect-chart.js';
import type { ChartMaker } from '../charts/chart.js';
import { deversoirMatrixChart } from '../charts/deversoir-matrix-chart.js';
import { estimatesChart } from '../charts/estimates-chart.js';
import { funnelFlowsChart } from '../charts/funnel-flows-chart.js';
import { groupChart } from '../charts/group-chart.js';
import { avoidableSpillsChart, reservoirOverTimeChart } from '../charts/reservoir-chart.js';
import { timeToSpillChart } from '../charts/time-to-spill-chart.js';
import type { Metric } from '../model/index.js';
import { formatNumber, typo } from '../util/french.js';
import { caseBlocks } from './case-blocks.js';
import { funnelSentence } from './funnel-sentences.js';
import { metricTable, type MetricTableOptions } from './metric-table.js';
import {
  capital,
  numberOf,
  rowsOf,
  textOf,
  type MetricSet,
  type Row,
  type SectionContext,
} from './metric-words.js';
import type { ReportBlock, ReportInput, ReportSection } from './report-model.js';
import { exposedCases, exposedTable } from './reservoir-cases.js';
import { chartBlock, measured, methodNote, NARROW, WIDE } from './section-blocks.js';

const CAUTION =
  'Le passage d’une étape à l’autre est une suite dans le temps, pas une preuve de cause : la plupart des conversations privées y restent, des clients choisissent d’emblée le public, un problème bien traité en public peut servir la marque, et la presse précède parfois les clients.';

/** What of a metric is shown: its charts, the rows and columns of its table, a sentence of caution. */
interface Shown {
  readonly charts?: readonly ChartMaker[];
  readonly table?: Omit<MetricTableOptions, 'zone' | 'rows'>;
  readonly rows?: (row: Row) => boolean;
  /** Said of the first row shown. */
  readonly told?: (row: Row) => string;
  /** Said before the method. */
  readonly caution?: string;
}

const total = (row: Row): boolean => textOf(row, 'by') === 'total';
const SHOWN: Readonly<Record<string, Shown>> = {
  funnelCounts: {
    table: { columns: ['firstStage', 'furthestStage', 'n', 'share'], heads: { n: 'Dossiers' } },
  },
  funnelFlows: {
    charts: [funnelFlowsChart],
    caution:
      'Un dossier dit « presse » appartient à un mouvement qu’un article rapporte : l’article ne parle pas de cette personne.',
  },
  spillRate: {
    charts: [groupChart('driver'), groupChart('channel')],
    rows: total,
    table: {
      columns: ['n', 'expected', 'share', 'spilled', 'countShare'],
      heads: { n: 'Dossiers', share: 'Taux attendu', spilled: 'Comptés', countShare: 'Taux compté' },
    },
    told: (row) =>
      `Bornes du nombre de débordements : ${formatNumber(numberOf(row, 'certain'))} si l’on ne garde que les liens sûrs (p > 0,95), ${formatNumber(numberOf(row, 'likely'))} avec tous les liens probables (p > 0,5).`,
    caution: 'Le débordement est rare : lire les intervalles avant de comparer deux motifs.',
  },
  timeToSpill: {
    charts: [timeToSpillChart],
    rows: (row) => total(row) && textOf(row, 'point') === 'horizon',
    table: {
      columns: ['hours', 'cumulativeIncidence', 'atRisk', 'spilled'],
      heads: {
        hours: 'En',
        cumulativeIncidence: 'Part qui a débordé',
        atRisk: 'Encore suivis',
        spilled: 'Débordements',
      },
    },
  },
  answerEffect: {
    charts: [answerEffectChart],
    table: { columns: [] },
    caution:
      'C’est une association : on ne sait pas ce qu’auraient fait les dossiers sans réponse s’ils en avaient eu une.',
  },
  multiStateFunnel: {
    rows: (row) => textOf(row, 'measure') === 'probability' && row['days'] === 30,
    table: {
      columns: ['from', 'to', 'value', 'n'],
      heads: { from: 'Ouvert en', to: 'Où il en est à 30 jours', value: 'Part', n: 'Dossiers' },
    },
  },
  deversoirMatrix: {
    charts: [deversoirMatrixChart],
    table: {
      columns: ['from', 'to', 'halfLifeHours', 'attributedShare'],
      heads: { halfLifeHours: 'Demi-vie', attributedShare: 'Part attribuée' },
    },
    caution: 'Une suite plus fréquente que le rythme habituel n’est pas une preuve de cause.',
  },
  avoidableSpills: {
    charts: [avoidableSpillsChart],
    table: { columns: [] },
    caution: 'C’est une association prolongée par un modèle, pas une promesse.',
  },
  reservoirOverTime: { charts: [reservoirOverTimeChart], table: { columns: [] } },
  reservoirCheck: {
    table: {
      columns: ['group', 'predicted', 'observed', 'n'],
      heads: { group: 'Groupe', predicted: 'Annoncé', observed: 'Observé', n: 'Jours-dossiers' },
    },
  },
  icebergRatio: { charts: [groupChart('driver')], table: { columns: [] } },
};

/** Dots with intervals, when the table of another metric is a list of estimates by group. */
function estimatesBlock(metric: Metric): ReportBlock[] {
  const [chart, narrow] = [
    estimatesChart(metric, { width: WIDE }),
    estimatesChart(metric, { width: NARROW }),
  ];
  return chart === null || narrow === null ? [] : [{ kind: 'chart', chart, narrow }];
}

function tableBlock(metric: Metric, { table, rows, told }: Shown, zone: string): ReportBlock[] {
  if (table?.columns?.length === 0) return [];
  const shown = rowsOf(metric).filter(rows ?? (() => true));
  const [first] = shown;
  if (first === undefined) return [];
  return [
    metricTable(metric, { zone, caption: 'Le détail', ...table, rows: shown }),
    ...(told === undefined ? [] : [{ kind: 'text' as const, text: typo(told(first)) }]),
  ];
}

function metricBlocks(metric: Metric, zone: string): ReportBlock[] {
  const known = SHOWN[metric.name],
    columns = metric.table.columnNames();
  const shown = known?.table?.columns?.every((name) => columns.includes(name)) === false ? {} : (known ?? {});
  return measured(metric, () => [
    { kind: 'heading', text: typo(capital(metric.label.fr)) },
    { kind: 'text', text: funnelSentence(metric, zone) },
    ...(shown.charts === undefined
      ? estimatesBlock(metric)
      : shown.charts.flatMap((maker) => chartBlock(metric, maker))),
    ...tableBlock(metric, shown, zone),
    ...(shown.caution === undefined ? [] : [{ kind: 'note' as const, text: typo(shown.caution) }]),
    methodNote(metric),
  ]);
}

/** The level of the reservoir and the open cases that weigh most, named for people, with the mark that `deversoir follow` takes. */
function reservoirBlocks(metric: Metric, metrics: MetricSet, zone: string): ReportBlock[] {
  const cases = exposedCases(metric, metrics.get('reservoirOverTime'), zone);
  return measured(metric, () => [
    { kind: 'heading', text: typo(capital(metric.label.fr)) },
    { kind: 'text', text: funnelSentence(metric, zone) },
    ...(cases.length === 0
      ? []
      : [
          exposedTable(cases, metric.n),
          {
            kind: 'mark' as const,
            text: typo('Repère : à donner à « deversoir follow » pour retrouver les messages du dossier.'),
          },
        ]),
    methodNote(metric),
  ]);
}

function blocksOf(metric: Metric, { metrics, zone }: SectionContext): ReportBlock[] {
  if (metric.name === 'caseTimeline') return caseBlocks(metric, zone);
  return metric.name === 'reservoir' ? reservoirBlocks(metric, metrics, zone) : metricBlocks(metric, zone);
}

/** A method told just above is not told again. */
function withoutEchoes(blocks: readonly ReportBlock[]): ReportBlock[] {
  let last = '';
  return blocks.map((block) => {
    if (block.kind !== 'method') return block;
    const echo = block.method === last;
    last = block.method;
    return echo ? { ...block, method: typo('La même que ci-dessus.') } : block;
  });
}

/** Private → public → press: whatever metrics of the funnel are given, in their order, each with its charts and table. */
export function funnelSection(context: SectionContext, { funnel = [] }: ReportInput): ReportSection {
  const blocks: ReportBlock[] = [{ kind: 'note', text: typo(CAUTION) }];
  if (funnel.length === 0)
    blocks.push({ kind: 'text', text: typo('Non mesuré : aucune mesure de l’entonnoir n’a été calculée.') });
  for (const metric of funnel) blocks.push(...blocksOf(metric, context));
  return {
    id: 'entonnoir',
    title: 'Du privé au public, du public à la presse',
    blocks: withoutEchoes(blocks),
  };
}
