import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { mixHash } from '../enrich/words/token-hashes.js';
import { type ReaderErrors, type VectorHead, vectorMargins } from '../enrich/transformer/vector-head.js';

/** A text as an encoder sees it, with its label. */
export interface VectorExample {
  readonly vector: Float32Array;
  /** Index of its label. */
  readonly label: number;
  /** Weight of its error beside 1. */
  readonly weight: number;
  /** Labelled set, and kind of text. */
  readonly source: string;
  readonly genre: string;
  /** Rows of one group never stand on both sides of a held-out split. */
  readonly group?: string | undefined;
}

/** Pull of weights towards 0 beside one text: vectors have length 1 and lie near each other. Chosen on held-out rows of UMSAB. */
const RIDGE = 0.03;
const ROUNDS = 100,
  ENOUGH = 0.01;
const FOLDS = 5;

/** Sum of weight · xxᵀ, x with a 1 at its end; the lower half. */
function gramOf(rows: readonly VectorExample[], size: number): Float64Array {
  const wide = size + 1,
    gram = new Float64Array(wide * wide),
    x = new Float64Array(wide).fill(1);
  for (const { vector, weight } of rows) {
    x.set(vector);
    for (let i = 0; i < wide; i++) {
      const a = weight * (x[i] as number);
      for (let j = 0; j <= i; j++) gram[i * wide + j]! += a * (x[j] as number);
    }
  }
  return gram;
}

/**
 * Multinomial logistic regression by the fixed bound of its curvature, ½ (I − 11ᵀ/K) ⊗ XᵀX, so that each step is one solve
 * (Böhning 1992), with the momentum of Beck & Teboulle 2009.
 */
function fit(
  rows: readonly VectorExample[],
  gram: Float64Array,
  labels: number,
  size: number,
): Pick<VectorHead, 'weights' | 'biases'> {
  const wide = size + 1;
  const bound = Matrix.zeros(wide, wide);
  for (let i = 0; i < wide; i++) {
    for (let j = 0; j <= i; j++) {
      const value = 0.5 * (gram[i * wide + j] as number);
      bound.set(i, j, value);
      bound.set(j, i, value);
    }
    bound.set(i, i, bound.get(i, i) + (i < size ? RIDGE : 1e-6));
  }
  const solver = new CholeskyDecomposition(bound);
  let table = new Float64Array(labels * wide),
    ahead = table.slice(),
    pace = 1;
  const shares = new Float64Array(labels);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = ahead.map((weight, at) => (at % wide < size ? RIDGE * weight : 0));
    for (const { vector, label, weight } of rows) {
      let sum = 0;
      for (let k = 0; k < labels; k++) {
        let margin = ahead[k * wide + size] as number;
        for (let i = 0; i < size; i++) margin += (ahead[k * wide + i] as number) * (vector[i] as number);
        sum += shares[k] = Math.exp(Math.min(margin, 500));
      }
      for (let k = 0; k < labels; k++) {
        const error = weight * ((shares[k] as number) / sum - (k === label ? 1 : 0));
        for (let i = 0; i < size; i++) slope[k * wide + i]! += error * (vector[i] as number);
        slope[k * wide + size]! += error;
      }
    }
    const step = solver.solve(Matrix.from1DArray(labels, wide, [...slope]).transpose());
    const next = ahead.map((weight, at) => weight - step.get(at % wide, Math.floor(at / wide)));
    const moved = next.reduce(
      (most, weight, at) => Math.max(most, Math.abs(weight - (table[at] as number))),
      0,
    );
    const faster = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    ahead = next.map((weight, at) => weight + ((pace - 1) / faster) * (weight - (table[at] as number)));
    [table, pace] = [next, faster];
    if (moved < ENOUGH) break;
  }
  const rowOf = (k: number): number[] =>
    Array.from(table.subarray(k * wide, k * wide + size), (weight) => Number(weight.toPrecision(5)));
  return {
    weights: Array.from({ length: labels }, (_, k) => rowOf(k)),
    biases: Array.from({ length: labels }, (_, k) => table[k * wide + size] as number),
  };
}

/** Parts of the texts of which each is told by what is learnt from the others: labelled sets as a whole, or five parts of one set. */
function partsOf(examples: readonly VectorExample[]): VectorExample[][] {
  const sets = [...new Set(examples.map(({ source }) => source))];
  if (sets.length > 1) return sets.map((set) => examples.filter(({ source }) => source === set));
  const groups = new Map<string, number>();
  const parts = Array.from({ length: FOLDS }, (): VectorExample[] => []);
  examples.forEach((example, at) => {
    const { group } = example;
    if (group !== undefined && !groups.has(group)) groups.set(group, groups.size);
    const fold = group === undefined ? mixHash(at + 1, 0x9e3779b1) >>> 0 : (groups.get(group) as number);
    parts[fold % FOLDS]?.push(example);
  });
  return parts;
}

/**
 * Learns classes over vectors of texts, and counts what it tells of each labelled set when it learnt from the other sets alone: so it errs on texts
 * of a set that it does not know. Of one set alone, five folds. Same vectors, same bytes.
 */
export function trainVectorHead(labels: readonly string[], examples: readonly VectorExample[]): VectorHead {
  const size = examples[0]?.vector.length ?? 0;
  const parts = partsOf(examples);
  const grams = parts.map((part) => gramOf(part, size));
  const without = (left: number): Pick<VectorHead, 'weights' | 'biases'> => {
    const kept = grams.filter((_, at) => at !== left);
    const gram = (kept[0] as Float64Array).map((_, i) =>
      kept.reduce((sum, one) => sum + (one[i] as number), 0),
    );
    return fit(parts.filter((_, at) => at !== left).flat(), gram, labels.length, size);
  };
  const errors = new Map<string, ReaderErrors & { readonly counts: number[][] }>();
  parts.forEach((part, fold) => {
    const head = { labels, errors: [], ...without(fold) };
    for (const { vector, label, source, genre } of part) {
      const key = `${source}\t${genre}`;
      const table = errors.get(key) ?? { source, genre, counts: labels.map(() => labels.map(() => 0)) };
      errors.set(key, table);
      const margins = vectorMargins(head, vector);
      table.counts[label]![margins.indexOf(Math.max(...margins))]!++;
    }
  });
  return { labels, ...without(-1), errors: [...errors.values()] };
}
