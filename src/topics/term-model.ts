import { termsAt, type TermRows } from './terms.js';

/** Classes of texts as a multinomial model of their terms: it tells any text its class. */
export interface TermModel {
  /** Class of each text; -1 where the text has no term. */
  readonly classOf: Int32Array;
  readonly count: number;
  /** log P(term | class), terms × classes. */
  readonly logTerm: Float64Array;
  readonly logPrior: Float64Array;
  /** Room for the scores of one row. */
  readonly scores: Float64Array;
}

/** Added to each count: Lidstone's λ, for terms that a class has not shown, and for a small class's prior. */
const SMOOTHING = 0.1;
const PASSES = 20;

/**
 * Fits the terms of each class, tells each text its likeliest class, and again until none moves (classification EM, Celeux & Govaert
 * 1992): texts are then in the class in which the model itself tells them. Classes are numbered as given, some may end empty.
 */
export function fitTermModel(rows: TermRows, classOf: Int32Array, count: number): TermModel {
  let model = countTerms(rows, classOf, count);
  for (let pass = 0; pass < PASSES; pass++) {
    const told = classOf.map((_, text) => likeliest(model, termsAt(rows, text)));
    const moved = told.some((kind, text) => kind !== model.classOf[text]);
    model = countTerms(rows, told, count);
    if (!moved) break;
  }
  return model;
}

function countTerms(rows: TermRows, classOf: Int32Array, count: number): TermModel {
  const terms = rows.stems.length;
  const counts = new Float64Array(terms * count),
    words = new Float64Array(count),
    members = new Float64Array(count);
  classOf.forEach((kind, text) => {
    if (kind < 0) return;
    members[kind] = (members[kind] as number) + 1;
    for (const id of termsAt(rows, text)) {
      counts[id * count + kind] = (counts[id * count + kind] as number) + 1;
      words[kind] = (words[kind] as number) + 1;
    }
  });
  const all = members.reduce((total, size) => total + size, 0);
  const base = words.map((total) => Math.log(total + SMOOTHING * terms));
  return {
    classOf,
    count,
    logTerm: counts.map((n, cell) => Math.log(n + SMOOTHING) - (base[cell % count] as number)),
    logPrior: members.map((size) => Math.log((size + SMOOTHING) / (all + SMOOTHING * count))),
    scores: new Float64Array(count),
  };
}

/** The likeliest class of a row of term ids; -1 for an empty row. Its score of every class is in `model.scores` until the next row. */
export function likeliest(model: TermModel, row: ArrayLike<number>): number {
  if (row.length === 0 || model.count === 0) return -1;
  const { count, logTerm, logPrior, scores } = model;
  scores.set(logPrior);
  for (let at = 0; at < row.length; at++) {
    const from = (row[at] as number) * count;
    for (let kind = 0; kind < count; kind++)
      scores[kind] = (scores[kind] as number) + (logTerm[from + kind] as number);
  }
  let best = 0;
  for (let kind = 1; kind < count; kind++)
    if ((scores[kind] as number) > (scores[best] as number)) best = kind;
  return best;
}

/** The posterior probability of the likeliest class of a row; 0 for an empty row. */
export function probabilityOf(model: TermModel, row: ArrayLike<number>): number {
  const best = likeliest(model, row);
  if (best < 0) return 0;
  let total = 0;
  for (const score of model.scores) total += Math.exp(score - (model.scores[best] as number));
  return 1 / total;
}
