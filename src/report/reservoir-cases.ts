import type { Metric } from '../model/index.js';
import { caseMark, caseName } from './case-names.js';
import { formatInterval, formatNumber, formatShare, typo } from '../util/french.js';
import { numberOf, rowsOf, textOf, type Row } from './metric-words.js';
import type { ReportTable } from './report-model.js';

const SHOWN = 10;
const DAY = 86_400_000;

/** An open case of the reservoir, named for people. */
export interface ExposedCase {
  readonly name: string;
  readonly mark: string;
  readonly ageDays: number;
  readonly answered: boolean;
  /** « 2,1 % » and « de 0,9 % à 5,0 % ». */
  readonly probability: string;
  readonly interval: string;
}

/** Instant the reservoir is read at: the last day of its curve. */
function readAt(overTime: Metric | undefined): number | null {
  const last = rowsOf(overTime).at(-1)?.['date'];
  return last instanceof Date ? last.getTime() : null;
}

/** The open cases that weigh most, with the day they were opened when the curve over time says when the reservoir is read. */
export function exposedCases(
  reservoir: Metric | undefined,
  overTime: Metric | undefined,
  zone: string,
): ExposedCase[] {
  const at = readAt(overTime);
  const bounded = (row: Row): boolean => typeof row['low'] === 'number' && typeof row['high'] === 'number';
  return rowsOf(reservoir)
    .slice(0, SHOWN)
    .map((row, index) => ({
      name: caseName(
        {
          place: index + 1,
          channel: textOf(row, 'channel'),
          driver: textOf(row, 'driver'),
          openedAt: at === null ? null : new Date(at - numberOf(row, 'ageDays') * DAY),
        },
        zone,
      ),
      mark: caseMark(textOf(row, 'caseId')),
      ageDays: numberOf(row, 'ageDays'),
      answered: row['answered'] === true,
      probability: formatShare(numberOf(row, 'probability')),
      interval: bounded(row)
        ? formatInterval({ low: numberOf(row, 'low'), high: numberOf(row, 'high') }, 'share')
        : '–',
    }));
}

/** The same as a table; the mark is what `deversoir follow` takes. */
export function exposedTable(cases: readonly ExposedCase[], open: number): ReportTable {
  return {
    kind: 'table',
    caption: typo(
      `Les ${formatNumber(cases.length)} dossiers les plus exposés, sur ${formatNumber(open)} ouverts`,
    ),
    columns: [
      'Dossier',
      'Âge (jours)',
      'Réponse',
      'Probabilité sous 24 h',
      'Intervalle à 95 %',
      'Repère',
    ].map((title, place) => ({ title: typo(title), numeric: place === 1 || place === 3 || place === 4 })),
    rows: cases.map(({ name, ageDays, answered, probability, interval, mark }) => [
      name,
      formatNumber(ageDays, 1),
      answered ? 'oui' : 'non',
      probability,
      interval,
      mark,
    ]),
  };
}
