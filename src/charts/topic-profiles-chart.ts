import { formatNumber, NBSP } from '../util/french.js';
import { numberCell, rowsOf } from './chart.js';
import { names, text } from './listed.js';
import { chartMaker } from './make-chart.js';
import { stackedShares } from './stacked-shares.js';
import { STAGE_COLOURS } from './theme.js';
import { label } from './wording.js';

const SHOWN = 12;
const name = text('name');

/** Where subjects are spoken of: the parts that private messages, public ones and articles have in each. */
export const topicProfilesChart = chartMaker((metric) => ({
  name: 'topicProfiles',
  title: metric.label.fr,
  note: `bleu : privé ; orange : public ; violet : presse ; ${SHOWN} sujets au plus`,
  rows: rowsOf(metric)
    .filter((row) => Object.keys(STAGE_COLOURS).some((stage) => (numberCell(row, stage) ?? 0) > 0))
    .slice(0, SHOWN),
  draw: (rows, layout) => {
    const labels = names(rows, name);
    return stackedShares(
      rows.map((row, index) => ({
        label: labels[index] ?? '',
        told: formatNumber(numberCell(row, 'n') ?? 0),
        parts: Object.entries(STAGE_COLOURS).flatMap(([stage, colour]) => {
          const count = numberCell(row, stage) ?? 0;
          return count === 0 ? [] : [{ name: label('stage', stage), count, colour, ink: '#ffffff' }];
        }),
      })),
      layout,
    );
  },
  alt: (rows) =>
    `Barres de 100${NBSP}%. ${rows
      .slice(0, 6)
      .map(
        (row) =>
          `${name(row)} : ${Object.keys(STAGE_COLOURS)
            .map(
              (stage) =>
                `${label('stage', stage).toLowerCase()} ${formatNumber(numberCell(row, stage) ?? 0)}`,
            )
            .join(', ')}`,
      )
      .join(' ; ')}.`,
}));
