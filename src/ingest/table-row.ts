import { DeversoirError } from '../util/errors.js';
import { DIRECTIONS, KINDS, type MessageRecord, STAGES } from '../model/index.js';
import type { DateColumn } from './date-column.js';
import { dateTime, readEpoch } from './dates.js';
import type { ExportFile } from './export-file.js';
import { columnName } from './header.js';
import { idFromUrl, readId } from './ids.js';
import { languageOf, sentimentOf } from './labels.js';
import { readCount, readNumber } from './numbers.js';
import type { Parsed, ReadOptions, RowDoubt } from './source.js';
import type { TableRow } from './table.js';

/** Fields that columns can feed. `time` completes `date`; `day`, `month`, `year` replace it; `epoch` wins over it. */
export const FIELDS = ['id', 'threadId', 'parentId', 'authorId', 'authorName', 'authorHandle', 'authorContact', 'date', 'time', 'epoch', 'day', 'month', 'year',
  'title', 'text', 'url', 'rating', 'likes', 'shares', 'replies', 'views', 'reach', 'language', 'sentiment', 'brand', 'sourceName', 'status'] as const;
export type Field = (typeof FIELDS)[number];

/** A record that is being made. */
export type Draft = { -readonly [K in keyof MessageRecord]: MessageRecord[K] };

/** Column indexes of each field, in order of preference. */
export interface Resolved {
  readonly columns: Readonly<Partial<Record<Field, readonly number[]>>>;
  /** Column name → index. */
  readonly index: ReadonlyMap<string, number>;
  /** Values given with `=` in the mapping, the same for every row. */
  readonly constants: Partial<Draft>;
  readonly problems: readonly Parsed[];
}

/** What a mapping may set for every row, as in `stage: '=private'`. */
const CONSTANTS: Readonly<Record<string, readonly string[] | undefined>> = {
  stage: STAGES, kind: KINDS, direction: DIRECTIONS, platform: undefined, channel: undefined, givenBrand: undefined, sourceName: undefined,
};

/**
 * Checks a mapping before anything is read.
 *
 * @throws DeversoirError `option-invalid` for an unknown field or a constant that the field can't have.
 */
export function checkMap(map: Readonly<Record<string, string>>): void {
  for (const [field, given] of Object.entries(map)) {
    if (!given.startsWith('=')) {
      if (!(FIELDS as readonly string[]).includes(field)) throw new DeversoirError('option-invalid', `map knows no field "${field}"`, { hint: `the fields are ${FIELDS.join(', ')}` });
      continue;
    }
    if (!Object.hasOwn(CONSTANTS, field)) throw new DeversoirError('option-invalid', `no constant can be given for "${field}"`, { hint: `only for ${Object.keys(CONSTANTS).join(', ')}` });
    const choices = CONSTANTS[field];
    if (choices && !choices.includes(given.slice(1).trim())) throw new DeversoirError('option-invalid', `"${given}" for ${field}`, { hint: `one of ${choices.map((one) => `=${one}`).join(', ')}` });
  }
}

function constantsOf(map: Readonly<Record<string, string>>): Partial<Draft> {
  const constants: Record<string, string> = {};
  for (const [field, given] of Object.entries(map)) if (given.startsWith('=')) constants[field] = given.slice(1).trim();
  if (constants['stage'] === 'private' && constants['kind'] === undefined) constants['kind'] = 'message';
  return constants as Partial<Draft>;
}

/** Names of the columns of a file → index; the first of equal names. A column without a name is `column 3`. */
export function columnIndexes(file: ExportFile): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  (file.table?.names ?? []).forEach((name, at) => {
    const key = name === '' ? `column ${at + 1}` : name;
    if (!index.has(key)) index.set(key, at);
  });
  return index;
}

