import { endsEntity } from './html-entities.js';

/**
 * Delimited text in pieces. Kinder than RFC 4180 where real exports need it: a quote inside a quoted cell that is not doubled
 * is text unless a delimiter or line end follows; a quote that never closes is text, and the record ends with its line. In a file
 * that parts cells by semicolons, those of HTML entities are text. In a file that writes quotes as `\"`, none of these closes a cell. In a file
 * that has not quoted where it must, a cell that only begins with a quoted word is text where its line and the next have all columns.
 */

const QUOTE = 34,
  BACKSLASH = 92,
  LF = 10,
  CR = 13,
  SEMICOLON = 59;

/** Cells of one record at most; the rest of a wider record is dropped and said. */
export const MAX_CELLS = 10_000;
/** Longest record, in characters; a longer one comes from a quote that never closes. */
export const MAX_RECORD = 4 * 1024 * 1024;
/** Unclosed quotes after which quotes are text for the rest of the file. */
const MAX_UNCLOSED = 20;

/** A quote that is not doubled. */
const LONE_QUOTE = /(?:^|[^"])"(?:"")*(?!")/;

/** One record of a delimited file. */
export interface CsvRecord {
  /** Position among all records, blank lines included, from 1. */
  readonly row: number;
  readonly cells: string[];
  /** What was wrong with it, when something was. */
  readonly flaw?: 'unclosed-quote' | 'too-wide' | 'too-long';
}

export interface CsvOptions {
  readonly delimiter: string;
  /** `false`: quotes are text (Netvizz, GDELT). */
  readonly quotes?: boolean;
  /** Records of the file before the text. */
  readonly rowsBefore?: number;
}

/** Splits delimited text, pushed in pieces of any size, into records. */
export class CsvReader {
  private buffer = '';
  private row: number;
  private unclosed = 0;
  /** Columns of the record before. */
  private width = 0;
  /** The file has quoted what it must, or a whole record. */
  private quoting = false;
  /** The file writes a quote inside a cell with a backslash before it. */
  private escapes = false;
  /** The cells of the record show it: told of the file once the record is whole, so that pieces change nothing. */
  private escaped = false;
  private readonly delimiter: number;
  private records: CsvRecord[] = [];
  private readonly lineEnd: RegExp;

  constructor(private readonly options: CsvOptions) {
    this.delimiter = options.delimiter.charCodeAt(0);
    this.row = options.rowsBefore ?? 0;
    this.lineEnd = /\r\n?|\n/g;
  }

  /** The records complete so far; `last` gives the rest too. */
  push(text: string, last = false): CsvRecord[] {
    this.buffer = this.buffer === '' ? text : this.buffer + text;
    let at = 0;
    while (at < this.buffer.length) {
      const next = this.record(at, last);
      if (next < 0) break;
      at = next;
    }
    this.buffer = at === 0 ? this.buffer : this.buffer.slice(at);
    const done = this.records;
    this.records = [];
    return done;
  }

  private emit(cells: string[], flaw?: CsvRecord['flaw']): void {
    this.row++;
    if (cells.length > 1 || cells[0] !== '') this.width = cells.length;
    this.escapes ||= this.escaped;
    this.records.push(flaw ? { row: this.row, cells, flaw } : { row: this.row, cells });
  }

  /** Reads the record at `start`; index after it, or -1 when more text is needed. */
  private record(start: number, last: boolean): number {
    const text = this.buffer;
    const quotes = this.options.quotes !== false && this.unclosed < MAX_UNCLOSED;
    const cells: string[] = [];
    this.escaped = false;
    let at = start,
      tooWide = false,
      quoted = 0;
    for (;;) {
      let cell: string;
      const opens = quotes && text.charCodeAt(at) === QUOTE,
        end = opens ? this.closing(at + 1, last) : -1,
        isText = opens && !this.quoting ? this.onlyBeginsQuoted(at, end, cells.length, last) : false;
      if (isText === undefined) return -1;
      if (opens && !isText) {
        if (end < 0)
          return last || text.length - start > MAX_RECORD ? this.plainRecord(start, last, true) : -1;
        cell = text.slice(at + 1, end);
        const inNext =
          cell.includes('"') && LONE_QUOTE.test(cell)
            ? this.closesInNext(at, end, cells.length, last)
            : false;
        if (inNext !== false) return inNext ? this.plainRecord(start, last, true) : -1;
        if (!this.quoting && this.mustQuote(cell)) this.quoting = true;
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        if (this.escapes || this.escaped) cell = cell.replaceAll('\\"', '"');
        at = end + 1;
        quoted++;
      } else {
        const stop = this.cellEnd(at);
        if (stop >= text.length && !last)
          return text.length - start > MAX_RECORD ? this.plainRecord(start, last, false) : -1;
        cell = text.slice(at, stop);
        at = stop;
      }
      if (cells.length < MAX_CELLS) cells.push(cell);
      else tooWide = true;
      const c = text.charCodeAt(at);
      if (c === this.delimiter) {
        at++;
        if (at < text.length || last) continue;
        return -1;
      }
      if (c === CR && at + 1 >= text.length && !last) return -1;
      if (quoted > 1 && quoted === cells.length) this.quoting = true;
      this.emit(cells, tooWide ? 'too-wide' : undefined);
      return at + (c === CR && text.charCodeAt(at + 1) === LF ? 2 : 1);
    }
  }

  private mustQuote(cell: string): boolean {
    return (
      !LONE_QUOTE.test(cell) &&
      (cell.includes(this.options.delimiter) || cell.includes('""') || /[\r\n]/.test(cell))
    );
  }

  private endOfLine(from: number): number {
    this.lineEnd.lastIndex = from;
    return this.lineEnd.exec(this.buffer)?.index ?? this.buffer.length;
  }

  private columns(from: number, to: number): number {
    return this.buffer.slice(from, to).split(this.options.delimiter).length;
  }

  /** Whether the quote at `at` is of a word of the text; `undefined`: more text must come to tell. */
  private onlyBeginsQuoted(at: number, closing: number, before: number, last: boolean): boolean | undefined {
    const text = this.buffer,
      end = this.endOfLine(at);
    if (this.width < 2 || (closing >= 0 && closing < end) || (end >= text.length && !last)) return false;
    if (!LONE_QUOTE.test(text.slice(at + 1, end))) return false;
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1),
      nextEnd = this.endOfLine(next);
    if (nextEnd >= text.length && !last) return text.length - at > MAX_RECORD ? false : undefined;
    return (
      before + this.columns(at, end) === this.width &&
      (next >= text.length || this.columns(next, nextEnd) === this.width)
    );
  }

  /** Whether what closes the quote at `at` is a cell of the next line, which with its own quotes has all columns, as the line of `at` has without. */
  private closesInNext(at: number, closing: number, before: number, last: boolean): boolean | undefined {
    const end = this.endOfLine(at);
    if (this.width < 2 || closing < end || before + this.columns(at, end) !== this.width) return false;
    const next = end + (this.buffer.startsWith('\r\n', end) ? 2 : 1),
      nextEnd = this.endOfLine(next);
    const opening = this.buffer.indexOf('"', next);
    if (closing > nextEnd || opening >= closing) return false;
    if (opening > next && this.buffer.charCodeAt(opening - 1) !== this.delimiter) return false;
    if (nextEnd >= this.buffer.length && !last)
      return this.buffer.length - at > MAX_RECORD ? false : undefined;
    const [alone] = csvRecords(this.buffer.slice(next, nextEnd), this.options);
    return alone !== undefined && alone.flaw === undefined && alone.cells.length === this.width;
  }

  /** End of an unquoted cell: the next delimiter or line end. */
  private cellEnd(from: number): number {
    const text = this.buffer;
    for (let i = from; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === LF || c === CR || (c === this.delimiter && !(c === SEMICOLON && endsEntity(text, from, i))))
        return i;
    }
    return text.length;
  }

  /** Whether a backslash makes the quote at `at` text; one that another backslash makes text does not. */
  private isEscaped(from: number, at: number): boolean {
    let before = at;
    while (before > from && this.buffer.charCodeAt(before - 1) === BACKSLASH) before--;
    return (at - before) % 2 === 1;
  }

  /** Index of the quote that closes a quoted cell; -1 when the text ends before it. */
  private closing(from: number, last: boolean): number {
    const text = this.buffer;
    let { escapes } = this;
    for (let i = text.indexOf('"', from); i >= 0; i = text.indexOf('"', i + 1)) {
      if (i + 1 >= text.length) return last ? i : -1;
      const c = text.charCodeAt(i + 1),
        escaped = this.isEscaped(from, i),
        ends = c === this.delimiter || c === LF || c === CR;
      if (escaped && (escapes || (!ends && c !== QUOTE))) {
        this.escaped = escapes = true;
        continue;
      }
      if (ends) return i;
      if (c === QUOTE) i++;
    }
    return -1;
  }

  /** A record that ends with its line, quotes being text. */
  private plainRecord(start: number, last: boolean, unclosed: boolean): number {
    const text = this.buffer;
    this.lineEnd.lastIndex = start;
    const end = this.lineEnd.exec(text);
    if (unclosed) this.unclosed++;
    const stop = end ? end.index : text.length;
    if (!end && !last && !unclosed) {
      this.emit([text.slice(start, start + 200)], 'too-long');
      return text.length;
    }
    const cells = text.slice(start, stop).split(this.options.delimiter, MAX_CELLS);
    this.emit(cells, unclosed ? 'unclosed-quote' : stop - start > MAX_RECORD ? 'too-long' : undefined);
    return end ? stop + end[0].length : text.length;
  }
}

/**
 * All records of a text in memory.
 *
 * @example
 * csvRecords('a;b\n"x;""y""";2\n', { delimiter: ';' }).map((record) => record.cells)
 * // → [['a', 'b'], ['x;"y"', '2']]
 */
export function csvRecords(text: string, options: CsvOptions): CsvRecord[] {
  return new CsvReader(options).push(text, true);
}
