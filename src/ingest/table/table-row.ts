import type { MessageRecord } from '../../model/index.js';
import type { Draft, Field, Resolved } from './column-map.js';
import type { DateColumn } from './date-column.js';
import { withoutMarkup } from '../markup/html.js';
import type { ExportFile } from '../bytes/export-file.js';
import { idFromUrl, readId } from '../values/ids.js';
import { languageCode } from '../values/language-names.js';
import { sentimentOf } from '../values/sentiment-words.js';
import { type DecimalSign, readAmount, readCount, readRating } from '../values/numbers.js';
import { type FirstRows, firstRowsOf, type NUMBERS } from './first-rows.js';
import type { RowDoubt } from '../source.js';
import { closedAtOf, sentAtOf } from './row-times.js';
import { hasConversations } from './ticket-rows.js';
import type { TableRow } from './table.js';
import { wordsInJson } from './words-in-json.js';

const EMPTY = /^(?:-|null|none|nan|n\/a|#n\/a|undefined|\\n|\[\])$/i;

/** Reads the fields of one row after another. */
export class RowReader {
  current: TableRow = { row: 0, cells: [] };
  /** Columns kept as attributes; absent: none are. */
  others: readonly (readonly [name: string, at: number])[] | undefined;
  readonly width: number;
  private doubts: RowDoubt[] = [];
  /** No ticket has several rows. */
  private readonly rowIsTicket: boolean;
  private readonly first: FirstRows;

  /** `unquoted`: a delimiter inside a text gave one cell too many, put together again. */
  constructor(
    readonly file: ExportFile,
    private readonly resolved: Resolved,
    private readonly dates: DateColumn | undefined,
    private readonly unquoted = false,
  ) {
    this.width = file.table?.header.length ?? 0;
    const [thread] = resolved.columns.threadId ?? [];
    this.rowIsTicket = !file.table || thread === undefined || !hasConversations(file.table, thread);
    this.first = firstRowsOf(file.table, resolved);
  }

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
    const whole = row.cells
      .slice(text, text + extra + 1)
      .join(' ')
      .trim();
    return { ...row, cells: [...row.cells.slice(0, text), whole, ...row.cells.slice(text + extra + 1)] };
  }

  private clean(at: number, textual: boolean): string | undefined {
    let cell = this.current.cells[at];
    if (cell === undefined || cell === '') return undefined;
    if (cell.includes('\ufeff')) cell = cell.replaceAll('\ufeff', '');
    const trimmed = (textual ? withoutMarkup(wordsInJson(cell)) : cell).trim();
    const empty = trimmed === '' || (!textual && trimmed.length < 10 && EMPTY.test(trimmed));
    return empty || (!textual && trimmed === 'NA') ? undefined : trimmed;
  }

  /** Trimmed value of a field; empty markers (`-`, `null`, `NaN`, `NA` of R) are `undefined` except in texts. */
  get(field: Field): string | undefined {
    const columns = this.resolved.columns[field];
    if (!columns) return undefined;
    const textual = field === 'text' || field === 'title' || field === 'replyText';
    for (const at of columns) {
      const value = this.clean(at, textual);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The text, with what the same person wrote in further columns, in the order of the columns. */
  private words(): string | undefined {
    const more = this.resolved.columns.moreText ?? [];
    if (more.length === 0) return this.get('text');
    const columns = [...(this.resolved.columns.text ?? []), ...more].sort((a, b) => a - b);
    return columns.flatMap((at) => this.clean(at, true) ?? []).join('\n') || undefined;
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
    if (field === 'parentId' && /^https?:/i.test(value ?? '')) return idFromUrl(value) ?? value;
    const read = value === undefined ? undefined : readId(value);
    // no spreadsheet holds lists inside of items
    if (
      !read?.damaged ||
      this.file.table?.nested ||
      (/^\d+$/.test(read.id) && this.first.wholeIds.has(field))
    )
      return read?.id;
    const rescued = idFromUrl(url);
    this.doubt({
      reason: 'damaged-id',
      column: field,
      value: read.id,
      hint: `a spreadsheet has rounded this id: ${rescued === undefined ? 'left out' : 'taken from the address'}; export again and do not open it in a spreadsheet`,
    });
    return rescued;
  }

  /** The time that a column beside the message's own date says. */
  time(field: Field): MessageRecord['sentAt'] {
    const cell = this.get(field);
    return cell === undefined ? undefined : this.dates?.read(cell, this.current.row);
  }

  /** The time that a part of a cell says, read as the dates of the rows are; `undefined` where it is none. */
  timeIn(text: string): MessageRecord['sentAt'] {
    const time = this.dates?.read(text, this.current.row, true);
    return (time?.epochMs ?? null) === null ? undefined : time;
  }

  /** Filled cells of all columns of this name, from the left. */
  cells(name: string): readonly string[] {
    const names = this.file.table?.names ?? [];
    return names.flatMap((one, at) => (one === name ? (this.clean(at, true) ?? []) : []));
  }

  /** The number of a field as `read` understands it; a doubt when it does not. */
  private number<T>(
    field: (typeof NUMBERS)[number],
    what: string,
    read: (value: string, decimal: DecimalSign | undefined) => T | undefined,
  ): T | undefined {
    const value = this.get(field);
    if (value === undefined) return undefined;
    const number = read(value, this.first.decimals[field]);
    if (number === undefined)
      this.doubt({
        reason: 'number-format',
        column: field,
        value,
        hint: `not readable as ${what}: left out`,
      });
    return number;
  }

  /** Filled cells of the other columns by name, those beyond the header too; `undefined` when all are empty. */
  private attributes(): Draft['attributes'] {
    if (this.others === undefined) return undefined;
    const found: [string, string][] = [];
    const add = (name: string, at: number): void => {
      const value = this.clean(at, false);
      if (value !== undefined) found.push([name, value]);
    };
    for (const [name, at] of this.others) add(name, at);
    for (let at = this.width; at < this.current.cells.length; at++) add(`column ${at + 1}`, at);
    return found.length === 0 ? undefined : Object.fromEntries(found);
  }

  /** The record of this row, on top of the values of the format. All records have the same keys: the engine likes that. */
  draft(base: Partial<MessageRecord> & Pick<MessageRecord, 'platform' | 'stage' | 'kind'>): Draft {
    const url = this.get('url') ?? base.url;
    const contact = this.get('authorContact');
    const sentAt = sentAtOf(this, this.dates);
    const { rating = base.rating, max = base.ratingMax } =
      this.number('rating', 'a rating', readRating) ?? ({} as { rating?: number; max?: number });
    return {
      row: this.current.row,
      id: this.readId('id', url),
      threadId: this.readId('threadId') ?? base.threadId,
      parentId: this.readId('parentId'),
      platform: base.platform,
      channel: base.channel,
      stage: base.stage,
      kind: base.kind,
      direction: base.direction,
      authorId: this.readId('authorId'),
      authorName: this.get('authorName') ?? base.authorName,
      authorHandle: this.get('authorHandle'),
      authorIsBrand: base.authorIsBrand,
      authorContacts: contact === undefined ? undefined : [contact],
      sentAt,
      title: this.get('title'),
      text: this.words(),
      url,
      rating,
      ratingMax: max,
      likes: this.number('likes', 'a count', readCount),
      shares: this.number('shares', 'a count', readCount),
      replies: this.number('replies', 'a count', readCount),
      views: this.number('views', 'a count', readCount),
      reach: this.number('reach', 'a count', readCount),
      givenLanguage: languageCode(this.get('language')),
      givenSentiment: sentimentOf(this.get('sentiment')),
      givenBrand: this.get('brand') ?? base.givenBrand,
      sourceName: this.get('sourceName') ?? base.sourceName,
      status: this.get('status'),
      closedAt: closedAtOf(this, this.dates, this.rowIsTicket ? sentAt : undefined),
      store: this.get('store') ?? base.store,
      product: this.get('product') ?? base.product,
      region: this.get('region') ?? base.region,
      campaign: this.get('campaign') ?? base.campaign,
      segment: this.get('segment') ?? base.segment,
      orderAmount: this.number('orderAmount', 'an amount', readAmount),
      attributes: this.attributes(),
      attachments: base.attachments,
      edited: base.edited,
    };
  }
}
