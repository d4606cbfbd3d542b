import { seededRandom } from '../util/random.js';

/** What was true and what was told of each text, as indices of `labels`, with the probability of what was told. */
export interface Judged {
  readonly labels: readonly string[];
  readonly gold: readonly number[];
  readonly told: readonly number[];
  readonly confidence?: readonly number[] | undefined;
}

export interface ClassFigures {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Texts of the class. */
  readonly support: number;
}

/** `confusion[gold][told]`, counts. */
export function confusionOf({ labels, gold, told }: Judged, rows?: ArrayLike<number>): number[][] {
  const table = labels.map(() => labels.map(() => 0));
  const count = rows?.length ?? gold.length;
  for (let i = 0; i < count; i++) {
    const r = rows === undefined ? i : (rows[i] as number);
    table[gold[r] as number]![told[r] as number]!++;
  }
  return table;
}

/** Precision, recall, F1 and support of each label; 0 where there is nothing to divide by. */
export function classFigures(
  labels: readonly string[],
  confusion: readonly (readonly number[])[],
): ClassFigures[] {
  return labels.map((label, k) => {
    const hit = confusion[k]?.[k] ?? 0;
    const support = (confusion[k] ?? []).reduce((a, b) => a + b, 0);
    const told = confusion.reduce((sum, row) => sum + (row[k] ?? 0), 0);
    return {
      label,
      precision: told > 0 ? hit / told : 0,
      recall: support > 0 ? hit / support : 0,
      f1: told + support > 0 ? (2 * hit) / (told + support) : 0,
      support,
    };
  });
}

/**
 * Mean F1 of the labels that occur, in truth or in what was told; a label that occurs in neither is left out.
 *
 * @example
 * macroF1(['a', 'b'], [[3, 1], [0, 4]]).toFixed(3)
 * // → '0.873'
 */
export function macroF1(labels: readonly string[], confusion: readonly (readonly number[])[]): number {
  const present = classFigures(labels, confusion).filter(
    (figures, k) => figures.support > 0 || confusion.some((row) => (row[k] ?? 0) > 0),
  );
  return present.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(present.length, 1);
}

/** Share of texts told right. */
export function accuracyOf(confusion: readonly (readonly number[])[]): number {
  let right = 0,
    all = 0;
  confusion.forEach((row, k) =>
    row.forEach((count, j) => {
      all += count;
      if (j === k) right += count;
    }),
  );
  return all > 0 ? right / all : 0;
}

/** Matthews correlation of two labels, −1 to 1; 0 where a margin of the table is empty. */
export function matthews(confusion: readonly (readonly number[])[]): number {
  const [[tn = 0, fp = 0] = [], [fn = 0, tp = 0] = []] = confusion;
  const square = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
  return square > 0 ? (tp * tn - fp * fn) / Math.sqrt(square) : 0;
}

/** Expected calibration error: mean over ten bins of confidence of |accuracy − confidence|, weighed by their texts; 0 to 1. */
export function calibrationError({ gold, told, confidence }: Judged): number | undefined {
  if (confidence === undefined) return undefined;
  const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, sum: 0 }));
  gold.forEach((label, i) => {
    const p = confidence[i] as number;
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.n++;
    bin.sum += p;
    if (label === told[i]) bin.right++;
  });
  return bins.reduce((error, { right, sum }) => error + Math.abs(right - sum), 0) / Math.max(gold.length, 1);
}

/** Percentile bootstrap interval of a figure over `count` texts, 95 %, 500 resamples, seeded. */
export function bootstrapInterval(
  count: number,
  figure: (rows: Int32Array) => number,
): { low: number; high: number; level: number; method: string } {
  const random = seededRandom(7);
  const rows = new Int32Array(count);
  const values: number[] = [];
  for (let round = 0; round < 500; round++) {
    for (let i = 0; i < count; i++) rows[i] = Math.floor(random() * count);
    values.push(figure(rows));
  }
  values.sort((a, b) => a - b);
  return {
    low: values[12] as number,
    high: values[487] as number,
    level: 0.95,
    method: 'percentile bootstrap over texts, 500 resamples',
  };
}
