/** A part of a file that begins where a pattern matches; the part before the first match has `index` 0. */
export interface Segment {
  readonly index: number;
  readonly text: string;
  /** The part is longer than the limit; `text` is its beginning. */
  readonly cut: boolean;
}

/** Longest text a boundary may match. */
const LONGEST_BOUNDARY = 1024;
/** Comments and CDATA of XML, whole (1) or with their end not read yet (2): a boundary inside is text. */
const OPAQUE = '(<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|<!--[\\s\\S]*?-->)|(<!\\[CDATA\\[|<!--)|';

/**
 * Cuts a text that comes in pieces where a pattern matches, so that a file of many articles needs the memory of one.
 *
 * @param boundary Matches the beginning of a part, in at most 1,024 characters.
 * @param limit Longest part in UTF-16 units; the rest of a longer one is dropped and `cut` says so.
 * @param kind `xml`: matches inside comments and CDATA don't count. HTML of exports is too broken for that.
 */
export async function* segments(
  pieces: AsyncIterable<string>,
  boundary: RegExp,
  limit: number,
  kind?: 'xml',
): AsyncGenerator<Segment> {
  const opaque = kind === 'xml';
  const pattern = new RegExp(
    `${opaque ? OPAQUE : ''}${boundary.source}`,
    `${boundary.flags.replace('g', '')}g`,
  );
  let buffer = '';
  let index = 0;
  let from = 0;
  let cut = false;

  /** Index of the next boundary before `safe`; from there on a match may still be half read. */
  const boundaryBefore = (safe: number): number | undefined => {
    for (;;) {
      pattern.lastIndex = from;
      const match = pattern.exec(buffer);
      if (match && opaque && match[1] !== undefined) from = match.index + match[0].length;
      else {
        const found = match && !(opaque && match[2] !== undefined) && match.index < safe;
        if (!found) from = Math.max(from, match ? Math.min(match.index, Math.max(safe, 0)) : safe);
        return found ? match.index : undefined;
      }
    }
  };
  const next = (safe: number): Segment | undefined => {
    const at = boundaryBefore(safe);
    if (at === undefined) return undefined;
    const segment = { index: index++, text: buffer.slice(0, Math.min(at, limit)), cut: cut || at > limit };
    buffer = buffer.slice(at);
    from = 1;
    cut = false;
    return segment;
  };

  for await (const piece of pieces) {
    buffer += piece;
    for (
      let part = next(buffer.length - LONGEST_BOUNDARY);
      part;
      part = next(buffer.length - LONGEST_BOUNDARY)
    )
      yield part;
    if (buffer.length > limit + 4 * LONGEST_BOUNDARY) {
      cut = true;
      buffer = buffer.slice(0, limit) + buffer.slice(-LONGEST_BOUNDARY);
      from = limit;
    }
  }
  for (let part = next(buffer.length); part; part = next(buffer.length)) yield part;
  yield { index, text: buffer.slice(0, limit), cut: cut || buffer.length > limit };
}
