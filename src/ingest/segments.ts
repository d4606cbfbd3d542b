/** A part of a file that begins where a pattern matches; the part before the first match has `index` 0. */
export interface Segment {
  readonly index: number;
  readonly text: string;
  /** The part is longer than the limit; `text` is its beginning. */
  readonly cut: boolean;
}

/** Longest text a boundary may match. */
const LONGEST_BOUNDARY = 1024;

/**
 * Cuts a text that comes in pieces where a pattern matches, so that a file of many articles needs the memory of one.
 *
 * @param boundary Matches the beginning of a part, in at most 1,024 characters.
 * @param limit Longest part in UTF-16 units; the rest of a longer one is dropped and `cut` says so.
 */
export async function* segments(pieces: AsyncIterable<string>, boundary: RegExp, limit: number): AsyncGenerator<Segment> {
  const pattern = new RegExp(boundary.source, `${boundary.flags.replace('g', '')}g`);
  let buffer = '';
  let index = 0;
  let from = 0;
  let cut = false;

  /** The next part that is complete, given that matches from `safe` on may still be half read. */
  const next = (safe: number): Segment | undefined => {
    pattern.lastIndex = from;
    const match = pattern.exec(buffer);
    if (!match || match.index >= safe) {
      from = Math.max(from, safe);
      return undefined;
    }
    const segment = { index: index++, text: buffer.slice(0, Math.min(match.index, limit)), cut: cut || match.index > limit };
    buffer = buffer.slice(match.index);
    from = 1;
    cut = false;
    return segment;
  };

  for await (const piece of pieces) {
    buffer += piece;
    for (let part = next(buffer.length - LONGEST_BOUNDARY); part; part = next(buffer.length - LONGEST_BOUNDARY)) yield part;
    if (buffer.length > limit + 4 * LONGEST_BOUNDARY) {
      cut = true;
      buffer = buffer.slice(0, limit) + buffer.slice(-LONGEST_BOUNDARY);
      from = limit;
    }
  }
  for (let part = next(buffer.length); part; part = next(buffer.length)) yield part;
  yield { index, text: buffer.slice(0, limit), cut: cut || buffer.length > limit };
}
