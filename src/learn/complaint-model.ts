import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { COMPLAINT_SIGNS, type ComplaintModel, ComplaintSigns } from '../enrich/complaint-signs.js';
import { createFeatures } from '../enrich/head-reader.js';
import { RegisterReading } from '../enrich/registers.js';
import { mixHash } from '../enrich/token-hashes.js';
import { ExampleReader, type RecipeOptions } from './example-reader.js';
import { logistic } from './fit-probabilities.js';
import type { LabelledText } from './head-plan.js';

/** Signs of a text, and whether it complains. */
export interface SignedText {
  readonly text: string;
  readonly signs: readonly number[];
  readonly complains: boolean;
  /** Whether it is of a kind that the threshold is chosen on. */
  readonly counts: boolean;
}

/** Share of right ones among the complaints told that the threshold is chosen for. */
export const PRECISION = 0.755;
/** Pull of the weights of standardised signs towards 0 beside one text. */
const RIDGE = 10;
const FOLDS = 5,
  ROUNDS = 20,
  ENOUGH = 1e-7;

const foldOf = (at: number): number => (mixHash(at + 1, 0x9e3779b1) >>> 0) % FOLDS;

/** Logistic regression with a ridge over standardised signs, by Newton's steps; weights and bias are of the signs as they are. */
export function fitSigns(rows: readonly SignedText[]): ComplaintModel {
  const wide = COMPLAINT_SIGNS.length;
  const means = COMPLAINT_SIGNS.map(
    (_, i) => rows.reduce((sum, { signs }) => sum + (signs[i] as number), 0) / rows.length,
  );
  const spreads = means.map(
    (mean, i) =>
      Math.sqrt(rows.reduce((sum, { signs }) => sum + ((signs[i] as number) - mean) ** 2, 0) / rows.length) ||
      1,
  );
  const inputs = rows.map(({ signs }) => [
    ...signs.map((value, i) => (value - (means[i] as number)) / (spreads[i] as number)),
    1,
  ]);
  const weights = new Float64Array(wide + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, i) => (i < wide ? RIDGE * weight : 0));
    const curve = new Float64Array((wide + 1) ** 2);
    inputs.forEach((x, n) => {
      const p = logistic(x.reduce((sum, value, i) => sum + value * (weights[i] as number), 0));
      const error = p - (rows[n]?.complains ? 1 : 0);
      for (let i = 0; i <= wide; i++) {
        slope[i]! += error * (x[i] as number);
        const part = p * (1 - p) * (x[i] as number);
        for (let j = 0; j <= i; j++) curve[i * (wide + 1) + j]! += part * (x[j] as number);
      }
    });
    const matrix = Matrix.zeros(wide + 1, wide + 1);
    for (let i = 0; i <= wide; i++)
      for (let j = 0; j <= i; j++) {
        const value = (curve[i * (wide + 1) + j] as number) + (i === j && i < wide ? RIDGE : 0);
        matrix.set(i, j, value);
        matrix.set(j, i, value);
      }
    const step = new CholeskyDecomposition(matrix).solve(Matrix.columnVector([...slope])).to1DArray();
    step.forEach((move, i) => (weights[i]! -= move));
    if (step.every((move) => Math.abs(move) < ENOUGH)) break;
  }
  const plain = spreads.map((spread, i) => Number(((weights[i] as number) / spread).toPrecision(4)));
  const shift = plain.reduce(
    (sum, weight, i) => sum - weight * (means[i] as number),
    weights[wide] as number,
  );
  return { weights: plain, bias: shift };
}

const marginOf = ({ weights, bias }: ComplaintModel, signs: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (signs[i] as number), bias);

/** Margins of rows by regressions that did not learn from their fold. */
const heldOutMargins = (rows: readonly SignedText[]): number[] => {
  const margins: number[] = Array.from(rows, () => 0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitSigns(rows.filter((_, at) => foldOf(at) !== fold));
    rows.forEach(({ signs }, at) => {
      if (foldOf(at) === fold) margins[at] = marginOf(model, signs);
    });
  }
  return margins;
};

/** Lowest margin from which the rows told are complaints in a share `precision`. */
export function leastMargin(
  margins: readonly number[],
  complains: readonly boolean[],
  precision: number,
): number {
  const order = margins
    .map((_, at) => at)
    .toSorted((a, b) => (margins[b] as number) - (margins[a] as number));
  let right = 0,
    least = Infinity;
  order.forEach((at, rank) => {
    if (complains[at]) right++;
    if (right / (rank + 1) >= precision) least = margins[at] as number;
  });
  return least;
}

/** The regression on all rows, its threshold chosen on held-out ones, and what it says of each text while held out. */
export function learnSigns(rows: readonly SignedText[]): {
  model: ComplaintModel;
  heldOut: ReadonlyMap<string, number>;
} {
  const margins = heldOutMargins(rows);
  const counted = rows.map((_, at) => at).filter((at) => rows[at]?.counts);
  const least = leastMargin(
    counted.map((at) => margins[at] as number),
    counted.map((at) => rows[at]?.complains === true),
    PRECISION,
  );
  const { weights, bias } = fitSigns(rows);
  return {
    model: { weights, bias: Number((bias - least).toPrecision(6)) },
    heldOut: new Map(rows.map(({ text }, at) => [text, logistic((margins[at] as number) - least)])),
  };
}

/**
 * Public texts of our own, of real exports and of Complaints on Twitter with the signs that the heads, held out, and their words show.
 * The last keep the weights from fitting the manner of ours, and do not choose the threshold.
 */
export function signedTexts(
  options: RecipeOptions,
  of: (head: string, text: string) => ArrayLike<number>,
): SignedText[] {
  const read = new ExampleReader(options);
  const bears = (complaint: boolean): { labels: number[] } => ({ labels: complaint ? [0] : [] });
  const texts: LabelledText[] = [
    ...read.readCare(({ stage, intents }) =>
      stage === 'private' ? undefined : bears(intents.includes('complaint')),
    ),
    ...read.readRegisters(({ complaint }) => bears(complaint), ['public-talk', 'brand-feeds', 'remarks']),
    ...read.readFeeds(({ family, complaint }) => (family === 'feed' ? bears(complaint) : undefined)),
  ];
  const tweets = read.read('complaints', 'complaint', (label) => bears(label === 'complaint'));
  const features = createFeatures(),
    signs = new ComplaintSigns(),
    register = new RegisterReading();
  return [...texts, ...tweets].map(({ text, labels }, at) => {
    const registers = of('register', text);
    register.read(registers, 0, 'comment');
    const values = [of('complaint', text), of('sentiment', text), registers].flatMap((one) =>
      Array.from(one),
    );
    features.read(text);
    signs.read(features, values, [0, 1, 4], register);
    return { text, signs: [...signs.values], complains: labels.length > 0, counts: at < texts.length };
  });
}

/** The model as the file that ships. */
export const encodeComplaintModel = (model: ComplaintModel): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(model)}\n`);
