/** A table format is a declaration: its signature and which column feeds which field. This file turns it into a `Source`. */
import type { MessageRecord } from '../../model/index.js';
import { DateColumn, namesUtc, type OrderEvidence, OrderSurvey } from './date-column.js';
import type { DateOrder } from '../values/dates.js';
import type { ExportFile, FileSurvey } from '../bytes/export-file.js';
import { aboutTable, unreadDoubts } from './about-table.js';
import type { Detection, Parsed, ReadOptions, Source } from '../source.js';
import { type TableRow, tableRows, underItem } from './table.js';
import type { MappedSource } from './told-mapping.js';
import { type Draft, type Field, type Resolved, otherColumns, resolveColumns } from './column-map.js';
import { emptiness, noMessage } from './no-message.js';
import { ASIDE, FLAWS } from './row-flaws.js';
import { RowReader } from './table-row.js';
import { leavesMessages } from './unread-messages.js';

export type { Draft, Field } from './column-map.js';
export type { RowReader } from './table-row.js';

/** Names of a column, as `columnName` writes them; the first that is there and filled wins. */
export type Names = string | readonly string[];

export interface TableFormat extends Pick<Source, 'format' | 'label' | 'stage' | 'evidence' | 'example'> {
  /** Columns that must all be there; of an inner list one is enough. */
  readonly signature: readonly Names[];
  /** Columns that must not be there. */
  readonly without?: readonly string[];
  /** Score when the signature is there. Default 0.95. */
  readonly score?: number;
  /** A further look; `false` is not this format, a text tells why such files hold no messages. */
  readonly check?: (file: ExportFile, names: ReadonlySet<string>) => boolean | string;
  readonly fields: Readonly<Partial<Record<Field, Names>>>;
  /** Values of every record, where no column says otherwise. */
  readonly defaults: Pick<MessageRecord, 'platform' | 'stage' | 'kind'> & Partial<MessageRecord>;
  /** The vendor documents that times are UTC; `header`: only when the date column names it. */
  readonly utc?: boolean;
  /** Order of day and month that the vendor writes, when no date decides. */
  readonly order?: DateOrder;
  /** `true`: what no field takes is kept as attributes, and told. */
  readonly keepOthers?: boolean;
  /** `false`: the tool never quotes. */
  readonly quotes?: false;
  /** Facts of the file, taken once (thread from the preamble or the file name); merged into every record. */
  readonly context?: (file: ExportFile) => Partial<Draft>;
  /** Completes a record. Gives further records (a reply inside the row), or why the row is no message. */
  readonly finish?: (draft: Draft, row: RowReader) => readonly MessageRecord[] | string | void;
}

/** Which columns of the signature a table shows; `undefined` when one is missing. */
function signatureOf(format: TableFormat, names: ReadonlySet<string>): readonly string[] | undefined {
  if (format.without?.some((name) => names.has(name))) return undefined;
  const found: string[] = [];
  for (const wanted of format.signature) {
    const hit = (typeof wanted === 'string' ? [wanted] : wanted).find((name) => names.has(name));
    if (hit === undefined) return undefined;
    found.push(hit);
  }
  return found;
}

function detectTable(format: TableFormat, file: ExportFile): Detection | undefined {
  if (!file.table || file.table.headerRow === 0) return undefined;
  const names = new Set(file.table.names);
  const found = signatureOf(format, names);
  if (!found) return undefined;
  const checked = format.check?.(file, names) ?? true;
  if (
    checked === false ||
    (checked === true && leavesMessages(format.fields, format.defaults.kind === 'ticket', file))
  )
    return undefined;
  const why = `columns ${found.map((name) => `"${name}"`).join(', ')}${file.table.headerRow > 1 ? `, header on row ${file.table.headerRow}` : ''}`;
  // A format made for JSON knows more of it than a table does.
  const score = (format.score ?? 0.95) * (file.table.json ? 0.8 : 1);
  return { score, why, ...(typeof checked === 'string' ? { holdsNoMessages: checked } : {}) };
}

/** Makes the source of a table format. */
export function tableSource(format: TableFormat): MappedSource {
  return {
    format: format.format,
    label: format.label,
    stage: format.stage,
    evidence: format.evidence,
    example: format.example,
    memory: 'stream',
    detect: (file) => detectTable(format, file),
    parse: (file, options) => parseTable(format, file, options),
    rows: { quotes: format.quotes !== false },
    survey: (file, options) => surveyTable(format, file, options),
    mapping: (file, options) => mappingNames(file, resolveColumns(file, format.fields, options)),
  };
}

/** What reading a run of rows of a table must know of all of them. */
export async function surveyTable(
  format: TableFormat,
  file: ExportFile,
  options: ReadOptions,
): Promise<FileSurvey> {
  return { dates: await orderOf(format, file, options, resolveColumns(file, format.fields, options)) };
}

/** Field → columns as the file writes them. */
export function mappingNames(file: ExportFile, resolved: Resolved): Record<string, string> {
  const header = file.table?.header ?? [];
  return Object.fromEntries(
    Object.entries(resolved.columns).map(([field, columns]) => [
      field,
      columns.map((at) => header[at] || `column ${at + 1}`).join(', '),
    ]),
  );
}

