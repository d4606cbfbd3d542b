import { formatInterval, formatNumber, formatValue } from '../util/french.js';
import { numberCell, textCell, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { ACCENT, TONE_COLOURS } from './theme.js';

const SHOWN = 14;

const grade = (row: ChartRow): string => textCell(row, 'nutriScore').toUpperCase();
const value = (row: ChartRow, column: string): number => numberCell(row, column) ?? 0;
/** « skyr nature (Nutri-Score A) »; a product of the same name is told by its barcode. */
const nameOf = (row: ChartRow, rows: readonly ChartRow[]): string => {
  const product = textCell(row, 'product');
  const alike = rows.filter((one) => textCell(one, 'product') === product).length > 1;
  const parts = [
    ...(grade(row) === '' ? [] : [`Nutri-Score ${grade(row)}`]),
    ...(alike ? [textCell(row, 'code')] : []),
  ];
  return parts.length === 0 ? product : `${product} (${parts.join(', ')})`;
};

const signedRank = (gap: number): string =>
  `${gap > 0 ? '+' : ''}${formatNumber(gap, Number.isInteger(gap) ? 0 : 1)}`;
/** « , écart +2 (de 0 à +3) » */
function gapWords(row: ChartRow): string {
  const [gap, low, high] = ['gap', 'gapLow', 'gapHigh'].map((column) => numberCell(row, column));
  if (typeof gap !== 'number' || typeof low !== 'number' || typeof high !== 'number') return '';
  return `, écart ${signedRank(gap)} (de ${signedRank(low)} à ${signedRank(high)})`;
}
/** Coloured where the interval of the gap leaves 0 out. */
function colourOf(row: ChartRow): { readonly colour?: string } {
  const [low, high] = [value(row, 'gapLow'), value(row, 'gapHigh')];
  if (low > 0) return { colour: TONE_COLOURS['negative'] ?? ACCENT };
  return high < 0 ? { colour: TONE_COLOURS['positive'] ?? ACCENT } : {};
}

/** Products of most messages, by grade, those without one last; none where groups tell a product several times. */
const drawn = (rows: readonly ChartRow[]): ChartRow[] => {
  if (new Set(rows.map((row) => textCell(row, 'code'))).size < rows.length) return [];
  const rank = (row: ChartRow): number => (grade(row) === '' ? 99 : grade(row).charCodeAt(0));
  return rows
    .toSorted((a, b) => value(b, 'nutritionN') - value(a, 'nutritionN'))
    .slice(0, SHOWN)
    .toSorted((a, b) => rank(a) - rank(b));
};

/** The tone on nutrition of each product, from the best Nutri-Score to the worst: what falls as the grade rises is judged otherwise than it is. */
export const productTruthChart = chartMaker((metric) => ({
  name: 'productTruth',
  title: 'Ce qu’on dit de la nutrition des produits, du mieux au moins bien noté',
  note: `${levelNote(metric)} ; écart : rang de la tonalité moins rang de la note ; rouge : jugé moins bien que sa note, bleu clair : mieux, où l’écart est établi`,
  nothing: 'Une liste de groupes, ou sans message sur la nutrition : à lire dans le tableau.',
  rows: drawn(estimatedRows(metric, ['tone', 'low', 'high'])),
  draw: (rows, layout) =>
    intervalDots(
      rows.map((row) => ({
        label: nameOf(row, rows),
        value: value(row, 'tone'),
        low: value(row, 'low'),
        high: value(row, 'high'),
        told: `${formatValue(value(row, 'tone'), 'score')} (n\u00a0=\u00a0${formatNumber(value(row, 'nutritionN'))})${layout.width < 480 ? '' : gapWords(row)}`,
        ...colourOf(row),
      })),
      { ...layout, axisTitle: 'Score net sur la nutrition et les additifs', format: '~r', reference: 0 },
    ),
  alt: (rows) =>
    `Points et intervalles. ${rows
      .map(
        (row) =>
          `${nameOf(row, rows)} : ${formatValue(value(row, 'tone'), 'score')} (${formatInterval({ low: value(row, 'low'), high: value(row, 'high') }, 'score')})${gapWords(row)}`,
      )
      .join(' ; ')}.`,
}));
