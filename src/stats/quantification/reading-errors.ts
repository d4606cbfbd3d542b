import { seededRandom } from '../../util/random.js';
import { normal } from '../variates.js';
import { beta } from './linkability.js';

/** What a reader told of one labelled set: of the texts that are of the class, and of the others. */
export interface ReadSet {
  readonly hits: number;
  readonly misses: number;
  readonly alarms: number;
  readonly left: number;
}

/** Texts to measure of one kind: how many the reader told, their effective number, and the labelled set of their kind, if any. */
export interface ToldTexts {
  readonly told: number;
  readonly n: number;
  readonly effectiveN: number;
  readonly own: ReadSet | undefined;
}

/** Texts of the class found here without reading them, such as by their author: how many of them the reader tells. */
export interface FoundUnread {
  readonly told: number;
  readonly of: number;
}

/** Draws of what the reader may do on these texts: share found, share of the told that is right, and true texts for one told. */
export interface ReadingErrors {
  readonly recall: readonly number[];
  readonly precision: readonly number[];
  readonly trueForTold: readonly number[];
}

const DRAWS = 2000;
/** Under this share of draws under which what was told can come about, the labelled sets say nothing of these texts. */
const LEAST_POSSIBLE = 0.05;
/** Texts found without reading are like the others to some degree only: each counts for half (a power prior, Ibrahim & Chen 2000). */
const LIKENESS = 0.5;

interface Law {
  readonly mean: number;
  readonly spread: number;
  /** Variance between sets. */
  readonly between: number;
}
interface Logit {
  readonly y: number;
  readonly v: number;
}

const logitOf = (yes: number, no: number): Logit => ({
  y: Math.log((yes + 0.5) / (no + 0.5)),
  v: 1 / (yes + 0.5) + 1 / (no + 0.5),
});
const expit = (x: number): number => 1 / (1 + Math.exp(-x));

/** Random effects over sets: DerSimonian & Laird 1986. */
function randomEffects(sets: readonly Logit[]): Law {
  const sum = (of: (one: Logit) => number): number => sets.reduce((total, one) => total + of(one), 0);
  const weights = sum(({ v }) => 1 / v),
    fixed = sum(({ y, v }) => y / v) / weights;
  const q = sum(({ y, v }) => (y - fixed) ** 2 / v),
    scale = weights - sum(({ v }) => 1 / v ** 2) / weights;
  const between = scale > 0 ? Math.max(0, (q - sets.length + 1) / scale) : 0;
  const total = sum(({ v }) => 1 / (v + between));
  return { mean: sum(({ y, v }) => y / (v + between)) / total, spread: Math.sqrt(1 / total), between };
}

/** A further set of the same kind as `own`, of whose distance to the mean a share `kept` is of the kind, the rest of the set. */
function further({ mean, spread, between }: Law, own: Logit | undefined, kept: number, z: number): number {
  const pull = own === undefined || between === 0 ? 0 : (kept * between) / (between + own.v);
  const variance = between * (1 - kept * pull) + ((1 - pull) * spread) ** 2;
  return (own === undefined ? mean : mean + pull * (own.y - mean)) + z * Math.sqrt(variance);
}

/**
 * What a reader may miss and tell wrongly on texts that nobody labelled, from what it does on labelled sets. Sets differ: sensitivity and
 * specificity of a further set are drawn from random effects over the logits of those known (DerSimonian & Laird 1986; Reitsma et al.
 * 2005), near the set of its own kind by a share of the difference that is unknown and drawn (0 to 1). The true share is then Rogan &
 * Gladen's, π = (p + Sp − 1)/(Se + Sp − 1), with p drawn too; draws under which what was told can't come about are left out. All kinds
 * of one corpus are drawn together: they share a reader and a subject. `unread`: texts of the class that were found here by other means;
 * draws are weighed by how likely they make what the reader tells of them.
 *
 * @returns `undefined` with fewer than two labelled sets, nothing told, or sets under which what was told can hardly come about
 * @example
 * const set = { hits: 70_000, misses: 30_000, alarms: 15_000, left: 85_000 };
 * const { trueForTold } = readingErrors([{ told: 30_000, n: 100_000, effectiveN: 100_000, own: set }], [set, set], { seed: 1 });
 * // Rogan and Gladen: (0.3 + 0.85 − 1) / (0.7 + 0.85 − 1) = 0.273 of all, 0.91 of those told
 * trueForTold.every((ratio) => Math.abs(ratio - 0.91) < 0.05)
 * // → true
 */
export function readingErrors(
  kinds: readonly ToldTexts[],
  sets: readonly ReadSet[],
  {
    seed,
    draws = DRAWS,
    unread = { told: 0, of: 0 },
  }: { readonly seed: number; readonly draws?: number; readonly unread?: FoundUnread },
): ReadingErrors | undefined {
  const told = kinds.reduce((sum, kind) => sum + kind.told, 0),
    all = kinds.reduce((sum, { n }) => sum + n, 0);
  if (sets.length < 2 || told === 0) return undefined;
  const sensitivityOf = ({ hits, misses }: ReadSet): Logit => logitOf(hits, misses),
    specificityOf = ({ alarms, left }: ReadSet): Logit => logitOf(left, alarms);
  const laws = [randomEffects(sets.map(sensitivityOf)), randomEffects(sets.map(specificityOf))] as const;
  const uniform = seededRandom(seed);
  const recall: number[] = [],
    precision: number[] = [],
    trueForTold: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const kept = [uniform(), uniform()] as const,
      z = [normal(uniform), normal(uniform)] as const;
    let found = 0,
      truly = 0,
      drawnTold = 0;
    for (const { told: k, n, effectiveN, own } of kinds) {
      const se = expit(further(laws[0], own && sensitivityOf(own), kept[0], z[0])),
        sp = expit(further(laws[1], own && specificityOf(own), kept[1], z[1]));
      const share = (k * effectiveN) / n,
        p = beta(uniform, share + 0.5, effectiveN - share + 0.5);
      const prevalence = se + sp <= 1 ? -1 : (p + sp - 1) / (se + sp - 1);
      truly += n * prevalence;
      found += n * Math.min(1, Math.max(0, prevalence)) * se;
      drawnTold += n * p;
    }
    if (truly <= 0 || truly >= all || found <= 0) continue;
    recall.push(Math.min(1, found / truly));
    precision.push(Math.min(1, found / drawnTold));
    trueForTold.push(truly / drawnTold);
  }
  if (recall.length < LEAST_POSSIBLE * draws) return undefined;
  const order = resampled(recall, unread, draws);
  const drawn = (values: readonly number[]): number[] => order.map((draw) => values[draw] as number);
  return { recall: drawn(recall), precision: drawn(precision), trueForTold: drawn(trueForTold) };
}

/** Draws by the weight that the texts found unread give their recall: systematic resampling (Kitagawa 1996). */
function resampled(recall: readonly number[], { told, of }: FoundUnread, draws: number): number[] {
  const logs = recall.map((share) =>
    of === 0 ? 0 : LIKENESS * (told * Math.log(share) + (of - told) * Math.log(Math.max(1e-9, 1 - share))),
  );
  const top = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const weights = logs.map((log) => Math.exp(log - top)),
    total = weights.reduce((sum, weight) => sum + weight, 0);
  const order: number[] = [];
  let passed = 0;
  weights.forEach((weight, draw) => {
    passed += (weight / total) * draws;
    while (order.length + 0.5 < passed) order.push(draw);
  });
  return order;
}

/** The draw below which a share `p` of them lies. */
export function drawAt(draws: readonly number[], p: number): number {
  const sorted = Float64Array.from(draws).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] as number;
}
