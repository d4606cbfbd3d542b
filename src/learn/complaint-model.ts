import {
  COMPLAINT_SIGNS,
  type ComplaintModel,
  ComplaintSigns,
  SIGN_HEADS,
} from '../enrich/care/complaint-signs.js';
import { createFeatures } from '../enrich/heads/head-reader.js';
import { RegisterReading } from '../enrich/tone/registers.js';
import { mixHash } from '../enrich/words/token-hashes.js';
import { logisticRegression } from '../stats/logistic.js';
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
export const PRECISION = 0.76;
/** Pull of the weights of standardised signs towards 0 beside one text. */
const RIDGE = 10;
const FOLDS = 5;

const foldOf = (at: number): number => (mixHash(at + 1, 0x9e3779b1) >>> 0) % FOLDS;

/** Logistic regression with a ridge; weights are rounded, as they ship. Throws where all texts complain, or none. */
export function fitSigns(rows: readonly SignedText[]): ComplaintModel {
  const fit = logisticRegression({
    outcome: rows.map(({ complains }) => complains),
    covariates: Object.fromEntries(
      COMPLAINT_SIGNS.map((sign, i) => [sign, rows.map(({ signs }) => signs[i] as number)]),
    ),
    ridge: RIDGE,
  });
  if (!fit.measured) throw new Error(fit.because);
  const weights = fit.terms.map(({ coef }) => Number(coef.toPrecision(4)));
  // the bias is that of the rounded weights, at the mean of the signs
  const moved = fit.terms.reduce((sum, { coef }, i) => {
    const mean = rows.reduce((total, { signs }) => total + (signs[i] as number), 0) / rows.length;
    return sum + (coef - (weights[i] as number)) * mean;
  }, 0);
  return { weights, bias: fit.intercept + moved };
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
  const others = [
    ...read.readRegisters(({ complaint }) => bears(complaint), ['posts']),
    ...read.read('complaints', 'complaint', (label) => bears(label === 'complaint')),
  ];
  const features = createFeatures(),
    signs = new ComplaintSigns(),
    register = new RegisterReading();
  return [...texts, ...others].map(({ text, labels }, at) => {
    const registers = of('register', text);
    register.read(registers, 0, 'comment');
    const values: number[] = [],
      places: number[] = [];
    for (const head of SIGN_HEADS) {
      places.push(values.length);
      values.push(...Array.from(head === 'register' ? registers : of(head, text)));
    }
    features.read(text);
    signs.read(features, values, places, register);
    return { text, signs: [...signs.values], complains: labels.length > 0, counts: at < texts.length };
  });
}

/** The model as the file that ships. */
export const encodeComplaintModel = (model: ComplaintModel): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(model)}\n`);
