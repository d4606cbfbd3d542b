import { formatNumber, formatShare } from '../util/french.js';
import { boundsOf, numberCell, textCell, type ChartRow } from './chart.js';
import { driverName } from './driver-shares-chart.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { scatter } from './scatter.js';
import { ACCENT, SOFT, STAGE_COLOURS, TONE_COLOURS } from './theme.js';

const COLOURS: Readonly<Record<string, string>> = {
  root: TONE_COLOURS['negative'] ?? ACCENT,
  watch: STAGE_COLOURS['public'] ?? ACCENT,
  simplify: ACCENT,
  keep: SOFT,
};
const WORDS: Readonly<Record<string, string>> = {
  root: 'à traiter à la racine',
  watch: 'à surveiller',
  simplify: 'à simplifier',
  keep: 'à tenir',
};
/** The priority in words, as far as it is more than chance. */
const wordsOf = (row: ChartRow): string =>
  `${WORDS[textCell(row, 'priority')] ?? ''}${row['sure'] === true ? '' : ' (non établi)'}`;

/** Four priorities: what a driver costs across, what it spills upwards. */
export const driverEffortChart = chartMaker((metric) => {
  const all = estimatedRows(metric, ['effortShare', 'rate', 'n']);
  const named = all.filter((row) => textCell(row, 'driver') !== '').length;
  const cases = all.reduce((sum, row) => sum + (numberCell(row, 'n') ?? 0), 0);
  const rate = all.reduce((sum, row) => sum + (numberCell(row, 'spills') ?? 0), 0) / Math.max(1, cases);
  return {
    name: 'driverEffort',
    title: 'Où traiter à la racine : effort et débordement par motif',
    note: `en haut à droite : coûte et déborde ; tirets : part égale d’effort, débordement de l’ensemble ; gris : écart de débordement non établi ; ${levelNote(metric)}`,
    nothing: 'Trop peu de plaintes par motif pour dire des priorités.',
    rows: all.filter((row) => textCell(row, 'priority') !== ''),
    draw: (rows, layout) =>
      scatter(
        rows.map((row) => ({
          label: driverName(row),
          x: numberCell(row, 'effortShare') ?? 0,
          y: numberCell(row, 'rate') ?? 0,
          ...(numberCell(row, 'high') !== null && boundsOf(row)),
          colour: row['sure'] === true ? (COLOURS[textCell(row, 'priority')] ?? SOFT) : SOFT,
          named: true,
        })),
        {
          ...layout,
          xTitle: 'Effort : part des messages échangés',
          yTitle: 'Taux de débordement',
          xFormat: '.0%',
          yFormat: '.0%',
          yMost: 1,
          xAt: 1 / Math.max(1, named),
          yAt: rate,
        },
      ),
    alt: (rows) =>
      `Nuage de points. ${rows
        .slice(0, 8)
        .map(
          (row) =>
            `${driverName(row)}, ${wordsOf(row)} : ${formatShare(numberCell(row, 'effortShare') ?? 0, 0)} de l’effort, ${formatShare(numberCell(row, 'rate') ?? 0)} de débordement (${formatNumber(numberCell(row, 'n') ?? 0)} dossiers)`,
        )
        .join(' ; ')}.`,
  };
});
