/** Words of a sentence with one IOB tag each: `B-PER`, `I-PER`, `O`. */
export interface TaggedSentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** A span of words with its type: words `from .. to)`. */
export interface TaggedSpan {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Spans of IOB tags; an `I-` after nothing, or after another type, opens a span.
 *
 * @example
 * spansOf(['B-PER', 'I-PER', 'O', 'B-LOC'])
 * // → [{ type: 'PER', from: 0, to: 2 }, { type: 'LOC', from: 3, to: 4 }]
 */
export function spansOf(tags: readonly string[]): TaggedSpan[] {
  const spans: { type: string; from: number; to: number }[] = [];
  tags.forEach((tag, i) => {
    const [mark = 'O', type = ''] = tag.split(/-(.*)/);
    const open = spans.at(-1);
    if (mark === 'O' || type === '') return;
    if (mark === 'I' && open !== undefined && open.to === i && open.type === type) open.to = i + 1;
    else spans.push({ type, from: i, to: i + 1 });
  });
  return spans;
}
