import { label } from '../charts/wording.js';
import type { Metric } from '../model/index.js';
import { formatDate, formatHours, formatNumber, listInWords, plural } from '../util/french.js';
import { caseMark } from './case-names.js';
import { lower, numberOf, rowsOf, textOf, type Row } from './metric-words.js';

export const listOf = (row: Row, column: string): string[] =>
  Array.isArray(row[column]) ? row[column].map(String) : [];
export const hoursOf = (row: Row, column: string): number | null =>
  typeof row[column] === 'number' ? row[column] : null;
export const instant = (row: Row, column: string, zone: string, time = true): string =>
  row[column] instanceof Date ? formatDate(row[column], { zone, time }) : 'date inconnue';

/** « sécurité et rappels, nutrition »: names joined by a comma when one holds its own « et ». */
export function subjectsOf(row: Row): string {
  const names = listOf(row, 'drivers').map((driver) => lower(label('driver', driver)));
  if (names.length === 0) return 'motif non reconnu';
  return names.some((name) => name.includes(' et ')) ? names.join(', ') : listInWords(names);
}

/** « 68,8 h avant, sans réponse jusque-là ; 7 dossiers privés », or '' without a private run-up. */
export function runUpOf(row: Row): string {
  const warning = hoursOf(row, 'warningHours'),
    silence = hoursOf(row, 'silenceHours');
  if (warning === null) return '';
  const answer =
    silence === null
      ? ''
      : silence >= warning
        ? ', sans réponse jusque-là'
        : `, répondu après ${formatHours(silence)}`;
  return `${formatHours(warning)} avant le débordement${answer} ; ${plural(numberOf(row, 'privateCases'), 'dossier privé', { plural: 'dossiers privés' })} dans l’enchaînement`;
}

/** « (repère 59afcf8a) » of the first case of the run-up, for `deversoir follow`. */
export const firstCaseMark = (row: Row): string =>
  textOf(row, 'firstCaseId') === '' ? '' : ` (repère ${caseMark(textOf(row, 'firstCaseId'))})`;

/** Whether an alert is on at the end of the exports, with the false alarms it costs. */
export function alertSentence(metric: Metric | undefined): string[] {
  const rows = rowsOf(metric).filter((row) => textOf(row, 'rule') === 'cusum');
  if (metric === undefined || rows[0] === undefined) return [];
  const alerts = rows
    .filter((row) => row['alertNow'] === true)
    .map((row) => textOf(row, 'brand') || 'la marque');
  return [
    `À la fin des exports, ${alerts.length === 0 ? 'aucune alerte en cours' : `alerte en cours sur ${listInWords(alerts)}`} (règle réglée pour ${formatNumber(numberOf(rows[0], 'falseAlarmsPerMonth'), 1)} fausse alerte attendue par marque et par mois).`,
  ];
}
