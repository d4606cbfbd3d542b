import type { CorpusTables } from '../../engine/corpus-tables.js';
import { STAGES } from '../../model/index.js';
import { clopperPearsonInterval } from '../../stats/shares/interval.js';
import { resolveFunnelOptions, type FunnelOptions } from './funnel-cases.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';

interface Cell {
  readonly firstStage: string;
  readonly furthestStage: string;
  readonly n: number;
}

const CELLS = `SELECT firstStage, furthestStage, CAST(count(*) AS DOUBLE) AS n FROM cases GROUP BY 1, 2`;

const limits = {
  fr: 'Un dossier est une suite de messages d’une même personne sur un même sujet. L’entonnoir décrit une suite dans le temps, pas une cause ; un dossier récent peut encore avancer. Tous les dossiers, plaintes ou non, et ce que les liens font voir : un plancher, que le taux de débordement corrige pour les plaintes.',
  en: 'A case is a run of messages of one person on one matter. The funnel describes an order in time, not a cause; a recent case may still move on. All cases, complaints or not, and what links show: a floor, which the spill rate corrects for complaints.',
};

const frame = metricFrame({
  name: 'funnelCounts',
  label: {
    fr: 'Dossiers par étape de départ et étape la plus avancée',
    en: 'Cases by first and furthest stage',
  },
  unit: 'cases',
  denominator: { fr: 'dossiers', en: 'cases' },
  method: {
    fr: 'Dénombrement des dossiers ; part parmi ceux de la même étape de départ, intervalle exact (Clopper-Pearson). Une étape où personne n’est allé garde sa borne haute.',
    en: 'Count of cases; share among those of the same first stage, exact interval (Clopper-Pearson). A stage that none reached keeps its upper bound.',
  },
  limits,
  columns: {
    firstStage: 'text',
    furthestStage: 'text',
    n: 'number',
    of: 'number',
    share: 'number',
    low: 'number',
    high: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

const depth = (stage: string): number => (STAGES as readonly string[]).indexOf(stage);

async function cellsOf(corpus: CorpusTables): Promise<Cell[]> {
  return (await corpus.query(CELLS)).objects() as Cell[];
}

const sumOf = (cells: readonly Cell[], holds: (cell: Cell) => boolean): number =>
  cells.filter(holds).reduce((sum, { n }) => sum + n, 0);

/** Cases by first × furthest stage, with the share among the cases of that first stage. Value: all cases. */
export const funnelCounts = defineMetric(
  { frame: frame, of: 'cases', groups: 'rows' },
  async (corpus, options: FunnelOptions) => {
    const { level } = resolveFunnelOptions(options);
    const cells = await cellsOf(corpus);
    const n = sumOf(cells, () => true);
    if (n === 0)
      return unmeasured(frame, 0, 'aucun dossier dans les exports', 'there is no case in the exports');
    const rows = STAGES.flatMap((firstStage): Row[] => {
      const of = sumOf(cells, (cell) => cell.firstStage === firstStage);
      if (of === 0) return [];
      return STAGES.filter((stage) => depth(stage) >= depth(firstStage)).map((furthestStage) => {
        const k = sumOf(
          cells,
          (cell) => cell.firstStage === firstStage && cell.furthestStage === furthestStage,
        );
        const { low, high } = clopperPearsonInterval(k, of, level);
        return { firstStage, furthestStage, n: k, of, share: k / of, low, high };
      });
    });
    return makeMetric(frame, { value: n, n, rows });
  },
);

const flowFrame = metricFrame({
  name: 'funnelFlows',
  label: {
    fr: 'Passages du privé au public, du public à la presse',
    en: 'Flows from private to public, from public to the press',
  },
  unit: 'share',
  denominator: { fr: 'dossiers ouverts en privé', en: 'cases opened in private' },
  method: {
    fr: 'Pour chaque passage : dossiers qui sont allés à l’étape suivante parmi ceux qui ont été à l’étape, d’où qu’ils viennent ; intervalle exact (Clopper-Pearson). Valeur : part des dossiers ouverts en privé qui vont au moins jusqu’au public. « Presse » : un article rapporte le mouvement public auquel le dossier appartient.',
    en: 'For each step: cases that went to the next stage among those that were at the stage, wherever they came from; exact interval (Clopper-Pearson). Value: share of the cases opened in private that go at least public. “Press”: an article reports the public movement the case is part of.',
  },
  limits,
  columns: {
    from: 'text',
    to: 'text',
    n: 'number',
    count: 'number',
    share: 'number',
    low: 'number',
    high: 'number',
  },
});
type FlowRow = RowOf<typeof flowFrame.columns>;

/** The steps private → public and public → press: cases at the stage (`n`), those that went on (`count`), their share. */
export const funnelFlows = defineMetric(
  { frame: flowFrame, of: 'cases', groups: 'rows' },
  async (corpus, options: FunnelOptions) => {
    const { level } = resolveFunnelOptions(options);
    const cells = await cellsOf(corpus);
    const rows = (
      [
        ['private', 'public'],
        ['public', 'press'],
      ] as const
    ).flatMap(([from, to]): FlowRow[] => {
      const at = (cell: Cell): boolean =>
        depth(cell.firstStage) <= depth(from) && depth(cell.furthestStage) >= depth(from);
      const n = sumOf(cells, at),
        count = sumOf(cells, (cell) => at(cell) && depth(cell.furthestStage) >= depth(to));
      if (n === 0) return [];
      const { low, high } = clopperPearsonInterval(count, n, level);
      return [{ from, to, n, count, share: count / n, low, high }];
    });
    const first = rows.find((row) => row.from === 'private');
    if (!first) {
      return sumOf(cells, () => true) === 0
        ? unmeasured(flowFrame, 0, 'aucun dossier dans les exports', 'there is no case in the exports')
        : unmeasured(
            flowFrame,
            0,
            'aucun dossier ouvert en privé : il manque un export de messages privés',
            'no case was opened in private: an export of private messages is missing',
            rows,
          );
    }
    const interval = { low: first.low, high: first.high, level, method: 'clopper-pearson' };
    return makeMetric(flowFrame, { value: first.share, n: first.n, interval, rows });
  },
);
