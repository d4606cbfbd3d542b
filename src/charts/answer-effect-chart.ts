import { formatInterval, formatNumber, formatValue } from '../util/french.js';
import { boundsOf, numberCell, textCell, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { channelLabel, label } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';

const MODELS: Readonly<Record<string, string>> = {
  crude: 'brut',
  adjusted: 'ajusté',
  corrected: 'corrigé de l’invisible',
};
const TERMS: Readonly<Record<string, string>> = {
  answered: 'Réponse donnée',
  angry: 'Premier message en colère',
};

/** « Réponse donnée (ajusté) », « Motif : prix », « Canal : e-mail ». */
function nameOf(row: ChartRow): string {
  const term = textCell(row, 'term'),
    [kind, code] = term.split(':');
  const named =
    TERMS[term] ??
    (code === undefined ? term : kind === 'channel' ? channelLabel(code) : label('driver', code));
  return term === 'answered'
    ? `${named} (${MODELS[textCell(row, 'model')] ?? textCell(row, 'model')})`
    : named;
}
const ratio = (row: ChartRow): number => numberCell(row, 'ratio') ?? 0;

/** The ratio, with its interval where there is room. */
const told = (row: ChartRow, width: number): string =>
  `${formatValue(ratio(row), 'ratio')}${width < 480 ? '' : ` (${formatInterval(boundsOf(row), 'ratio')})`}`;

/** Hazard ratios on a logarithmic axis, against 1. */
export const answerEffectChart = chartMaker((metric) => ({
  name: 'answerEffect',
  title: metric.label.fr,
  note: `${levelNote(metric)} ; à gauche du trait : moins de débordements ; association, pas cause`,
  rows: estimatedRows(metric, ['ratio', 'low', 'high']).filter((row) => boundsOf(row).low > 0),
  draw: (rows, layout) =>
    intervalDots(
      rows.map((row) => ({
        label: nameOf(row),
        value: ratio(row),
        ...boundsOf(row),
        told: told(row, layout.width),
      })),
      {
        ...layout,
        axisTitle: 'Rapport de risques (échelle logarithmique)',
        format: '~r',
        scale: 'log',
        reference: 1,
      },
    ),
  alt: (rows) =>
    `Points et intervalles. ${rows.map((row) => `${nameOf(row)} : ${formatValue(ratio(row), 'ratio')} (${formatInterval(boundsOf(row), 'ratio')} ; ${formatNumber(numberCell(row, 'spilled') ?? 0)} débordements)`).join(' ; ')}.`,
}));
