import type { Doubt, MessageRecord, Reject, Stage } from '../model/index.js';
import type { ExportFile, FileSurvey } from './bytes/export-file.js';

/** What proves that a parser is right: see the legend of `deversoir formats`. */
export type Evidence = 'real' | 'fixture' | 'documented' | 'memory';

/** A reject or doubt as a parser says it; the reader adds file and format, masks and cuts the value. */
export type RowReject = Partial<Pick<Reject, 'row' | 'column' | 'value'>> & Pick<Reject, 'reason' | 'hint'>;
export type RowDoubt = Partial<Pick<Doubt, 'row' | 'column' | 'value'>> & Pick<Doubt, 'reason' | 'hint'>;

/** What a parser says about one row or about the file. */
export type Parsed =
  | { readonly record: MessageRecord }
  | { readonly reject: RowReject }
  | { readonly doubt: RowDoubt }
  /** A fact about the file for the manifest, e.g. "header on row 7". */
  | { readonly note: string };

/** Item by item, or (hot formats such as large tables) an array of items at a time. The reader batches. */
export type ParsedStream = AsyncIterable<Parsed | readonly Parsed[]> | Iterable<Parsed | readonly Parsed[]>;

export interface Detection {
  /** 0 to 1. At least 0.9: the signature is unmistakable; under 0.5: not this format. */
  readonly score: number;
  /** What in the content shows it, in words. */
  readonly why: string;
  /** Recognised, but such files hold no messages (headers, counts, upload lists): why. */
  readonly holdsNoMessages?: string;
  /** What this file holds, where the format alone does not say. */
  readonly stage?: Stage;
}

/** What a user may force or settle. */
export interface ReadOptions {
  /** IANA zone for times without zone, e.g. `Europe/Paris`. Default: none, read as UTC and said. */
  readonly zone?: string;
  /** Order of day and month where the file does not decide. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Column mapping for tables: target field → column name. */
  readonly map?: Readonly<Record<string, string>>;
  /** Row that holds the header of a table, from 1; 0: the tables have none. Default: found. */
  readonly headerRow?: number;
  /** Force a format by name. */
  readonly as?: string;
}

/** One export format: one file in `formats/` and what is told of it in `formats.json`, or one declaration in `tables.json`; one entry in `formats/index.ts`. */
export interface Source {
  /** Short name, kebab-case: the `format` of the messages. */
  readonly format: string;
  /** What a user calls it, e.g. "WhatsApp chat (.txt)". */
  readonly label: string;
  readonly stage: Stage | 'mixed';
  readonly evidence: Evidence;
  /** How to get such a file, and an example of its content in one line. */
  readonly example: string;
  /** Memory: `stream` reads in pieces of fixed size, `whole` loads the file (limit in bytes). */
  readonly memory: 'stream' | { readonly wholeUpTo: number };
  detect(file: ExportFile): Detection | undefined;
  parse(file: ExportFile, options: ReadOptions): ParsedStream;
  /** Set where rows are told by themselves: whether their cells may be quoted, and whether one needs those above it. Where none does, a run of them can be read alone. */
  readonly rows?: { readonly quotes: boolean; readonly chained?: boolean };
  /** What reading a run of rows must know of all rows. */
  survey?(file: ExportFile, options: ReadOptions): Promise<FileSurvey>;
}