/** Reads every row of a table as a format says. */
export async function* parseTable(
  format: TableFormat,
  file: ExportFile,
  options: ReadOptions,
): AsyncGenerator<readonly Parsed[]> {
  const resolved = resolveColumns(file, format.fields, options);
  yield resolved.problems;
  if (resolved.problems.some((one) => 'reject' in one)) return;
  yield aboutTable(file, resolved);
  const dates = await dateColumn(format, file, options, resolved);
  const reader = new RowReader(file, resolved, dates, format.quotes === false);
  if (format.keepOthers) reader.others = otherColumns(file, resolved);
  const context = { ...format.defaults, ...format.context?.(file) };
  for await (const rows of tableRows(file, format.quotes === false ? { quotes: false } : {})) {
    const out = unreadDoubts(rows);
    for (const row of rows) readRow(format, context, reader.at(row), out, resolved.constants);
    const asides = new Set(
      out.flatMap((one) =>
        'reject' in one && one.reject.reason === 'not-a-message' ? [one.reject.row] : [],
      ),
    );
    for (const doubt of dates?.takeDoubts() ?? []) if (!asides.has(doubt.row)) out.push({ doubt });
    yield out;
  }
}

/** A row as a reject shows it. */
const shown = ({ cells }: TableRow): string => cells.filter((cell) => cell !== '').join(' | ');

function readRow(
  format: TableFormat,
  context: Partial<MessageRecord> & TableFormat['defaults'],
  reader: RowReader,
  out: Parsed[],
  constants: Partial<Draft> | undefined,
): void {
  const { flaw, flawAt, row, aside: place } = reader.current;
  if (place) {
    out.push({ reject: { row, reason: 'not-a-message', value: shown(reader.current), hint: ASIDE[place] } });
    return;
  }
  if (flaw === 'unreadable') {
    out.push({ reject: { row, reason: 'unreadable-row', hint: 'not a JSON object' } });
    return;
  }
  if (flaw === 'too-long' || flaw === 'too-wide') {
    out.push({
      reject: {
        row,
        reason: flaw === 'too-wide' ? 'hostile' : 'too-large',
        value: reader.current.cells[0] ?? '',
        hint: FLAWS[flaw],
      },
    });
    return;
  }
  const draft = reader.draft(context);
  underItem(draft, reader.current);
  const more = format.finish?.(draft, reader);
  if (constants) Object.assign(draft, constants);
  const aside = typeof more === 'string' ? more : noMessage(draft, reader.current, reader.width);
  if (typeof more === 'string' || aside !== undefined) {
    reader.takeDoubts();
    out.push({ reject: { row, reason: 'not-a-message', value: shown(reader.current), hint: aside ?? '' } });
    return;
  }
  const column = reader.file.table?.header[flawAt ?? -1];
  if (flaw) out.push({ doubt: { row, ...(column && { column }), reason: 'truncated', hint: FLAWS[flaw] } });
  const empty = emptiness(draft);
  if (empty === 'nothing') {
    out.push({
      reject: {
        row,
        reason: 'missing-text',
        value: shown(reader.current),
        hint: 'no text, title, rating, id or address in this row',
      },
    });
    return;
  }
  if (empty === 'media') draft.kind = 'media';
  for (const doubt of reader.takeDoubts()) out.push({ doubt });
  out.push({ record: draft });
  for (const record of more ?? []) out.push({ record });
}

/** The reader of the date column, with the order of day and month decided from the whole column when its head does not. */
async function dateColumn(
  format: TableFormat,
  file: ExportFile,
  options: ReadOptions,
  resolved: Resolved,
): Promise<DateColumn | undefined> {
  const [at] = resolved.columns.date ?? [];
  if (!file.table) return undefined;
  if (at === undefined) {
    const [day] = resolved.columns.day ?? [];
    // the columns themselves say which part is which
    return day === undefined
      ? undefined
      : new DateColumn(file.table.header[day] ?? '', { ...options, dateOrder: 'dmy' }, {});
  }
  const [name = '', hour] = [at, resolved.columns.time?.[0] ?? at].map((one) => file.table?.header[one]);
  const utc = format.utc === true || namesUtc(name, hour);
  const { order, likely, why } = file.part?.dates ?? (await orderOf(format, file, options, resolved)) ?? {};
  const zone = file.table.zones?.[at],
    told = zone === undefined ? options : { ...options, zone };
  return new DateColumn(name, told, { order, fallback: format.order ?? likely, utc, ...(why && { why }) });
}

async function orderOf(
  format: TableFormat,
  file: ExportFile,
  options: ReadOptions,
  resolved: Resolved,
): Promise<OrderEvidence | undefined> {
  const [at] = resolved.columns.date ?? [];
  if (at === undefined || !file.table) return undefined;
  const survey = new OrderSurvey();
  for (const cells of file.table.rows) survey.add(cells[at] ?? '');
  if (options.dateOrder === undefined && !survey.decided && (survey.open > 0 || survey.dates === 0))
    await surveyAll(format, file, at, survey);
  return survey.evidence();
}

async function surveyAll(
  format: TableFormat,
  file: ExportFile,
  at: number,
  survey: OrderSurvey,
): Promise<void> {
  for await (const rows of tableRows(file, format.quotes === false ? { quotes: false } : {})) {
    for (const { cells, aside } of rows as readonly TableRow[]) if (!aside) survey.add(cells[at] ?? '');
    if (survey.decided) return;
  }
}