/** Finds the columns of each field; a mapping of the user replaces what the format says. */
export function resolveColumns(
  file: ExportFile, fields: Readonly<Partial<Record<Field, string | readonly string[]>>>, options: ReadOptions,
): Resolved {
  const index = columnIndexes(file);
  const columns: Partial<Record<Field, number[]>> = {};
  for (const [field, names] of Object.entries(fields) as [Field, string | readonly string[]][]) {
    const found = (typeof names === 'string' ? [names] : names).flatMap((name) => index.get(name) ?? []);
    if (found.length > 0) columns[field] = found;
  }
  const problems: Parsed[] = [];
  for (const [field, name] of Object.entries(options.map ?? {})) {
    if (name.startsWith('=')) continue;
    const at = index.get(columnName(name));
    if (at !== undefined) { columns[field as Field] = [at]; continue; }
    const hint = `no such column; the columns are ${(file.table?.header ?? []).join(', ').slice(0, 300)}`;
    problems.push(options.as === undefined
      ? { doubt: { column: name, reason: 'guessed-mapping', hint: `${hint}; the mapping of ${field} is left out` } }
      : { reject: { column: name, reason: 'missing-column', hint } });
  }
  return { columns, index, constants: constantsOf(options.map ?? {}), problems };
}

const EMPTY = /^(?:-|null|none|nan|n\/a|#n\/a|undefined|\\n|\[\])$/i;

/** Reads the fields of one row after another. */
export class RowReader {
  current: TableRow = { row: 0, cells: [] };
  private doubts: RowDoubt[] = [];

  /** `unquoted`: a delimiter inside a text gave one cell too many, put together again. */
  constructor(
    readonly file: ExportFile, private readonly resolved: Resolved, private readonly dates: DateColumn | undefined, private readonly unquoted = false,
  ) {}

  /** Moves to a row. */
  at(row: TableRow): this {
    this.current = this.unquoted ? this.joined(row) : row;
    return this;
  }

  private joined(row: TableRow): TableRow {
    const width = (this.file.table?.names ?? []).findLastIndex((name) => name !== '') + 1;
    const extra = row.cells.findLastIndex((cell) => cell !== '') + 1 - width;
    const text = this.resolved.columns.text?.[0];
    if (extra <= 0 || text === undefined) return row;
    const whole = row.cells.slice(text, text + extra + 1).join(' ').trim();
    return { ...row, cells: [...row.cells.slice(0, text), whole, ...row.cells.slice(text + extra + 1)] };
  }

  private clean(at: number, textual: boolean): string | undefined {
    let cell = this.current.cells[at];
    if (cell === undefined || cell === '') return undefined;
    if (cell.includes('\ufeff')) cell = cell.replaceAll('\ufeff', '');
    const trimmed = cell.trim();
    return trimmed === '' || (!textual && trimmed.length < 10 && EMPTY.test(trimmed)) ? undefined : trimmed;
  }

  /** Trimmed value of a field; empty markers (`-`, `null`, `NaN`) are `undefined` except in texts. */
  get(field: Field): string | undefined {
    const columns = this.resolved.columns[field];
    if (!columns) return undefined;
    const textual = field === 'text' || field === 'title';
    for (const at of columns) {
      const value = this.clean(at, textual);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Value of the first filled column of these names. */
  cell(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const at = this.resolved.index.get(name);
      const value = at === undefined ? undefined : this.clean(at, false);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Sum of the counts of these columns that are filled; `undefined` when none is. */
  sum(...names: readonly string[]): number | undefined {
    const counts = names.map((name) => readCount(this.cell(name))).filter((count) => count !== undefined);
    return counts.length === 0 ? undefined : counts.reduce((total, count) => total + count, 0);
  }

  /** Address of the hyperlink of a cell, workbooks only. */
  link(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const at = this.resolved.index.get(name);
      const target = at === undefined ? undefined : this.current.links?.get(at);
      if (target !== undefined) return target;
    }
    return undefined;
  }

  doubt(doubt: Omit<RowDoubt, 'row'>): void {
    this.doubts.push({ row: this.current.row, ...doubt });
  }

  takeDoubts(): readonly RowDoubt[] {
    if (this.doubts.length === 0) return this.doubts;
    const taken = this.doubts;
    this.doubts = [];
    return taken;
  }

  private readId(field: 'id' | 'threadId' | 'parentId' | 'authorId', url?: string): string | undefined {
    const value = this.get(field);
    const read = value === undefined ? undefined : readId(value);
    if (!read?.damaged) return read?.id;
    const rescued = url === undefined ? undefined : idFromUrl(url);
    this.doubt({
      reason: 'damaged-id', column: field, value: read.id,
      hint: `a spreadsheet has rounded this id: ${rescued === undefined ? 'left out' : 'taken from the address'}; export again and do not open it in a spreadsheet`,
    });
    return rescued;
  }

  private sentAt(): MessageRecord['sentAt'] {
    const epoch = this.get('epoch');
    const instant = epoch === undefined ? undefined : readEpoch(epoch);
    if (instant) return { ...instant, raw: this.get('date') ?? instant.raw };
    const date = this.get('date');
    if (date !== undefined) {
      const time = this.get('time');
      return this.dates?.read(time === undefined || /\d\d?:\d\d/.test(date) ? date : `${date} ${time}`, this.current.row);
    }
    const day = this.get('day'), month = this.get('month'), year = this.get('year');
    if (day === undefined || month === undefined || year === undefined) return undefined;
    const text = [day, month, year].map((part) => part.replace(/\.0$/, '')).join(' ');
    return dateTime(/^\d+$/.test(month) ? text.replaceAll(' ', '/') : text, { order: 'dmy' }) ?? { epochMs: null, raw: text, zone: 'none' };
  }

  private numbers(draft: Draft): void {
    for (const field of ['likes', 'shares', 'replies', 'views', 'reach'] as const) {
      const value = this.get(field);
      if (value === undefined) continue;
      const count = readCount(value);
      if (count === undefined) this.doubt({ reason: 'number-format', column: field, value, hint: 'not readable as a count: left out' });
      else draft[field] = count;
    }
    const rating = this.get('rating');
    if (rating === undefined) return;
    const value = readRating(rating);
    if (!value) this.doubt({ reason: 'number-format', column: 'rating', value: rating, hint: 'not readable as a rating: left out' });
    else {
      draft.rating = value.rating;
      if (value.max !== undefined) draft.ratingMax = value.max;
    }
  }

  /** The record of this row, on top of the values of the format. */
  draft(base: Partial<MessageRecord> & Pick<MessageRecord, 'platform' | 'stage' | 'kind'>): Draft {
    const draft: Draft = { ...base, row: this.current.row };
    const url = this.get('url');
    const set = <K extends keyof Draft>(key: K, value: Draft[K] | undefined): void => { if (value !== undefined) draft[key] = value; };
    set('url', url);
    set('id', this.readId('id', url));
    set('threadId', this.readId('threadId'));
    set('parentId', this.readId('parentId'));
    set('authorId', this.readId('authorId'));
    set('authorName', this.get('authorName'));
    set('authorHandle', this.get('authorHandle'));
    const contact = this.get('authorContact');
    if (contact !== undefined) draft.authorContacts = [contact];
    set('sentAt', this.sentAt());
    set('title', this.get('title'));
    set('text', this.get('text'));
    this.numbers(draft);
    set('givenLanguage', languageOf(this.get('language')));
    set('givenSentiment', sentimentOf(this.get('sentiment')));
    set('givenBrand', this.get('brand'));
    set('sourceName', this.get('sourceName'));
    set('status', this.get('status'));
    return draft;
  }
}

/**
 * A rating: a number, `4/5`, `4 out of 5`, `4 sur 5`, stars.
 *
 * @example
 * [readRating('4,5/5'), readRating('★★★☆☆'), readRating('3')]
 * // → [{ rating: 4.5, max: 5 }, { rating: 3, max: 5 }, { rating: 3 }]
 */
export function readRating(text: string): { rating: number; max?: number } | undefined {
  const stars = /^[★⭐☆✩\s]+$/.exec(text.replaceAll('\ufe0f', ''));
  if (stars) return { rating: [...text].filter((star) => star === '★' || star === '⭐').length, ...(/[☆✩]/.test(text) ? { max: [...text].filter((star) => /[★⭐☆✩]/.test(star)).length } : {}) };
  const of = /^([\d.,]+)\s*(?:\/|out of|sur|von|de|of)\s*(\d+)/i.exec(text);
  const rating = readNumber(of?.[1] ?? text.replace(/\s*(?:stars?|étoiles?|sterne|estrellas)$/i, ''));
  if (rating === undefined || rating < 0 || rating > 100) return undefined;
  return of ? { rating, max: Number(of[2]) } : { rating };
}
