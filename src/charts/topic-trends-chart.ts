import { formatInterval, formatNumber, formatValue } from '../util/french.js';
import { numberCell, textCell, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { ACCENT, SOFT } from './theme.js';

const SHOWN = 14;
const ratio = (row: ChartRow): number => numberCell(row, 'ratio') ?? 1;
const bounds = (row: ChartRow): { low: number; high: number } => ({
  low: numberCell(row, 'low') ?? 1,
  high: numberCell(row, 'high') ?? 1,
});
/** « 12 → 30 »: messages of both periods. */
const counts = (row: ChartRow): string =>
  `${formatNumber(numberCell(row, 'previousN') ?? 0)}\u00a0→\u00a0${formatNumber(numberCell(row, 'n') ?? 0)}`;

/** Ratio of each subject's share between two periods, the strongest rise first; what moved beyond uncertainty in the strong colour. */
export const topicTrendsChart = chartMaker((metric) => {
  const rows = estimatedRows(metric, ['ratio', 'low', 'high'])
    .filter((row) => ratio(row) > 0 && bounds(row).low > 0)
    .toSorted((a, b) => (numberCell(b, 'n') ?? 0) - (numberCell(a, 'n') ?? 0))
    .slice(0, SHOWN)
    .toSorted((a, b) => ratio(b) - ratio(a));
  return {
    name: 'topicTrends',
    title: 'Sujets qui montent, sujets qui reculent',
    note: `part de la période / part de la précédente ; 1 : inchangé ; échelle logarithmique ; ${levelNote(metric)}`,
    nothing: 'Rien à tracer : aucun sujet n’est cité dans les deux périodes.',
    rows,
    draw: (shown, layout) =>
      intervalDots(
        shown.map((row) => ({
          label: textCell(row, 'name'),
          value: ratio(row),
          ...bounds(row),
          told: `${formatValue(ratio(row), 'ratio')} (${counts(row)})`,
          colour: ['rising', 'falling'].includes(textCell(row, 'movement')) ? ACCENT : SOFT,
        })),
        { ...layout, axisTitle: 'Rapport des parts', format: '~r', scale: 'log', reference: 1 },
      ),
    alt: (shown) =>
      `Points et intervalles. ${shown
        .slice(0, 6)
        .map(
          (row) =>
            `${textCell(row, 'name')} : ${formatValue(ratio(row), 'ratio')} (${formatInterval(bounds(row), 'ratio')})`,
        )
        .join(' ; ')}.`,
  };
});
