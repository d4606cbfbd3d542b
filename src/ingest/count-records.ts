import type { ExportFile } from './bytes/export-file.js';
import type { Source } from './source.js';

/** Counts the records of a file while its bytes pass. */
export interface RecordCounter {
  push(chunk: Uint8Array): void;
  /** Records of the file, its header left out. */
  end(): number;
}

const QUOTE = 34,
  LF = 10,
  CR = 13,
  SPACE = 32;

/** Filled records of delimited text; without delimiter, filled lines. A quote opens at the beginning of a cell only. */
class RowCounter implements RecordCounter {
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

/** Items of the array that a JSON text is. */
class ItemCounter implements RecordCounter {
  private count = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private expected = true;

  push(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (byte === 92) this.escaped = true;
        else if (byte === QUOTE) this.inText = false;
        continue;
      }
      if (byte <= SPACE) continue;
      const closes = byte === 93 || byte === 125;
      if (this.depth === 1 && byte === 44) this.expected = true;
      else if (this.depth === 1 && !closes && this.expected) {
        this.count++;
        this.expected = false;
      }
      if (byte === QUOTE) this.inText = true;
      else if (byte === 91 || byte === 123) this.depth++;
      else if (closes) this.depth--;
    }
  }

  end(): number {
    return this.count;
  }
}

/** Places that a pattern finds, none of them longer than `LONGEST`. */
class PatternCounter implements RecordCounter {
  private count = 0;
  private tail = '\n';

  constructor(private readonly pattern: RegExp) {}

  push(chunk: Uint8Array): void {
    const text = this.tail + Buffer.from(chunk).toString('latin1');
    let done = Math.max(0, text.length - LONGEST);
    for (const match of text.matchAll(this.pattern)) {
      this.count++;
      done = Math.max(done, match.index + match[0].length);
    }
    this.tail = text.slice(done);
  }

  end(): number {
    return this.count;
  }
}
const LONGEST = 1200;

const PATTERNS: Readonly<Record<string, RegExp | undefined>> = {
  mbox: /\nFrom (?![\da-f]{40} )[^\n]{1,500}\d:\d\d[^\n]{0,100}\n[A-Za-z][\w-]*[ \t]*:/g,
  feed: /<(?:item|entry)[\s>]/g,
  'google-alerts': /<(?:item|entry)[\s>]/g,
};

/**
 * What counts the records of a file in another way than its reader: filled rows of a table, lines or items of JSON, `From ` lines of a
 * mailbox, items of a feed. `undefined` where nothing simple tells them: workbooks, chats, documents, UTF-16.
 */
export function recordCounter(
  file: ExportFile & { readonly bom: number },
  { format, rows }: Source,
): RecordCounter | undefined {
  if (file.container !== 'text' || file.encoding.startsWith('utf-16')) return undefined;
  const pattern = PATTERNS[format];
  if (pattern) return new PatternCounter(pattern);
  const { table, json } = file;
  if (json?.layout === 'lines') return new RowCounter(-1, false, file.bom, 0);
  if (json) return json.layout === 'document' && Array.isArray(json.value) ? new ItemCounter() : undefined;
  if (!table || !rows) return undefined;
  const excel = /^\ufeff?sep=.\r?\n/i.test(file.headText) ? 1 : 0;
  return new RowCounter(
    table.delimiter.charCodeAt(0),
    rows.quotes,
    file.bom,
    (table.headerRow > 0 ? 1 : 0) + excel,
  );
}

/** What is to be told where the count differs from what came of the file. */
export const countDoubt = (found: number | null, items: number): string | undefined =>
  found === null || items >= found
    ? undefined
    : `${found} records counted in the file, ${items} of them read or rejected: ${found - items} may be missing`;
