import { holderOf, MOST_PART } from './class-tree.js';
import type { Tree } from './descending.js';
import { KEY, keyness } from './keyness.js';
import type { TermModel } from './term-model.js';
import type { TermRows } from './terms.js';
import { tally } from '../util/grouped.js';

/** A topic's words stand in its texts at least this many times as often as elsewhere; else it is talk about nothing. */
export const LEAST_RATIO = 3;
const JUDGED = 10;
/**
 * Three of its twelve most key terms stand in three fifths of a subject's texts at least; else it is about several things. On M10 the
 * subjects under it had .32 to .44 of their texts of one label (one of four .85), those in their place .46 to .90.
 */
const COVERING = 12;
const COVER_TERMS = 3;
const LEAST_COVER = 0.6;

/** A term that is key to a subject. */
export interface KeyTerm {
  readonly keyness: number;
  /** Texts of the subject that hold it. */
  readonly n: number;
}

/** The terms that are key to each class of a partition, against all texts, the most key first. */
export function keyTerms(
  rows: TermRows,
  { classOf, count }: Pick<TermModel, 'classOf' | 'count'>,
): readonly ReadonlyMap<number, KeyTerm>[] {
  const inPart = Array.from({ length: count }, () => new Map<number, number>());
  const part = Array.from({ length: count }, () => 0);
  const all = rows.starts.length - 1;
  classOf.forEach((subject, text) => {
    if (subject < 0) return;
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

/** What the words of the classes of a tree say of them. */
export interface ClassWords {
  /** Leaves that lie in a class of small talk, be it the leaf itself or one above it of at most `MOST_PART` of the texts. */
  readonly talk: ReadonlySet<number>;
  /** Classes, by rank in the tree, that are about several things. */
  readonly loose: ReadonlySet<number>;
}

/**
 * Small talk: a class whose key terms are hardly more frequent inside than outside (median ratio under 3). Loose: one of which no three
 * key terms stand in three fifths of its texts.
 */
export function judgeWords(rows: TermRows, tree: Tree, leafOf: Int32Array): ClassWords {
  const talk = new Set<number>(),
    loose = new Set<number>();
  for (const at of tree.classes.keys()) {
    const holder = holderOf(tree, [at]);
    const classOf = leafOf.map((leaf) => (leaf >= 0 && holder[leaf] === 0 ? 0 : -1));
    const texts = [...classOf.keys()].filter((text) => classOf[text] === 0);
    if (texts.length === 0 || texts.length > MOST_PART * leafOf.length) continue;
    const [keys = new Map<number, KeyTerm>()] = keyTerms(rows, { classOf, count: 2 });
    if (isSmallTalk(rows, keys, texts.length)) holder.forEach((held, leaf) => held === 0 && talk.add(leaf));
    if (coverOf(rows, keys, texts) < LEAST_COVER) loose.add(at);
  }
  return { talk, loose };
}

function isSmallTalk(rows: TermRows, keys: ReadonlyMap<number, KeyTerm>, part: number): boolean {
  const rest = rows.starts.length - 1 - part;
  const ratios = [...keys].slice(0, JUDGED).map(([id, { n }]) => {
    const outside = (rows.spread[id] as number) - n;
    return (n / part / Math.max(outside, 0.5)) * (rest || 1);
  });
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)];
  return rest > 0 && (middle === undefined || middle < LEAST_RATIO);
}

/** Part of the texts that hold one of three key terms, each chosen for the texts that it adds. */
function coverOf(rows: TermRows, keys: ReadonlyMap<number, KeyTerm>, texts: readonly number[]): number {
  const known = new Set([...keys.keys()].slice(0, COVERING));
  let left = texts.map((text) =>
    [...new Set(rows.ids.subarray(rows.starts[text], rows.starts[text + 1]))].filter((id) => known.has(id)),
  );
  for (let term = 0; term < COVER_TERMS; term++) {
    const [best] = [...tally(left.flat())].toSorted(([a, m], [b, n]) => n - m || a - b);
    if (best !== undefined) left = left.filter((ids) => !ids.includes(best[0]));
  }
  return 1 - left.length / texts.length;
}
