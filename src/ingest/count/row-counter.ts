import type { RecordCounter } from './record-counter.js';

const QUOTE = 34,
  LF = 10,
  CR = 13,
  SPACE = 32;

/** Filled records of delimited text; without delimiter, filled lines. A quote opens at the beginning of a cell only. */
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
    if (this.quoted) {
      if (this.quoteSeen && (ends || byte === this.delimiter)) this.quoted = false;
      else {
        this.quoteSeen = byte === QUOTE && !this.quoteSeen;
        if (byte === LF) {
          if (this.lineFilled) this.linesInside++;
          this.lineFilled = false;
        } else if (byte > SPACE && byte !== QUOTE) this.lineFilled = this.filled = true;
        return;
      }
    }
    if (ends) {
      if (this.filled) this.count++;
      this.filled = false;
      this.atStart = true;
    } else if (byte === this.delimiter) this.atStart = true;
    else if (this.quotes && this.atStart && byte === QUOTE) {
      this.quoted = true;
      this.quoteSeen = false;
      this.linesInside = 0;
      this.lineFilled = true;
    } else {
      this.atStart = false;
      if (byte > SPACE) this.filled = true;
    }
  }

  end(): number {
    const open = this.quoted && !this.quoteSeen;
    const last = open ? this.linesInside + (this.lineFilled ? 1 : 0) : this.filled ? 1 : 0;
    return this.count + last - this.header;
  }
}
