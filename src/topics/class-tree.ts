import { classesAt, descend, type Tree } from './descending.js';
import { fitTermModel, type TermModel } from './term-model.js';
import type { TermRows } from './terms.js';

/** A tree of classes whose leaves are told by a model of their terms. */
export interface ClassTree {
  readonly tree: Tree;
  /** Its classes are the leaves, in the order of `tree.leaves`. */
  readonly model: TermModel;
}

/**
 * A class holds this part of the texts, and so many, at least: smaller ones are not split off. With 1/200 and 10 rare subjects shared a
 * class, named after one of them: the classes of M10 were of one label by .69 of their texts and are by .71, those of SIB-200 are told.
 */
const LEAST_PART = 1 / 300;
const LEAST_TEXTS = 5;
/** A class of a greater part of the texts is no subject, as a word of a greater part is no term. */
export const MOST_PART = 1 / 3;

/** The tree of a set of texts, down to `leaves` classes at most. */
export function growTree(rows: TermRows, leaves: number): ClassTree {
  const texts = rows.starts.length - 1;
  const tree = descend(rows, { most: leaves, least: Math.max(LEAST_TEXTS, Math.round(LEAST_PART * texts)) });
  const leafOf = new Int32Array(texts).fill(-1);
  tree.leaves.forEach((leaf, rank) => {
    for (const text of tree.classes[leaf]?.texts ?? []) leafOf[text] = rank;
  });
  return { tree, model: fitTermModel(rows, leafOf, tree.leaves.length) };
}

/** For each leaf, which of `chosen` holds it; -1: none. */
export function holderOf({ classes, leaves }: Tree, chosen: readonly number[]): readonly number[] {
  return leaves.map((leaf) => {
    let at = leaf;
    while (at >= 0 && !chosen.includes(at)) at = classes[at]?.parent ?? -1;
    return at < 0 ? -1 : chosen.indexOf(at);
  });
}

/**
 * Classes taken as subjects, none inside another, at most so many: those that tell the most in a stable way. A class of n texts among N
 * tells n × log₂(N / n) bits, times what its stability is over the least wanted. Under the least, a class is no subject, and what is in no
 * stable class has none. With no stability at hand: the first splits.
 */
export function chooseSubjects(
  { tree, sizes }: { readonly tree: Tree; readonly sizes: readonly number[] },
  {
    most,
    stability,
    least,
    loose,
  }: {
    readonly most: number;
    readonly stability: readonly number[] | undefined;
    readonly least: number;
    /** Classes that are about several things: what is in them may be subjects. */
    readonly loose: ReadonlySet<number>;
  },
): readonly number[] {
  if (stability === undefined) return classesAt(tree, most);
  const all = sizes[0] ?? 0;
  const worth = (at: number): number => {
    const size = sizes[at] as number;
    return size === 0 || size > MOST_PART * all || loose.has(at)
      ? 0
      : size * Math.log2(all / size) * Math.max(0, (stability[at] as number) - least);
  };
  /** Best worth, and classes, by how many are taken in a class: none, one, two… */
  type Choice = { readonly worth: number; readonly taken: readonly number[] };
  const within = (at: number): readonly Choice[] => {
    const choices: Choice[] = [{ worth: 0, taken: [] }];
    const offer = (choice: Choice): void => {
      const { length } = choice.taken;
      if (length <= most && choice.worth > (choices[length]?.worth ?? 0)) choices[length] = choice;
    };
    const own = worth(at);
    if (own > 0) offer({ worth: own, taken: [at] });
    const kids = tree.classes[at]?.kids;
    if (kids) {
      const [one, two] = kids.map(within) as [readonly Choice[], readonly Choice[]];
      for (const a of one)
        for (const b of two) if (a && b) offer({ worth: a.worth + b.worth, taken: [...a.taken, ...b.taken] });
    }
    return choices;
  };
  return within(0).reduce((best, choice) => (choice && choice.worth > best.worth ? choice : best)).taken;
}
