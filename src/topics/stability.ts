import { growTree, type ClassTree } from './class-tree.js';
import type { Tree } from './descending.js';
import type { TermRows } from './terms.js';

/** Part of the texts that a refit leaves out. */
const LEFT_OUT = 5;

/** A tree grown again, and the texts that it was grown from. */
export interface Regrown {
  readonly tree: ClassTree;
  readonly texts: readonly number[];
}

/** Trees grown again without one fifth of the texts, another fifth each time. */
export const regrow = (
  rows: TermRows,
  {
    leaves,
    refits,
    onTree,
  }: { readonly leaves: number; readonly refits: number; readonly onTree?: () => void },
): readonly Regrown[] =>
  Array.from({ length: refits }, (_, refit) => {
    // Texts are in the order of a hash: every fifth is a random fifth.
    const part = partOf(rows, (text) => text % LEFT_OUT !== refit % LEFT_OUT);
    const tree = growTree(part.rows, leaves);
    onTree?.();
    return { tree, texts: part.texts };
  });

/**
 * Stability of every class of a tree, 0–1: the mean, over trees grown again, of the best Jaccard overlap with any of their classes, on the
 * texts that both tell. What stands then does not hang on a few texts. The root is 1 by definition. Source: Hennig, "Cluster-wise assessment
 * of cluster stability", 2007.
 */
export const stabilityOf = ({ tree, model }: ClassTree, again: readonly Regrown[]): readonly number[] =>
  meanBest(again, model.classOf, tree.leaves.length, (ofLeaf) => sumRows(tree, ofLeaf));

/** The same of any parts of the texts; −1: in none. */
export const partStability = (
  parts: ArrayLike<number>,
  count: number,
  again: readonly Regrown[],
): readonly number[] => meanBest(again, parts, count, (ofPart) => ofPart);

function meanBest(
  again: readonly Regrown[],
  classOf: ArrayLike<number>,
  count: number,
  up: (ofLeaf: readonly (readonly number[])[]) => readonly (readonly number[])[],
): readonly number[] {
  const perTree = again.map(({ tree: { tree, model }, texts }) => {
    const shared = Array.from({ length: count }, () => tree.leaves.map(() => 0)),
      told = tree.leaves.map(() => 0);
    texts.forEach((text, at) => {
      const row = shared[classOf[text] as number],
        b = model.classOf[at] as number;
      if (b < 0) return;
      told[b] = (told[b] as number) + 1;
      if (row) row[b] = (row[b] as number) + 1;
    });
    const theirs = sumUp(tree, told);
    return up(shared).map((ofLeaf) => {
      const mine = ofLeaf.reduce((sum, n) => sum + n, 0);
      return sumUp(tree, ofLeaf).reduce(
        (best, both, b) => Math.max(best, both / (mine + (theirs[b] as number) - both || 1)),
        0,
      );
    });
  });
  return (perTree[0] ?? []).map(
    (_, at) => perTree.reduce((sum, best) => sum + (best[at] as number), 0) / again.length,
  );
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
