/** One mail of a mailbox, as bytes without its `From ` line. */
export interface MboxPart {
  readonly fromLine: string;
  readonly bytes: Uint8Array;
  /** The mail is longer than the limit; `bytes` is its beginning. */
  readonly cut: boolean;
}

/** `From sender Day Mon D HH:MM[:SS] [zone] YYYY`, the zone before or after the year. */
export const FROM_LINE = /^From (?:\S.{0,300}? )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,40}?\d{1,2}:\d{2}.{0,30}?\d{4}\b/;
/** What `git format-patch` writes before a patch; inside a mail it is text, not the next mail. */
const PATCH_LINE = /^From [0-9a-f]{40} Mon Sep 17 00:00:00 2001/;
const MARK = Buffer.from('\nFrom ');
const NEWLINE = 10, RETURN = 13;

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

const lineAt = (bytes: Buffer, from: number, length: number): string | undefined => {
  const end = bytes.subarray(0, length).indexOf(NEWLINE, from);
  return end < 0 ? undefined : bytes.toString('latin1', from, Math.min(end, from + 500)).replace(/\r$/, '');
};

/** `true` when the line break at `at` ends an empty line. */
const afterBlank = (bytes: Buffer, at: number): boolean =>
  at === 0 || bytes[at - 1] === NEWLINE || (bytes[at - 1] === RETURN && (at === 1 || bytes[at - 2] === NEWLINE));

/** Undoes the quoting of "From " at the beginning of lines (`>From`, `>>From`). */
function unquoted(bytes: Buffer): Uint8Array {
  if (!bytes.includes('\n>From ') && !bytes.includes('\n>>')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

/**
 * Splits a mailbox (mbox) into its mails: a `From ` line after an empty line, or at the beginning of the file. What stands before the
 * first `From ` line comes with an empty `fromLine`. The memory is that of the largest mail, at most `limit`.
 */
export async function* mboxParts(pieces: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<MboxPart> {
  const store = new Store();
  store.append(Buffer.from('\n'));
  let fromLine = '';
  let scanned = 0;
  let cut = false;
  const part = (end: number): MboxPart => {
    const bytes = store.take(end);
    const result = { fromLine, bytes: unquoted(bytes.subarray(0, Math.min(bytes.length, limit))), cut: cut || bytes.length > limit };
    cut = false;
    return result;
  };
  const drain = function* (final: boolean): Generator<MboxPart> {
    for (;;) {
      const at = store.bytes.subarray(0, store.length).indexOf(MARK, scanned);
      if (at < 0) {
        scanned = Math.max(0, store.length - MARK.length);
        return;
      }
      const line = lineAt(store.bytes, at + 1, store.length) ?? (final ? store.bytes.toString('latin1', at + 1, store.length) : undefined);
      if (line === undefined) {
        scanned = at;
        return;
      }
      scanned = at + 1;
      if (!afterBlank(store.bytes, at) || !FROM_LINE.test(line) || (fromLine !== '' && PATCH_LINE.test(line))) continue;
      yield part(at + 1);
      fromLine = line;
      store.take(Math.min(store.length, store.bytes.subarray(0, store.length).indexOf(NEWLINE) + 1 || store.length));
      scanned = 0;
    }
  };
  for await (const piece of pieces) {
    store.append(piece);
    yield* drain(false);
    if (store.length > limit + (1 << 18)) {
      cut = true;
      store.bytes.copyWithin(limit, store.length - 1024, store.length);
      store.length = limit + 1024;
      scanned = limit;
    }
  }
  yield* drain(true);
  yield part(store.length);
}
