import type { RecordCounter } from './record-counter.js';

const QUOTE = 34,
  BACKSLASH = 92,
  LF = 10,
  CR = 13,
  SPACE = 32;

/**
 * Filled records of delimited text; without delimiter, filled lines. A quote opens at the beginning of a cell only. As long as no quoted
 * cell held a delimiter, a doubled quote or a line end, one that holds a single quote, and whose first line has all columns, is text.
 */
export class RowCounter implements RecordCounter {
  private count = 0;
  private filled = false;
  private atStart = true;
  private quoted = false;
  /** A quote inside a quoted cell: it ends the cell if a delimiter or line end follows. */
  private quoteSeen = false;
  /** Filled lines since a quote opened: its records, if it never closes. */
  private linesInside = 0;
  private lineFilled = false;
  /** Delimiters of the record so far, and of the record before. */
  private marks = 0;
  private marksBefore = 0;
  /** Of the quoted cell: delimiters of its first line, a quote that is not doubled, what must be quoted. */
  private marksInside = 0;
  private loneQuote = false;
  private needed = false;
  private quoting = false;
  /** Quotes stand after a backslash inside cells: the file, the byte before, the quote before. */
  private escapes = false;
  private backslash = false;
  private escapedQuote = false;

  constructor(
    private readonly delimiter: number,
    private readonly quotes: boolean,
    private skip: number,
    private readonly header: number,
  ) {}

  push(chunk: Uint8Array): void {
    for (let at = Math.min(this.skip, chunk.length); at < chunk.length; at++) this.byte(chunk[at] ?? 0);
    this.skip = Math.max(0, this.skip - chunk.length);
  }

  private byte(byte: number): void {
    const ends = byte === LF || byte === CR;
    if (this.quoted && !this.isEscape(byte, ends)) {
      if (this.quoteSeen && (ends || byte === this.delimiter)) this.closes();
      else {
        if (this.quoteSeen && byte !== QUOTE && this.linesInside === 0) this.loneQuote = true;
        if (byte === this.delimiter || byte === LF || (this.quoteSeen && byte === QUOTE)) this.needed = true;
        if (byte === this.delimiter && this.linesInside === 0) this.marksInside++;
        this.quoteSeen = byte === QUOTE && !this.quoteSeen;
        if (byte === LF) {
          if (this.lineFilled) this.linesInside++;
          this.lineFilled = false;
        } else if (byte > SPACE && byte !== QUOTE) this.lineFilled = this.filled = true;
        return;
      }
    }
    if (this.quoted) return;
    if (ends) {
      if (this.filled) {
        this.count++;
        this.marksBefore = this.marks;
      }
      this.filled = false;
      this.marks = 0;
      this.atStart = true;
    } else if (byte === this.delimiter) {
      this.atStart = true;
      this.marks++;
    } else if (this.quotes && this.atStart && byte === QUOTE) {
      this.quoted = true;
      this.quoteSeen = false;
      this.linesInside = 0;
      this.lineFilled = true;
      this.marksInside = 0;
      this.loneQuote = this.needed = false;
    } else {
      this.atStart = false;
      if (byte > SPACE) this.filled = true;
    }
  }

  /** Whether the byte is a quote that its backslash makes text. */
  private isEscape(byte: number, ends: boolean): boolean {
    const { backslash } = this;
    this.backslash = byte === BACKSLASH && !backslash;
    if (this.escapedQuote && !ends && byte !== this.delimiter && byte !== QUOTE) {
      this.escapes = true;
      this.quoteSeen = false;
    }
    this.escapedQuote = backslash && byte === QUOTE && !this.quoteSeen;
    return this.escapes && backslash && byte === QUOTE;
  }

  private closes(): void {
    this.quoted = false;
    const { loneQuote, linesInside, marksBefore } = this;
    if (
      !this.quoting &&
      loneQuote &&
      linesInside > 0 &&
      marksBefore > 0 &&
      this.marks + this.marksInside === marksBefore
    )
      this.count += linesInside;
    else if (!loneQuote && this.needed) this.quoting = true;
  }

  end(): number {
    const open = this.quoted && !this.quoteSeen;
    const last = open ? this.linesInside + (this.lineFilled ? 1 : 0) : this.filled ? 1 : 0;
    return this.count + last - this.header;
  }
}
