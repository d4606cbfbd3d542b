import { formatNumber } from '../util/french.js';
import { numberCell, rowsOf, textCell, type ChartRow } from './chart.js';
import { label } from './wording.js';
import { chartMaker } from './make-chart.js';
import { stackedShares } from './stacked-shares.js';
import { INK } from './theme.js';

const STARS = [1, 2, 3, 4, 5] as const;
const COLOURS = ['#a63d14', '#d98a5b', '#dfe3e8', '#9cc3df', '#4f8dbd'];
const INKS = ['#ffffff', INK, INK, INK, '#ffffff'];
const told = (row: ChartRow): string =>
  `${formatNumber(numberCell(row, 'mean') ?? 0, 1)}/5 (${formatNumber(numberCell(row, 'n') ?? 0)})`;

/** Stars, or what was given on other scales, brought to 5. */
const areStars = (rows: readonly ChartRow[]): boolean => rows.every((row) => numberCell(row, 'outOf') === 5);

/** Ratings from 1 to 5 by platform, with the mean and n. */
export const meanRatingChart = chartMaker((metric) => ({
  name: 'meanRating',
  title: 'Notes des avis',
  note: areStars(rowsOf(metric))
    ? 'de gauche à droite, de 1 à 5 étoiles ; à droite, la moyenne et le nombre d’avis'
    : 'notes ramenées à 5 et arrondies, de 1 à 5 de gauche à droite ; à droite, la moyenne et le nombre de notes',
  rows: rowsOf(metric)
    .filter((row) => (numberCell(row, 'n') ?? 0) > 0)
    .slice(0, 8),
  draw: (rows, layout) =>
    stackedShares(
      rows.map((row) => ({
        label: label('platform', textCell(row, 'platform')),
        told: told(row),
        parts: STARS.map((star, index) => ({
          name: areStars([row]) ? `${star}\u00a0★` : `${star}/5`,
          count: numberCell(row, `star${star}`) ?? 0,
          colour: COLOURS[index] ?? '',
          ink: INKS[index] ?? '',
        })),
      })),
      layout,
    ),
  alt: (rows) =>
    `Barres empilées. ${rows.map((row) => `${label('platform', textCell(row, 'platform'))} : ${told(row)}`).join(' ; ')}.`,
}));
