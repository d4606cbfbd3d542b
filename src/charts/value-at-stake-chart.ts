import { formatNumber, NBSP } from '../util/french.js';
import { numberCell, textCell, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { chartMaker, estimatedRows } from './make-chart.js';

const LINES: Readonly<Record<string, string>> = {
  avoidableSpills: 'Débordements évitables (réponse en 24 h)',
  spills: 'Débordements',
  unansweredCases: 'Réclamations sans réponse',
  negativeReviews: 'Avis à une ou deux étoiles',
  agentTime: 'Temps d’agent',
  ratingBelowFour: 'Note sous quatre étoiles',
};
const nameOf = (row: ChartRow): string => LINES[textCell(row, 'line')] ?? textCell(row, 'line');

/** Euros with two significant digits: a range does not claim more. */
function formatEuros(value: number): string {
  if (value === 0) return `0${NBSP}€`;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1);
  return `${formatNumber(Math.round(value / unit) * unit)}${NBSP}€`;
}

/** Ranges of euros, one line each; they overlap and are not added up. */
export const valueAtStakeChart = chartMaker((metric) => ({
  name: 'valueAtStake',
  title: 'Ce qui est en jeu, d’après vos coûts unitaires',
  note: 'médiane et fourchette à 95 % ; les lignes se recouvrent',
  rows: estimatedRows(metric, ['median', 'low', 'high']),
  draw: (rows, layout) =>
    intervalDots(
      rows.map((row) => ({
        label: nameOf(row),
        value: numberCell(row, 'median') ?? 0,
        low: numberCell(row, 'low') ?? 0,
        high: numberCell(row, 'high') ?? 0,
        told: formatEuros(numberCell(row, 'median') ?? 0),
      })),
      { ...layout, axisTitle: 'Euros', format: ',d' },
    ),
  alt: (rows) =>
    `Points et fourchettes. ${rows
      .map(
        (row) =>
          `${nameOf(row)} : ${formatEuros(numberCell(row, 'median') ?? 0)} (de ${formatEuros(numberCell(row, 'low') ?? 0)} à ${formatEuros(numberCell(row, 'high') ?? 0)})`,
      )
      .join(' ; ')}.`,
}));
