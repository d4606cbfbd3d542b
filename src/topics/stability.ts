import { joinAspects } from './hierarchy.js';
import { fitMixture } from './mixture.js';
import type { TermRows } from './terms.js';

/** Mean best Jaccard overlap of each subject's texts with the subjects of refits on halves of the texts. */
export function stability(
  rows: TermRows,
  ofSubject: Int32Array,
  options: {
    readonly subjects: number;
    readonly aspects: number;
    readonly refits: number;
    readonly count: number;
  },
): readonly number[] {
  const { subjects, aspects, refits, count } = options;
  const sums = Array.from({ length: count }, () => 0);
  for (let refit = 0; refit < refits; refit++) {
    // Texts are in the order of a hash: every other pair of blocks is a random half.
    const inHalf = (text: number): boolean => ((text >> (refit >> 1)) & 1) === (refit & 1);
    const half = halfOf(rows, inHalf);
    const mixture = fitMixture(half.rows, { most: aspects, seed: 100 + refit, passes: 15 });
    const sizes = Array.from({ length: mixture.count }, () => 0);
    for (const s of mixture.subjects) if (s >= 0) sizes[s] = (sizes[s] as number) + 1;
    const joined = joinAspects(mixture, sizes, subjects);
    const both = new Map<number, number>();
    const mine = Array.from({ length: count }, () => 0),
      theirs = new Map<number, number>();
    half.texts.forEach((text, at) => {
      const a = ofSubject[text] as number;
      const aspect = mixture.subjects[at] as number;
      if (a < 0 || aspect < 0) return;
      const b = joined[aspect] as number;
      mine[a] = (mine[a] as number) + 1;
      theirs.set(b, (theirs.get(b) ?? 0) + 1);
      both.set(a * 4096 + b, (both.get(a * 4096 + b) ?? 0) + 1);
    });
    for (let a = 0; a < count; a++) {
      let top = 0;
      for (const [b, n] of theirs) {
        const shared = both.get(a * 4096 + b) ?? 0;
        top = Math.max(top, shared / ((mine[a] as number) + n - shared || 1));
      }
      sums[a] = (sums[a] as number) + top;
    }
  }
  return sums.map((sum) => sum / refits);
}

function halfOf(
  rows: TermRows,
  keep: (text: number) => boolean,
): { readonly rows: TermRows; readonly texts: readonly number[] } {
  const texts: number[] = [];
  const ids: number[] = [];
  const starts = [0];
  for (let text = 0; text + 1 < rows.starts.length; text++) {
    if (!keep(text)) continue;
    texts.push(text);
    ids.push(...rows.ids.subarray(rows.starts[text], rows.starts[text + 1]));
    starts.push(ids.length);
  }
  return { rows: { ...rows, starts: Int32Array.from(starts), ids: Int32Array.from(ids) }, texts };
}
