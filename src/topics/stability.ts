import { growTree, type ClassTree } from './class-tree.js';
import type { Tree } from './descending.js';
import type { TermRows } from './terms.js';

/** Part of the texts that a refit leaves out. */
const LEFT_OUT = 5;

/**
 * Stability of every class of a tree, 0–1: the mean, over trees grown again without one fifth of the texts (another fifth each time), of
 * the best Jaccard overlap with any of their classes, on the texts that both tell. What stands then does not hang on a few texts. The
 * root is 1 by definition. Source: Hennig, "Cluster-wise assessment of cluster stability", 2007.
 */
export function stabilityOf(
  rows: TermRows,
  grown: ClassTree,
  { leaves, refits }: { readonly leaves: number; readonly refits: number },
): readonly number[] {
  const sums = grown.tree.classes.map(() => 0);
  for (let refit = 0; refit < refits; refit++) {
    // Texts are in the order of a hash: every fifth is a random fifth.
    const part = partOf(rows, (text) => text % LEFT_OUT !== refit % LEFT_OUT);
    const again = growTree(part.rows, leaves);
    const shared = overlaps(grown, again, part.texts);
    const mine = sumUp(
      grown.tree,
      shared.map((row) => row.reduce((sum, n) => sum + n, 0)),
    );
    const perClass = sumRows(grown.tree, shared).map((row) => sumUp(again.tree, row));
    const theirs = sumUp(
      again.tree,
      again.tree.leaves.map((_, b) => shared.reduce((sum, row) => sum + (row[b] ?? 0), 0)),
    );
    perClass.forEach((row, a) => {
      let best = 0;
      row.forEach((both, b) => {
        best = Math.max(best, both / ((mine[a] as number) + (theirs[b] as number) - both || 1));
      });
      sums[a] = (sums[a] as number) + best;
    });
  }
  return sums.map((sum) => sum / refits);
}

/** Texts of leaf a of one tree in leaf b of the other. */
function overlaps(grown: ClassTree, again: ClassTree, texts: readonly number[]): number[][] {
  const shared = grown.tree.leaves.map(() => again.tree.leaves.map(() => 0));
  texts.forEach((text, at) => {
    const row = shared[grown.model.classOf[text] as number],
      b = again.model.classOf[at] as number;
    if (row && b >= 0) row[b] = (row[b] as number) + 1;
  });
  return shared;
}

/** Of a figure of each leaf, that of each class: the sum of its leaves'. */
export function sumUp(tree: Tree, ofLeaf: readonly number[]): number[] {
  return sumRows(
    tree,
    ofLeaf.map((n) => [n]),
  ).map(([n = 0]) => n);
}

function sumRows({ classes, leaves }: Tree, ofLeaf: readonly (readonly number[])[]): number[][] {
  const sums = classes.map(() => (ofLeaf[0] ?? []).map(() => 0));
  leaves.forEach((leaf, rank) => {
    for (let at = leaf; at >= 0; at = classes[at]?.parent ?? -1) {
      const sum = sums[at] as number[];
      ofLeaf[rank]?.forEach((n, b) => (sum[b] = (sum[b] as number) + n));
    }
  });
  return sums;
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
    for (const id of rows.ids.subarray(rows.starts[text], rows.starts[text + 1])) ids.push(id);
    starts.push(ids.length);
  }
  return { rows: { ...rows, starts: Int32Array.from(starts), ids: Int32Array.from(ids) }, texts };
}
