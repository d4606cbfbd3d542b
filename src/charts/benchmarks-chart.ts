import { formatNumber, formatShare } from '../util/french.js';
import { numberCell, textCell, type ChartRow } from './chart.js';
import { chartMaker, estimatedRows } from './make-chart.js';
import { scatter, type ScatterCurve } from './scatter.js';
import { ACCENT, SOFT, TONE_COLOURS } from './theme.js';

/** Points named at most: those outside the funnel first, then the largest. */
const NAMED = 10;
const OUTSIDE: Readonly<Record<string, number>> = { '99.8': 0, '95': 1, no: 2 };

/** Points of a limit between two groups: it runs as 1/√n, which straight lines between few groups would not. */
const BETWEEN = 12;

function limit(rows: readonly ChartRow[], column: string, dash: readonly number[]): ScatterCurve {
  const points = rows
    .map((row) => ({ x: numberCell(row, 'n') ?? 0, y: numberCell(row, column) ?? 0 }))
    .filter(({ x }) => x > 0)
    .toSorted((a, b) => a.x - b.x);
  return {
    points: points.flatMap((to, at) => {
      const from = points[at - 1];
      if (from === undefined || from.x === to.x) return [to];
      return Array.from({ length: BETWEEN }, (_, step) => {
        const part = (step + 1) / BETWEEN,
          x = from.x * (to.x / from.x) ** part;
        const run = (from.x ** -0.5 - x ** -0.5) / (from.x ** -0.5 - to.x ** -0.5);
        return part === 1 ? to : { x, y: from.y + run * (to.y - from.y) };
      });
    }),
    dash,
  };
}
/** A peer has a number for its name. */
const nameOf = (row: ChartRow): string =>
  row['peer'] === true ? textCell(row, 'group').replace(/^peer /, 'pair ') : textCell(row, 'group');
const kindOf = (rows: readonly ChartRow[], by: 'brand' | 'store'): readonly ChartRow[] =>
  rows.filter((row) => textCell(row, 'by') === by);
const rank = (row: ChartRow): number => OUTSIDE[textCell(row, 'outside')] ?? 2;
/** Out of the limits: worse and better are not of one colour. */
function colourOf(row: ChartRow): string {
  if (row['peer'] === true) return SOFT;
  if (rank(row) === 2) return ACCENT;
  const worse = (numberCell(row, 'share') ?? 0) > (numberCell(row, 'expected') ?? 0);
  return TONE_COLOURS[worse ? 'negative' : 'positive'] ?? ACCENT;
}

/** Funnel plot: the share of each brand (or store) at its size, inside the limits of chance or out. */
export const benchmarksChart = chartMaker((metric) => {
  const all = estimatedRows(metric, ['share', 'n', 'low95', 'high95', 'low998', 'high998']);
  const [brands, stores] = [kindOf(all, 'brand'), kindOf(all, 'store')];
  // Limits of chance are read among many: of both kinds the one of which more are the user’s, peers left aside.
  const ownOf = (groups: readonly ChartRow[]): number => groups.filter((row) => row['peer'] !== true).length;
  const rows = ownOf(stores) > ownOf(brands) || brands.length === 0 ? stores : brands;
  const others = rows === brands ? stores.length : brands.length;
  return {
    name: 'benchmarks',
    title: rows === stores ? 'Part de négatif par magasin' : 'Part de négatif par marque',
    note: `entonnoir : bornes du hasard à 95 % (tirets) et 99,8 % (trait plein), autour de la part de l’ensemble${
      others === 0 ? '' : ` ; ${rows === stores ? 'marques' : 'magasins'} : voir le tableau`
    }`,
    rows,
    draw: (shown, layout) => {
      const named = new Set(
        shown
          .toSorted((a, b) => rank(a) - rank(b) || (numberCell(b, 'n') ?? 0) - (numberCell(a, 'n') ?? 0))
          .slice(0, NAMED),
      );
      return scatter(
        shown.map((row) => ({
          label: nameOf(row),
          x: numberCell(row, 'n') ?? 0,
          y: numberCell(row, 'share') ?? 0,
          colour: colourOf(row),
          named: named.has(row),
        })),
        {
          ...layout,
          xTitle: 'Messages (nombre effectif)',
          yTitle: 'Part de négatif',
          xFormat: ',d',
          yFormat: '.0%',
          yMost: 1,
          xScale: 'log',
          yAt: numberCell(shown[0] ?? {}, 'expected') ?? 0,
          curves: [
            limit(shown, 'low95', [5, 3]),
            limit(shown, 'high95', [5, 3]),
            limit(shown, 'low998', []),
            limit(shown, 'high998', []),
          ],
        },
      );
    },
    alt: (shown) =>
      `Entonnoir. Ensemble : ${formatShare(numberCell(shown[0] ?? {}, 'expected') ?? 0)}. Hors des bornes : ${
        shown
          .filter((row) => rank(row) < 2)
          .slice(0, 6)
          .map(
            (row) =>
              `${nameOf(row)} (${formatShare(numberCell(row, 'share') ?? 0)}, n = ${formatNumber(numberCell(row, 'n') ?? 0)})`,
          )
          .join(', ') || 'aucun groupe'
      }.`,
  };
});
