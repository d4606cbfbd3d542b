import { orderBy } from '../stats/checks.js';
import { seededRandom } from '../util/random.js';
import { placeTexts, tableOf, type ClassTable } from './class-table.js';
import type { TermRows } from './terms.js';

/** A class of texts; `kids`: the two it is split into, as ranks in the tree. */
export interface TreeClass {
  readonly texts: readonly number[];
  readonly parent: number;
  kids?: readonly [number, number];
}

/** Classes of texts, the root first; each is split in two, or a leaf. */
export interface Tree {
  readonly classes: readonly TreeClass[];
  /** Classes in the order in which they were split. */
  readonly splits: readonly number[];
  readonly leaves: readonly number[];
}

/** Axes along which a class is tried. */
const AXES = 3;
const ITERATIONS = 60;
/** Passes in which texts change sides. */
const MOVES = 10;

/**
 * Descending hierarchical classification: the class whose split has the greatest chi-square is split in two, until there are `most`
 * classes or none can be split. A split cuts the texts in their order along an axis of the correspondence analysis of texts × terms
 * where chi-square is greatest, then moves texts from side to side while it grows; the best of three axes is kept (one alone may hang on
 * a handful of rare words). Presence of terms counts, not their number. A text without
 * terms is in no class; one whose terms are all too rare in a class falls out of its split.
 *
 * Source: Reinert, "Une méthode de classification descendante hiérarchique", 1983, as in ALCESTE and rainette; chi-square, cut and moves
 * are exact. Deterministic. Cost: (splits tried) × (terms of the class's texts) × axes × about 100.
 */
export function descend(
  rows: TermRows,
  { most, least }: { readonly most: number; readonly least: number },
): Tree {
  const terms = presence(rows);
  const classes: TreeClass[] = [
    { texts: [...terms.keys()].filter((text) => terms[text]?.length), parent: -1 },
  ];
  const found = new Map<number, Split | undefined>();
  const splits: number[] = [];
  let leaves = [0];
  while (leaves.length < most) {
    let best: number | undefined;
    for (const leaf of leaves) {
      if (!found.has(leaf)) found.set(leaf, splitClass((classes[leaf] as TreeClass).texts, terms, least));
      const split = found.get(leaf);
      if (split && (best === undefined || split.chiSquare > (found.get(best) as Split).chiSquare))
        best = leaf;
    }
    if (best === undefined) break;
    const { sides } = found.get(best) as Split;
    const kids = [classes.length, classes.length + 1] as const;
    for (const texts of sides) classes.push({ texts, parent: best });
    (classes[best] as TreeClass).kids = kids;
    splits.push(best);
    leaves = [...leaves.filter((leaf) => leaf !== best), ...kids];
  }
  return { classes, splits, leaves };
}

/** The classes that stand when only the first splits are made, so that there are `count`. */
export function classesAt({ classes, splits }: Tree, count: number): readonly number[] {
  const live = new Set([0]);
  for (const split of splits.slice(0, Math.max(0, count - 1))) {
    live.delete(split);
    for (const kid of classes[split]?.kids ?? []) live.add(kid);
  }
  return [...live];
}

interface Split {
  readonly sides: readonly [readonly number[], readonly number[]];
  readonly chiSquare: number;
}

const presence = ({ starts, ids }: TermRows): readonly (readonly number[])[] =>
  Array.from({ length: starts.length - 1 }, (_, text) => [
    ...new Set(ids.subarray(starts[text], starts[text + 1])),
  ]);

function splitClass(
  texts: readonly number[],
  terms: readonly (readonly number[])[],
  least: number,
): Split | undefined {
  const table = tableOf(texts, terms);
  if (table.texts.length < 2 * least || table.spread.length <= AXES) return undefined;
  let best: { readonly side: Uint8Array; readonly chiSquare: number } | undefined;
  for (const coordinates of correspondenceAxes(table)) {
    const cut = bestCut(table, coordinates, least);
    if (cut && (best === undefined || cut.chiSquare > best.chiSquare)) best = cut;
  }
  if (best === undefined) return undefined;
  const sides: [number[], number[]] = [[], []];
  table.texts.forEach((text, at) => sides[best.side[at] as 0 | 1].push(text));
  return { sides, chiSquare: best.chiSquare };
}

