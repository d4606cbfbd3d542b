import { MAX_DOUBTS, type Doubt, type MessageRecord, type Reject } from '../model/index.js';
import { mendRecord } from './bytes/mojibake.js';
import type { Parsed, RowDoubt, RowReject, Source } from './source.js';

/** What happens while exports are read: a file starts, batches of rows come, the file ends with its counts. */
export type ReadEvent =
  | {
      readonly type: 'fileStart';
      readonly path: string;
      readonly size: number;
      /** Of the content; empty for a file that can't be opened. */
      readonly sha256: string;
      readonly format: string | null;
      /** What the file holds; `null`: nobody recognised it. */
      readonly stage: Source['stage'] | null;
      /** Records that a count of its own finds; `null`: not counted. */
      readonly found: number | null;
    }
  | {
      readonly type: 'batch';
      readonly path: string;
      readonly format: string;
      readonly records: readonly MessageRecord[];
      readonly rejects: readonly Reject[];
      readonly doubts: readonly Doubt[];
      /** Part of the file's bytes that were read so far, 0 to 1, where it streams. */
      readonly share?: number;
    }
  | {
      readonly type: 'fileEnd';
      readonly path: string;
      readonly sha256: string;
      readonly format: string | null;
      /** Records and rejects of the file: `read − rejected` records came. */
      readonly read: number;
      readonly rejected: number;
      /** Records of the file of which a record or a reject came: several may come of one. */
      readonly items: number;
      /** Doubts about its rows, those of which no batch came too. */
      readonly doubts: number;
      readonly notes: readonly string[];
    };

const VALUE_LENGTH = 200;

const cut = (value: string | null | undefined): string | null => {
  if (value === null || value === undefined) return null;
  return value.length > VALUE_LENGTH
    ? `${value.slice(0, VALUE_LENGTH - 1)}…`.replace(/[\ud800-\udbff]…$/, '…')
    : value;
};

const MENDED: RowDoubt = {
  reason: 'mojibake',
  hint: 'texts whose accents were written twice ("Ã©" for "é") were mended; export again where some are left',
};

/** Collects what a parser says about one file into batches. */
export class Batcher {
  records: MessageRecord[] = [];
  rejects: Reject[] = [];
  doubts: Doubt[] = [];
  readonly notes: string[] = [];
  recordCount = 0;
  rejectCount = 0;
  lastRow = 0;
  /** Rows of the file of which a record or a reject came. */
  itemCount = 0;
  /** Doubts about rows, listed or not. */
  rowDoubtCount = 0;
  private fileDoubtCount = 0;
  private mended = false;

  constructor(
    private readonly path: string,
    private readonly format: string,
  ) {}

  add(parsed: Parsed): void {
    if ('record' in parsed) {
      const record = mendRecord(parsed.record);
      if (record !== parsed.record && !this.mended) {
        this.mended = true;
        this.doubt(MENDED);
      }
      this.records.push(record);
      this.recordCount++;
      this.at(parsed.record.row);
    } else if ('reject' in parsed) this.reject(parsed.reject);
    else if ('doubt' in parsed) this.doubt(parsed.doubt);
    else if (!this.notes.includes(parsed.note) && this.notes.length < 100) this.notes.push(parsed.note);
  }

  private at(row: number): void {
    if (row !== this.lastRow) this.itemCount++;
    this.lastRow = row;
  }

  reject(told: RowReject): void {
    this.rejectCount++;
    if (told.row !== undefined && told.row !== null) this.at(told.row);
    this.rejects.push({ ...this.place(told), reason: told.reason, hint: told.hint });
  }

  doubt(told: RowDoubt): void {
    const count = told.row === undefined ? ++this.fileDoubtCount : ++this.rowDoubtCount;
    if (count <= MAX_DOUBTS) this.doubts.push({ ...this.place(told), reason: told.reason, hint: told.hint });
  }

  private place({ row, column, value }: RowReject | RowDoubt) {
    return {
      file: this.path,
      format: this.format,
      row: row ?? null,
      column: column ?? null,
      value: cut(value),
    };
  }

  get waiting(): number {
    return this.records.length + this.rejects.length + this.doubts.length;
  }

  take(): ReadEvent {
    const { path, format, records, rejects, doubts } = this;
    this.records = [];
    this.rejects = [];
    this.doubts = [];
    return { type: 'batch', path, format, records, rejects, doubts };
  }
}
