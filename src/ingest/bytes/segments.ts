/** A part of a file that begins where a pattern matches; the part before the first match has `index` 0. */
export interface Segment {
  readonly index: number;
  readonly text: string;
  /** The part is longer than the limit; `text` is its beginning. */
  readonly cut: boolean;
}

/** Longest text a boundary may match. */
const LONGEST_BOUNDARY = 1024;
/** What opens comments and CDATA of XML (1): a boundary inside is text. */
const OPAQUE = '(<!\\[CDATA\\[|<!--)|';
const CLOSES: Readonly<Record<string, string>> = { '<![CDATA[': ']]>', '<!--': '-->' };

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
  /** Text of this part that was searched and is not looked at again: what is still looked at stays short, whatever the part's length. */
  let held: string[] = [];
  let heldLength = 0;
  let buffer = '';
  let from = 0;
  let closing: string | undefined;
  let index = 0;

  const hold = (): void => {
    const searched = from - LONGEST_BOUNDARY;
    if (searched < LONGEST_BOUNDARY) return;
    if (heldLength < limit) held.push(buffer.slice(0, searched));
    heldLength += searched;
    buffer = buffer.slice(searched);
    from -= searched;
  };
  /** Index of the next boundary, the last `unsafe` characters left out: a match there may still be half read. */
  const nextBoundary = (unsafe: number): number | undefined => {
    const safe = buffer.length - unsafe;
    for (;;) {
      if (closing !== undefined) {
        const end = buffer.indexOf(closing, from);
        if (end < 0) {
          from = Math.max(from, buffer.length - closing.length + 1);
          return undefined;
        }
        from = end + closing.length;
        closing = undefined;
      }
      pattern.lastIndex = from;
      const match = pattern.exec(buffer);
      if (!match || match.index >= safe) {
        from = Math.max(from, match ? Math.min(match.index, safe) : safe);
        return undefined;
      }
      closing = opaque ? CLOSES[match[1] ?? ''] : undefined;
      if (closing === undefined) return match.index;
      from = match.index + match[0].length;
    }
  };
  const part = (end: number): Segment => ({
    index: index++,
    text: `${held.join('')}${buffer.slice(0, end)}`.slice(0, limit),
    cut: heldLength + end > limit,
  });
  function* parts(unsafe: number): Generator<Segment> {
    for (let at = nextBoundary(unsafe); at !== undefined; at = nextBoundary(unsafe)) {
      yield part(at);
      buffer = buffer.slice(at);
      held = [];
      heldLength = 0;
      from = 1;
    }
  }

  for await (const piece of pieces) {
    buffer += piece;
    yield* parts(LONGEST_BOUNDARY);
    hold();
  }
  yield* parts(0);
  yield part(buffer.length);
}
