import { isUtf8 } from 'node:buffer';
import { wholeUtf8 } from '../../util/encoding.js';
import type { FilePart } from './export-file.js';

export interface CutOptions {
  /** Delimiter of a table; absent: one row a line, whatever it holds. */
  readonly delimiter?: string;
  /** Cells may be quoted, and hold line ends. */
  readonly quotes: boolean;
  /** The text is UTF-8: bytes that are not would be mended, and counted over the whole file. */
  readonly utf8: boolean;
  /** Bytes of the mark that begins the file. */
  readonly bom: number;
  /** Least bytes of a part. */
  readonly bytes: number;
}

const QUOTE = 34,
  LF = 10,
  CR = 13;
/** Longest row, in bytes; a longer one is left to the reader, which knows what to say of it. */
const MAX_ROW = 4 * 1024 * 1024;

const enum At {
  CellStart,
  Cell,
  Quoted,
  QuoteSeen,
  ReturnSeen,
}

const hasLineEnd = (bytes: Uint8Array): boolean => bytes.includes(LF) || bytes.includes(CR);

/**
 * Finds where a text of rows may be cut, reading bytes as `CsvReader` reads characters: for encodings in which delimiter, quote and line
 * ends are one byte each. Gives up, for the file to be read whole, on what the reader mends by looking at more than one row: a quote that
 * never closes or is of a word, a row too long, a NUL byte, a byte that is not of the encoding.
 */
export class RowCutter {
  private readonly delimiter: number;
  private readonly starts: { at: number; row: number }[] = [{ at: 0, row: 0 }];
  private state = At.CellStart;
  private position = 0;
  private rowStart: number;
  private row = 0;
  private gaveUp = false;
  /** The quoted cell holds a quote that is not doubled. */
  private bare = false;
  /** Bytes of a character that the end of a chunk cuts. */
  private cut: Uint8Array = new Uint8Array(0);

  constructor(private readonly options: CutOptions) {
    this.delimiter = options.delimiter?.charCodeAt(0) ?? -1;
    this.rowStart = options.bom;
  }

  push(chunk: Uint8Array): void {
    const base = this.position;
    this.position += chunk.length;
    if (this.gaveUp) return;
    if (chunk.includes(0) || (this.options.utf8 && !this.isWell(chunk))) this.gaveUp = true;
    else if (this.delimiter < 0) this.lines(chunk, base);
    else this.cells(chunk, base, Math.max(0, this.options.bom - base));
    if (this.position - this.rowStart > MAX_ROW) this.gaveUp = true;
  }

  private isWell(chunk: Uint8Array): boolean {
    const bytes = this.cut.length === 0 ? chunk : Buffer.concat([this.cut, chunk]);
    const whole = wholeUtf8(bytes);
    this.cut = bytes.slice(whole);
    return isUtf8(bytes.subarray(0, whole));
  }

  private lines(chunk: Uint8Array, base: number): void {
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) this.rowEnds(base + at + 1);
  }

  private cells(chunk: Uint8Array, base: number, from: number): void {
    const { delimiter } = this,
      { quotes } = this.options;
    let { state } = this;
    for (let i = from; i < chunk.length; i++) {
      let byte = chunk[i] as number;
      if (state === At.ReturnSeen) {
        this.rowEnds(base + i + (byte === LF ? 1 : 0));
        state = At.CellStart;
        if (byte === LF) continue;
      }
      if (state === At.Quoted) {
        const end = chunk.indexOf(QUOTE, i);
        if (this.bare && hasLineEnd(chunk.subarray(i, end < 0 ? chunk.length : end))) this.gaveUp = true;
        if (end < 0) break;
        i = end;
        state = At.QuoteSeen;
        continue;
      }
      if (state === At.CellStart && quotes && byte === QUOTE) {
        state = At.Quoted;
        this.bare = false;
        continue;
      }
      if (state === At.QuoteSeen && byte !== delimiter && byte !== LF && byte !== CR) {
        state = At.Quoted;
        this.bare ||= byte !== QUOTE;
        continue;
      }
      while (byte !== delimiter && byte !== LF && byte !== CR && i + 1 < chunk.length)
        byte = chunk[++i] as number;
      if (byte === LF) this.rowEnds(base + i + 1);
      state = byte === CR ? At.ReturnSeen : byte === LF || byte === delimiter ? At.CellStart : At.Cell;
    }
    this.state = state;
  }

  private rowEnds(at: number): void {
    this.row++;
    if (at - this.rowStart > MAX_ROW) this.gaveUp = true;
    this.rowStart = at;
    if (at - (this.starts.at(-1)?.at ?? 0) >= this.options.bytes) this.starts.push({ at, row: this.row });
  }

  /** The parts of the whole file, in order; empty when it is to be read whole. */
  end(): readonly FilePart[] {
    if (this.gaveUp || this.state === At.Quoted || this.cut.length > 0) return [];
    const starts = this.starts.filter(({ at }) => at < this.position);
    if (starts.length < 2) return [];
    return starts.map(({ at, row }, index) => ({
      from: at,
      to: starts[index + 1]?.at ?? this.position,
      rowsBefore: row,
      last: index === starts.length - 1,
    }));
  }
}
