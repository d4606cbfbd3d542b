import type { Encoding } from '../../util/encoding.js';

/** What the first bytes say the file is. `text` covers JSON, XML, HTML, mail, chats and delimited tables. */
export type Container = 'text' | 'zip' | 'xlsx' | 'docx' | 'rtf' | 'pdf' | 'binary' | 'empty';

/** Where a table stands in a sheet, told by its index. */
export interface SheetPlace {
  readonly index: number;
  readonly headerRow: number;
  readonly otherRow?: number | undefined;
  /** Its columns `[from, to)`; `to` is absent for all that follow. */
  readonly from: number;
  readonly to?: number | undefined;
}

/** How the lists inside the items are read. */
export interface NestedLists {
  /** Path of each list, `comments/replies/`, and the columns that its keys stand for. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly text: string;
  /** Items hold messages and are none. */
  readonly holder?: true;
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly inherited: readonly string[];
  /** What holds the lists is no message itself. */
  readonly apart: boolean;
  /** What holds them is a conversation: column of the messages → column of the conversation that tells it where they don't. */
  readonly talk?: ReadonlyMap<string, string>;
}

/** Beginning of a table (delimited, workbook, or a list of JSON objects): delimiter, where the header is, its names. */
export interface TablePeek {
  readonly delimiter: string;
  /** Each record stands in quotes as one cell, as spreadsheets leave a file that they took for one column. */
  readonly wrapped?: true | undefined;
  /** Record (not line) that holds the header, from 1; 0 when the table has none. */
  readonly headerRow: number;
  /** Header cells as written, BOM and outer spaces removed. */
  readonly header: readonly string[];
  /** Header cells NFKC, lower case, spaces folded: what signatures compare with. */
  readonly names: readonly string[];
  /** Records before the header (preamble). */
  readonly preamble: readonly (readonly string[])[];
  /** First records after the header. */
  readonly rows: readonly (readonly string[])[];
  /** Zone of the times of each column, where a line under the header tells it. */
  readonly zones?: readonly (string | undefined)[];
  /** Row, from 1, of the header of another table under this one. */
  readonly otherRow?: number | undefined;
  /** Sheets of a workbook that make the table. */
  readonly sheets?: readonly SheetPlace[];
  /** What is to be told of the other sheets. */
  readonly notes?: readonly string[];
  /** The sheet is hidden. */
  readonly hidden?: boolean;
  /** The table is JSON: the path of the list of objects, or `lines`. */
  readonly json?: readonly string[] | 'lines' | undefined;
  /** Lists of messages inside its items, which no row holds. */
  readonly lists?: readonly string[];
  /** The table with the rows of those lists, for a table that no format declares. */
  readonly whole?: TablePeek;
  /** How the rows of those lists take its columns; in `whole` alone. */
  readonly nested?: NestedLists;
  /** Which columns feed which fields, as its items and their lists tell apart; in `whole` alone. */
  readonly guess?: Readonly<Record<string, number>>;
}

/** Beginning of a JSON text. */
export interface JsonPeek {
  /** `document` one value, `lines` one value a line, `concatenated` several values, `prefixed` after `window.… =`. */
  readonly layout: 'document' | 'lines' | 'concatenated' | 'prefixed';
  /** `window.YTD.tweets.part0` and the like, when `prefixed`. */
  readonly prefix?: string;
  /**
   * The first value, as far as the head reaches (a cut document is closed where it is cut). Integers above 2^53 are
   * strings. A `__proto__` key is an ordinary own property.
   */
  readonly value: unknown;
}

/** A run of the rows of one file, to be read alone. */
export interface FilePart {
  /** Bytes `[from, to)` of the file. */
  readonly from: number;
  readonly to: number;
  /** Rows of the file before it, blank ones counted. */
  readonly rowsBefore: number;
  /** It ends the file. */
  readonly last: boolean;
}

/** What only a look at all rows of a file tells. */
export interface FileSurvey {
  /** Order of day and month of its dates, and why. */
  readonly dates?:
    | { readonly order: 'dmy' | 'mdy' | undefined; readonly likely?: 'dmy' | 'mdy'; readonly why: string }
    | undefined;
}

/** Beginning of an XML or HTML text. */
export interface MarkupPeek {
  readonly kind: 'xml' | 'html';
  /** Name of the root element with its prefix, lower case for HTML. */
  readonly root: string;
}

/**
 * One file, or one member of an archive, opened for reading. Detection looks at `head…` and the peeks only (each computed
 * once, on first use); parsing streams.
 */
export interface ExportFile {
  /** Path shown to the user, relative to the argument given; a member of an archive after `!`. Always with `/`. */
  readonly path: string;
  /** Last part of the path. */
  readonly name: string;
  readonly size: number;
  readonly container: Container;
  readonly encoding: Encoding;
  /** First 256 KiB; more, up to 16 MiB, where it is JSON whose first record is longer. */
  readonly head: Uint8Array;
  /** The head decoded; a character cut at its end is left out. */
  readonly headText: string;
  /** The head is the whole file. */
  readonly headIsAll: boolean;
  readonly table: TablePeek | undefined;
  readonly json: JsonPeek | undefined;
  readonly markup: MarkupPeek | undefined;
  /** Set when only a run of its rows is to be read, with what only the whole file tells. Head and peeks stay those of the file. */
  readonly part?: (FilePart & FileSurvey) | undefined;
  /** The bytes in pieces. */
  bytes(): AsyncIterable<Uint8Array>;
  /** The decoded text in pieces, without BOM. */
  text(): AsyncIterable<string>;
  /** All bytes; throws `input-hostile` over `limit`. */
  wholeBytes(limit: number): Promise<Uint8Array>;
  /** All text without BOM; throws `input-hostile` when the file has more than `limit` bytes. */
  wholeText(limit: number): Promise<string>;
  /** A file of the same folder or archive by name (`account.js`, `manifest.js`), if there is one. */
  sibling(name: string): Promise<ExportFile | undefined>;
}
