import type { Metric } from '../../model/index.js';
import type { NumberStyle } from '../../util/french.js';
import { comparedText, printedDifference } from './change.js';
import { codeText, isQuarter } from './code-text.js';
import { columnHead } from './column-heads.js';
import { boundedColumn, styleOfColumn } from './column-styles.js';
import { rowsOf, type Row } from './reading.js';
import type { AnnexTable } from './story.js';
import { decimalsOf, type Words } from './words.js';

/** Rows of a table of the annex; all of them are in the workbook. */
const ROWS = 16;

/** Lists of texts, told at depth 2, and tables made for the page: they are no table of the annex. */
const NOT_SHOWN = new Set(
  'verbatims contributionsToPromote crisisTexts caseTimeline messageSample messageCounts caseCounts'.split(
    ' ',
  ),
);
/** Columns that serve machines or hold texts. */
const HIDDEN =
  /^(messageId|firstCaseId|sheetId|text|grain|dayOnly|firstArticleDayOnly|clusterBy|by|hint|topic|openHours)$/;

const MARK = 8;

/**
 * The short mark of a case, which `deversoir follow` accepts in place of its id: the first eight characters of its hash, or the
 * whole number of a ticket.
 *
 * @example
 * [caseMark('case:whatsapp:~59afcf8afa5648791fe6'), caseMark('case:zendesk:8800003574')]
 * // → ['59afcf8a', '8800003574']
 */
export function caseMark(caseId: string): string {
  const tail = caseId.slice(caseId.lastIndexOf(':') + 1).replace(/^~/, '');
  return /^\d{1,12}$/.test(tail) ? tail : tail.slice(0, MARK);
}

const WITHOUT: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  driver: ['Sans motif', 'No driver'],
  brand: ['Sans marque', 'No brand'],
  topic: ['Sans sujet', 'No subject'],
};

/** Where rows are of groups, the row of all of them, and of what is in none, says so. */
export function withoutText(column: string, metric: Metric, row: Row, words: Words): string | undefined {
  if (column !== 'driver' && column !== 'group') return undefined;
  const by = String(row['by'] ?? (metric.name === 'driverEffort' ? 'driver' : ''));
  if (by === 'total') return words.label('by', 'total');
  const without = column === 'group' || by === 'driver' ? WITHOUT[by] : undefined;
  return without && words.say(...without);
}

/** What is absent is a dash. */
const absentText = (column: string, metric: Metric, row: Row, words: Words): string =>
  withoutText(column, metric, row, words) ?? '–';

/** A number that two decimals would print as zero, and is none, has more. */
const numberText = (value: number, style: NumberStyle, words: Words): string =>
  style === 'number' && Math.abs(value) < 0.005
    ? words.number(value, value === 0 ? 0 : decimalsOf(value, 2))
    : words.value(value, style);

/** One cell as printed; absent is a dash, never 0. */
function cellText(value: unknown, column: string, metric: Metric, row: Row, words: Words): string {
  if (value === null || value === undefined || value === '') return absentText(column, metric, row, words);
  if (value instanceof Date)
    return metric.name === 'crisisAlerts' && column === 'at' ? words.instant(value) : words.date(value);
  if (Array.isArray(value))
    return value.length === 0
      ? '–'
      : value.map((item) => cellText(item, column, metric, row, words)).join(', ');
  if (typeof value === 'boolean') return words.yesNo(value);
  if (typeof value === 'number')
    return metric.name === 'periodChange' && !/n$/i.test(column)
      ? comparedText(
          column === 'difference' ? printedDifference(row) : value,
          column,
          String(row['metric']),
          words,
        )
      : numberText(value, styleOfColumn(column, metric, row), words);
  const text = String(value);
  if (column === 'caseId') return caseMark(text);
  if (column === 'period' && row['grain'] === 'month') return words.month(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !isQuarter(column, metric))
    return words.date(Date.parse(`${text}T12:00:00Z`));
  if (/^\d{4}-\d{2}$/.test(text)) return words.month(`${text}-01`);
  return codeText(text, column, metric, row, words);
}

const COUNTED: Readonly<Record<'first' | 'last', readonly [one: string, more: string, en: string]>> = {
  first: ['première ligne', 'premières lignes', 'First'],
  last: ['dernière ligne', 'dernières lignes', 'Last'],
};

/** Whether each row is later than the one before: of these the last are read first. */
function isInTime(rows: readonly Row[], columns: readonly string[]): boolean {
  const [column = ''] = columns;
  const instants = rows
    .map((row) => row[column])
    .map((value) => (value instanceof Date ? value.toISOString() : String(value)));
  return instants.every(
    (instant, at) => /^\d{4}-\d\d(?!\d)/.test(instant) && instant > (instants[at - 1] ?? ''),
  );
}

/** The table behind a metric, with its method: its first rows, or its last where they follow one another in time, and the columns that serve a reader, or those that are chosen. */
export function tableOf(metric: Metric, words: Words, most = ROWS, chosen?: readonly string[]): AnnexTable {
  const all = rowsOf(metric);
  const part = isInTime(all, metric.table.columnNames()) ? 'last' : 'first';
  const shown = part === 'last' ? all.slice(Math.max(0, all.length - most)) : all.slice(0, most);
  const columns =
    chosen?.filter((name) => metric.table.columnNames().includes(name)) ??
    metric.table
      .columnNames()
      .filter(
        (name) => !HIDDEN.test(name) && shown.some((row) => row[name] !== null && row[name] !== undefined),
      );
  const left = all.length - shown.length;
  const [one, more, en] = COUNTED[part];
  return {
    id: metric.name,
    title: words.of(metric.label),
    columns: columns.map((name) => {
      const bounded = columns.indexOf(boundedColumn(name, metric) ?? '');
      return {
        title: columnHead(name, metric.name, words.language),
        numeric: shown.every((row) => row[name] === null || typeof row[name] === 'number'),
        ...(bounded >= 0 && { boundOf: bounded, upper: /high$/i.test(name) }),
      };
    }),
    rows: shown.map((row: Row) => columns.map((name) => cellText(row[name], name, metric, row, words))),
    note:
      left > 0
        ? words.say(
            `${words.count(shown.length, [one, more], ['', ''])} sur ${words.number(all.length)} ; toutes sont dans le classeur.`,
            `${en} ${words.count(shown.length, ['', ''], ['row', 'rows'])} of ${words.number(all.length)}; all are in the workbook.`,
          )
        : '',
    method: words.of(metric.method),
    limits: metric.limits === undefined ? '' : words.of(metric.limits),
  };
}

/** Tables of the annex: every metric that was measured, then what was not and why. */
export function annexOf(metrics: readonly Metric[], words: Words): AnnexTable[] {
  const told = metrics.filter(({ name }) => !NOT_SHOWN.has(name));
  const missing = told.filter(({ notMeasured }) => notMeasured !== undefined);
  return [
    ...told.filter((metric) => metric.table.numRows() > 0).map((metric) => tableOf(metric, words)),
    ...(missing.length === 0
      ? []
      : [
          {
            id: 'not-measured',
            title: words.say('Ce qui n’est pas mesuré, et pourquoi', 'What is not measured, and why'),
            columns: [words.say('Mesure', 'Measure'), words.say('Raison', 'Reason')].map((title) => ({
              title,
              numeric: false,
            })),
            rows: missing.map(({ label, notMeasured }) => [
              words.of(label),
              words.of(notMeasured ?? { fr: '', en: '' }),
            ]),
            note: '',
            method: '',
            limits: '',
          },
        ]),
  ];
}
