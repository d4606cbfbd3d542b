import { holderOf, MOST_PART } from './class-tree.js';
import type { Tree } from './descending.js';
import { KEY, keyness } from './keyness.js';
import type { TermModel } from './term-model.js';
import type { TermRows } from './terms.js';

/** A topic's words stand in its texts at least this many times as often as elsewhere; else it is talk about nothing. */
const LEAST_RATIO = 3;
const JUDGED = 10;

/** A term that is key to a subject. */
export interface KeyTerm {
  readonly keyness: number;
  /** Texts of the subject that hold it. */
  readonly n: number;
}

/** The terms that are key to each class of a partition, the most key first. */
export function keyTerms(
  rows: TermRows,
  { classOf, count }: Pick<TermModel, 'classOf' | 'count'>,
): readonly ReadonlyMap<number, KeyTerm>[] {
  const inPart = Array.from({ length: count }, () => new Map<number, number>());
  const part = Array.from({ length: count }, () => 0);
  let all = 0;
  classOf.forEach((subject, text) => {
    if (subject < 0) return;
    all++;
    part[subject] = (part[subject] as number) + 1;
    const seen = inPart[subject] as Map<number, number>;
    for (const id of new Set(rows.ids.subarray(rows.starts[text], rows.starts[text + 1])))
      seen.set(id, (seen.get(id) ?? 0) + 1);
  });
  return inPart.map(
    (seen, subject) =>
      new Map(
        [...seen]
          .map(
            ([id, n]) =>
              [
                id,
                {
                  n,
                  keyness: keyness({
                    inPart: n,
                    part: part[subject] as number,
                    inAll: rows.spread[id] as number,
                    all,
                  }),
                },
              ] as const,
          )
          .filter(([, term]) => term.keyness >= KEY || count === 1)
          .toSorted(([a, x], [b, y]) => y.keyness - x.keyness || a - b),
      ),
  );
}

export function holdsKey(row: Iterable<number>, keys: ReadonlyMap<number, KeyTerm> | undefined): boolean {
  for (const id of row) if (keys?.has(id) === true) return true;
  return false;
}

/**
 * Leaves that lie in a class of small talk: one whose key terms are hardly more frequent inside than outside (median ratio under 3), be it
 * the leaf itself or a class above it of at most `MOST_PART` of the texts.
 */
export function smallTalk(rows: TermRows, tree: Tree, leafOf: Int32Array): ReadonlySet<number> {
  const talk = new Set<number>();
  for (const at of tree.classes.keys()) {
    const holder = holderOf(tree, [at]);
    const classOf = leafOf.map((leaf) => (leaf < 0 ? -1 : holder[leaf] === 0 ? 0 : 1));
    const part = classOf.filter((kind) => kind === 0).length,
      all = classOf.filter((kind) => kind >= 0).length;
    if (part === 0 || part > MOST_PART * all) continue;
    const [keys] = keyTerms(rows, { classOf, count: 2 });
    if (!isSmallTalk(rows, keys ?? new Map<number, KeyTerm>(), part, all)) continue;
    holder.forEach((held, leaf) => held === 0 && talk.add(leaf));
  }
  return talk;
}

function isSmallTalk(rows: TermRows, keys: ReadonlyMap<number, KeyTerm>, part: number, all: number): boolean {
  const ratios = [...keys].slice(0, JUDGED).map(([id, { n }]) => {
    const outside = (rows.spread[id] as number) - n;
    return (n / part / Math.max(outside, 0.5)) * (all - part || 1);
  });
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)];
  return all > part && (middle === undefined || middle < LEAST_RATIO);
}
