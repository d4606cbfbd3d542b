/** One mail of a mailbox, as bytes without its `From ` line. */
export interface MboxPart {
  readonly fromLine: string;
  readonly bytes: Uint8Array;
  /** The mail is longer than the limit; `bytes` is its beginning. */
  readonly cut: boolean;
}

/** `From sender Day Mon D HH:MM[:SS] [zone] YYYY`, the zone before or after the year. */
export const FROM_LINE =
  /^From (?:\S.{0,300}? )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,40}?\d{1,2}:\d{2}.{0,30}?\d{4}\b/;
/** What `git format-patch` writes before a patch; inside a mail it is text, not the next mail. */
const PATCH_LINE = /^From [0-9a-f]{40} Mon Sep 17 00:00:00 2001/;
const HEADER = /^[A-Za-z][\w-]{0,60}:/;
const MARK = Buffer.from('\nFrom ');
const LONGEST_LINE = 500;
const NEWLINE = 10,
  RETURN = 13;

/** A buffer that grows by doubling, so that a long mail is copied a few times only. */
class Store {
  bytes = Buffer.allocUnsafe(1 << 18);
  length = 0;
  append(piece: Uint8Array): void {
    if (this.length + piece.length > this.bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + piece.length));
      this.bytes.copy(grown, 0, 0, this.length);
      this.bytes = grown;
    }
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }
  /** Takes the first `end` bytes out and keeps the rest. */
  take(end: number): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, end));
    this.bytes.copyWithin(0, end, this.length);
    this.length -= end;
    return taken;
  }
}

/** `true` when the line break at `at` ends an empty line. */
const afterBlank = (bytes: Buffer, at: number): boolean =>
  at === 0 ||
  bytes[at - 1] === NEWLINE ||
  (bytes[at - 1] === RETURN && (at === 1 || bytes[at - 2] === NEWLINE));

/** Undoes the quoting of "From " at the beginning of lines (`>From`, `>>From`). */
function unquoted(bytes: Buffer): Uint8Array {
  if (!bytes.includes('\n>From ') && !bytes.includes('\n>>')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

/** Takes mails out of the bytes appended so far. */
class Splitter {
  readonly store = new Store();
  private fromLine = '';
  private scanned = 0;
  private isCut = false;

  constructor(private readonly limit: number) {
    this.store.append(Buffer.from('\n'));
  }

  /** The mails that are complete; with `final`, the file ends here. */
  *drain(final: boolean): Generator<MboxPart> {
    for (let at = this.nextMark(final); at !== undefined; at = this.nextMark(final)) {
      const line =
        this.lineAt(at + 1) ??
        this.store.bytes.toString('latin1', at + 1, Math.min(this.store.length, at + LONGEST_LINE));
      this.scanned = at + 1;
      if (
        !(afterBlank(this.store.bytes, at) || this.headerFollows(at + 1)) ||
        !FROM_LINE.test(line) ||
        (this.fromLine !== '' && PATCH_LINE.test(line))
      )
        continue;
      yield this.part(at + 1);
      this.fromLine = line;
      const end = this.store.bytes.subarray(0, this.store.length).indexOf(NEWLINE);
      this.store.take(end < 0 ? this.store.length : end + 1);
      this.scanned = 0;
    }
  }

  /** The mail that ends at a byte of the store. */
  part(end: number): MboxPart {
    const bytes = this.store.take(end);
    const cut = this.isCut || bytes.length > this.limit;
    this.isCut = false;
    return {
      fromLine: this.fromLine,
      bytes: unquoted(bytes.subarray(0, Math.min(bytes.length, this.limit))),
      cut,
    };
  }

  /** Forgets what is over the limit of the mail being read. */
  shorten(): void {
    if (this.store.length <= this.limit + (1 << 18)) return;
    this.isCut = true;
    this.store.bytes.copyWithin(this.limit, this.store.length - 1024, this.store.length);
    this.store.length = this.limit + 1024;
    this.scanned = this.limit;
  }

  /** Index of the line break before the next "From " whose line and the next are read. */
  private nextMark(final: boolean): number | undefined {
    const at = this.store.bytes.subarray(0, this.store.length).indexOf(MARK, this.scanned);
    if (at >= 0 && (final || this.store.length - at > 2 * LONGEST_LINE)) return at;
    this.scanned = at >= 0 ? at : Math.max(this.scanned, this.store.length - MARK.length);
    return undefined;
  }

  /** Boxes that were joined lack the empty line: a header under the line shows that a mail begins. */
  private headerFollows(from: number): boolean {
    const end = this.store.bytes
      .subarray(0, Math.min(this.store.length, from + LONGEST_LINE))
      .indexOf(NEWLINE, from);
    return (
      end >= 0 &&
      HEADER.test(this.store.bytes.toString('latin1', end + 1, Math.min(this.store.length, end + 80)))
    );
  }

  private lineAt(from: number): string | undefined {
    const end = this.store.bytes.subarray(0, this.store.length).indexOf(NEWLINE, from);
    return end < 0
      ? undefined
      : this.store.bytes.toString('latin1', from, Math.min(end, from + LONGEST_LINE)).replace(/\r$/, '');
  }
}

/** Editors put a byte order mark before the first line. */
export const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/**
 * Splits a mailbox (mbox) into its mails: a `From ` line after an empty line, before a header, or at the beginning of the file. What stands before the
 * first `From ` line comes with an empty `fromLine`. The memory is that of the largest mail, at most `limit`.
 */
export async function* mboxParts(pieces: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<MboxPart> {
  const splitter = new Splitter(limit);
  let begun = false;
  for await (const piece of pieces) {
    splitter.store.append(begun ? piece : withoutMark(piece));
    begun = true;
    yield* splitter.drain(false);
    splitter.shorten();
  }
  yield* splitter.drain(true);
  yield splitter.part(splitter.store.length);
}