/** Coordinates of the texts on the first axes, by power iteration: each axis is kept apart from those before. */
function correspondenceAxes(table: ClassTable): Float64Array[] {
  const { texts, spread, total } = table;
  const random = seededRandom(1);
  const rootSpread = spread.map(Math.sqrt),
    basis = [spread.map((count) => Math.sqrt(count / total))];
  return Array.from({ length: AXES }, () => {
    const axis = spread.map(() => random() - 0.5),
      scaled = new Float64Array(axis.length),
      coordinates = new Float64Array(texts.length);
    for (let pass = 0, before = 0; pass < ITERATIONS; pass++) {
      for (const other of basis) setApart(axis, other);
      const length = Math.sqrt(product(axis, axis)) || 1;
      for (let j = 0; j < axis.length; j++) {
        axis[j] = (axis[j] as number) / length;
        scaled[j] = (axis[j] as number) / (rootSpread[j] as number);
      }
      if (pass === ITERATIONS - 1 || Math.abs(length - before) < 1e-5 * length) break;
      before = length;
      placeTexts(table, scaled, coordinates, axis);
      for (let j = 0; j < axis.length; j++) axis[j] = (axis[j] as number) / (rootSpread[j] as number);
    }
    placeTexts(table, scaled, coordinates);
    basis.push(axis);
    return coordinates;
  });
}

function product(x: Float64Array, y: Float64Array): number {
  let dot = 0;
  for (let j = 0; j < x.length; j++) dot += (x[j] as number) * (y[j] as number);
  return dot;
}

function setApart(axis: Float64Array, other: Float64Array): void {
  const along = product(axis, other);
  for (let j = 0; j < axis.length; j++) axis[j] = (axis[j] as number) - along * (other[j] as number);
}

/** Chi-square of the 2 × terms table as texts change sides, each change in the time of its terms. */
class TwoSides {
  readonly side: Uint8Array;
  size = 0;
  /** Σ a² / spread over terms, a the texts of side one that hold the term; and Σ a. */
  #squares = 0;
  #terms = 0;
  readonly #counts: Float64Array;

  constructor(readonly table: ClassTable) {
    this.side = new Uint8Array(table.texts.length);
    this.#counts = new Float64Array(table.spread.length);
  }

  move(text: number): void {
    const { starts, ids, spread } = this.table;
    const from = starts[text] as number,
      to = starts[text + 1] as number,
      by = this.side[text] === 1 ? -1 : 1;
    for (let at = from; at < to; at++) {
      const j = ids[at] as number,
        count = this.#counts[j] as number;
      this.#squares += (2 * by * count + 1) / (spread[j] as number);
      this.#counts[j] = count + by;
    }
    this.#terms += by * (to - from);
    this.size += by;
    this.side[text] = by === 1 ? 1 : 0;
  }

  chiSquare(): number {
    const { total } = this.table,
      rest = total - this.#terms;
    if (this.#terms <= 0 || rest <= 0) return 0;
    return total * (this.#squares / this.#terms + (total - 2 * this.#terms + this.#squares) / rest - 1);
  }
}

function bestCut(
  table: ClassTable,
  coordinates: Float64Array,
  least: number,
): { readonly side: Uint8Array; readonly chiSquare: number } | undefined {
  const order = orderBy(coordinates.length, (text) => coordinates[text] as number);
  const sides = new TwoSides(table);
  let at = 0,
    top = 0;
  for (const text of order) {
    sides.move(text);
    const chiSquare = sides.chiSquare();
    if (sides.size >= least && order.length - sides.size >= least && chiSquare > top) {
      at = sides.size;
      top = chiSquare;
    }
  }
  if (at === 0) return undefined;
  for (const text of order.subarray(at)) sides.move(text);
  for (let pass = 0, moved = 1; pass < MOVES && moved > 0; pass++) {
    moved = 0;
    for (const text of order) {
      if ((sides.side[text] === 1 ? sides.size : order.length - sides.size) <= least) continue;
      sides.move(text);
      const chiSquare = sides.chiSquare();
      if (chiSquare > top * (1 + 1e-12)) {
        top = chiSquare;
        moved++;
      } else sides.move(text);
    }
  }
  return { side: sides.side, chiSquare: top };
}
