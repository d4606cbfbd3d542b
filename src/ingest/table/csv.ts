/**
 * Delimited text in pieces. Kinder than RFC 4180 where real exports need it: a quote inside a quoted cell that is not doubled
 * is text unless a delimiter or line end follows; a quote that never closes is text, and the record ends with its line.
 */

const QUOTE = 34,
  LF = 10,
  CR = 13;

/** Cells of one record at most; the rest of a wider record is dropped and said. */
export const MAX_CELLS = 10_000;
/** Longest record, in characters; a longer one comes from a quote that never closes. */
export const MAX_RECORD = 4 * 1024 * 1024;
/** Unclosed quotes after which quotes are text for the rest of the file. */
const MAX_UNCLOSED = 20;

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
    this.records.push(flaw ? { row: this.row, cells, flaw } : { row: this.row, cells });
  }

  /** Reads the record at `start`; index after it, or -1 when more text is needed. */
  private record(start: number, last: boolean): number {
    const text = this.buffer;
    const quotes = this.options.quotes !== false && this.unclosed < MAX_UNCLOSED;
    const cells: string[] = [];
    let at = start,
      tooWide = false;
    for (;;) {
      let cell: string;
      if (quotes && text.charCodeAt(at) === QUOTE) {
        const end = this.closing(at + 1, last);
        if (end < 0)
          return last || text.length - start > MAX_RECORD ? this.plainRecord(start, last, true) : -1;
        cell = text.slice(at + 1, end);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = end + 1;
      } else {
        const end = this.cellEnd(at);
        if (end >= text.length && !last)
          return text.length - start > MAX_RECORD ? this.plainRecord(start, last, false) : -1;
        cell = text.slice(at, end);
        at = end;
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
      this.emit(cells, tooWide ? 'too-wide' : undefined);
      return at + (c === CR && text.charCodeAt(at + 1) === LF ? 2 : 1);
    }
  }

  /** End of an unquoted cell: the next delimiter or line end. */
  private cellEnd(from: number): number {
    const text = this.buffer;
    for (let i = from; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === this.delimiter || c === LF || c === CR) return i;
    }
    return text.length;
  }

  /** Index of the quote that closes a quoted cell; -1 when the text ends before it. */
  private closing(from: number, last: boolean): number {
    const text = this.buffer;
    for (let i = text.indexOf('"', from); i >= 0; i = text.indexOf('"', i + 1)) {
      if (i + 1 >= text.length) return last ? i : -1;
      const c = text.charCodeAt(i + 1);
      if (c === this.delimiter || c === LF || c === CR) return i;
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
