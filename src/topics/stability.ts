import { joinOrder, subjectsAt, type Joins } from './hierarchy.js';
import { fitLikeliest, type Mixture } from './mixture.js';
import type { TermRows } from './terms.js';

/** The model fitted again on a part of the texts. */
export interface Refit {
  readonly texts: readonly number[];
  readonly mixture: Mixture;
  readonly joins: Joins;
}

/** Part of the texts that a refit leaves out. */
const LEFT_OUT = 5;

/** Fits again without one fifth of the texts, another fifth each time: what stands then does not hang on a few texts. */
export function refitParts(
  rows: TermRows,
  {
    aspects,
    refits,
    restarts,
  }: { readonly aspects: number; readonly refits: number; readonly restarts: number },
): readonly Refit[] {
  return Array.from({ length: refits }, (_, refit) => {
    // Texts are in the order of a hash: every fifth is a random fifth.
    const part = partOf(rows, (text) => text % LEFT_OUT !== refit % LEFT_OUT);
    const mixture = fitLikeliest(part.rows, { most: aspects, seed: 100 * (refit + 1), restarts });
    const sizes = Array.from({ length: mixture.count }, () => 0);
    for (const s of mixture.subjects) if (s >= 0) sizes[s] = (sizes[s] as number) + 1;
    return { texts: part.texts, mixture, joins: joinOrder(mixture, sizes) };
  });
}

/** Mean best Jaccard overlap of each subject's texts with the subjects of the refits, on the texts that both tell. */
export function stabilityOf(
  refits: readonly Refit[],
  ofSubject: Int32Array,
  { subjects, count }: { readonly subjects: number; readonly count: number },
): readonly number[] {
  const sums = Array.from({ length: count }, () => 0);
  for (const { texts, mixture, joins } of refits) {
    const joined = subjectsAt(joins, mixture.count, subjects);
    const both = new Map<number, number>();
    const mine = Array.from({ length: count }, () => 0),
      theirs = new Map<number, number>();
    texts.forEach((text, at) => {
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
  return sums.map((sum) => sum / refits.length);
}

function partOf(
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
