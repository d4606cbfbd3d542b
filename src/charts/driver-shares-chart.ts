import { formatInterval, formatNumber, formatValue } from '../util/french.js';
import { numberCell, textCell, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { label } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { shareDot, sharesInWords } from './shares-chart.js';

const SHOWN = 14;
export const driverName = (row: ChartRow): string => label('driver', textCell(row, 'driver'));

/** Negative share of each driver with its interval, the most spoken of first. */
export const driverSharesChart = chartMaker((metric) => {
  const columns = { value: 'negativeShare', low: 'negativeLow', high: 'negativeHigh' };
  return {
    name: 'driverShares',
    title: 'Part de négatif par motif, du plus au moins cité',
    note: `par motif, n est le nombre de messages qui en parlent ; ${levelNote(metric)}`,
    rows: estimatedRows(metric, Object.values(columns)).slice(0, SHOWN),
    draw: (rows, layout) =>
      intervalDots(
        rows.map((row) => shareDot(row, driverName(row), { ...columns, n: 'n' }, layout.width)),
        { ...layout, axisTitle: 'Part de négatif', format: '%' },
      ),
    alt: (rows) => sharesInWords(rows, driverName, columns),
  };
});

/** Ratio of each driver's share between the last two quarters, the strongest rise first. */
export const driverShiftChart = chartMaker((metric) => {
  const drawable = estimatedRows(metric, ['ratio', 'low', 'high'])
    .filter((row) => (numberCell(row, 'ratio') ?? 0) > 0 && (numberCell(row, 'low') ?? 0) > 0)
    .toSorted((a, b) => (numberCell(b, 'ratio') ?? 0) - (numberCell(a, 'ratio') ?? 0));
  return {
    name: 'driverShift',
    title: 'Motifs qui montent, motifs qui descendent',
    note: `part du dernier trimestre / part du précédent ; 1 : inchangé ; échelle logarithmique ; ${levelNote(metric)}`,
    nothing: 'Rien à tracer : aucun motif n’est cité dans les deux trimestres.',
    rows: drawable.slice(0, SHOWN),
    draw: (rows, layout) =>
      intervalDots(
        rows.map((row) => ({
          label: driverName(row),
          value: numberCell(row, 'ratio') ?? 1,
          low: numberCell(row, 'low') ?? 1,
          high: numberCell(row, 'high') ?? 1,
          told: `${formatValue(numberCell(row, 'ratio') ?? 1, 'ratio')} (${formatNumber(numberCell(row, 'previous') ?? 0)}\u00a0→\u00a0${formatNumber(numberCell(row, 'current') ?? 0)})`,
        })),
        { ...layout, axisTitle: 'Rapport des parts', format: '~r', scale: 'log', reference: 1 },
      ),
    alt: (rows) =>
      `Points et intervalles. ${rows
        .slice(0, 6)
        .map((row) => {
          const interval = { low: numberCell(row, 'low') ?? 1, high: numberCell(row, 'high') ?? 1 };
          return `${driverName(row)} : ${formatValue(numberCell(row, 'ratio') ?? 1, 'ratio')} (${formatInterval(interval, 'ratio')})`;
        })
        .join(' ; ')}.`,
  };
});
