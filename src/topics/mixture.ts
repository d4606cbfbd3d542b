import { seededRandom } from '../util/random.js';
import type { TermRows } from './terms.js';

/** A fitted mixture: one subject a text. */
export interface Mixture {
  /** Subject of each text; -1 where the text has no term. */
  readonly subjects: Int32Array;
  readonly count: number;
  /** log P(term | subject), terms × subjects. */
  readonly logTerm: Float64Array;
  readonly logPrior: Float64Array;
  /** Log-likelihood of the last pass, by which restarts are compared. */
  readonly logLikelihood: number;
}

export interface MixtureOptions {
  /** Subjects at the start; those that no text keeps vanish. */
  readonly most: number;
  readonly seed: number;
  /** Concentration of subjects over texts and of terms over a subject (Yin & Wang: 0.1 each). */
  readonly alpha?: number;
  readonly beta?: number;
  readonly passes?: number;
}

/** Passes at the end that take the likeliest subject instead of drawing one. */
const SETTLING = 3;

/**
 * Dirichlet multinomial mixture by collapsed Gibbs sampling: each text has one subject, subjects compete for texts, and those that
 * explain none vanish. Made for short texts, where models with several subjects a text find too little in each.
 *
 * Source: Yin & Wang, "A Dirichlet multinomial mixture model-based approach for short text clustering", KDD 2014. Cost: passes ×
 * terms of all texts × subjects. Same rows and seed, same result.
 */
export function fitMixture(rows: TermRows, options: MixtureOptions): Mixture {
  const { most, seed, alpha = 0.1, beta = 0.1, passes = 25 } = options;
  const { starts, ids } = rows;
  const texts = starts.length - 1,
    terms = rows.stems.length;
  const random = seededRandom(seed);
  const subjects = new Int32Array(texts).fill(-1);
  const members = new Int32Array(most),
    words = new Int32Array(most),
    counts = new Int32Array(terms * most);
  const logs = logTable(ids.length + 1, beta),
    logCounts = new Float64Array(terms * most).fill(Math.log(beta));
  let longest = 0;
  for (let text = 0; text < texts; text++)
    longest = Math.max(longest, (starts[text + 1] as number) - (starts[text] as number));
  // Logarithms of each subject's size and of what its words divide by, place by place: made again only when a text comes or goes.
  const logMembers = new Float64Array(most).fill(Math.log(alpha)),
    logWords = new Float64Array(longest * most),
    made = new Int32Array(most);
  const move = (text: number, subject: number, by: number): void => {
    members[subject] = (members[subject] as number) + by;
    logMembers[subject] = Math.log((members[subject] as number) + alpha);
    const from = starts[text] as number,
      to = starts[text + 1] as number;
    words[subject] = (words[subject] as number) + by * (to - from);
    made[subject] = 0;
    for (let i = from; i < to; i++) {
      const cell = (ids[i] as number) * most + subject;
      const count = (counts[cell] as number) + by;
      counts[cell] = count;
      logCounts[cell] = logs[count] as number;
    }
  };
  const order: number[] = [];
  for (let text = 0; text < texts; text++) {
    if (starts[text] === starts[text + 1]) continue;
    order.push(text);
    subjects[text] = Math.floor(random() * most);
    move(text, subjects[text] as number, 1);
  }
  const scores = new Float64Array(most);
  let logLikelihood = 0;
  for (let pass = 0; pass < passes; pass++) {
    logLikelihood = 0;
    for (const text of order) {
      move(text, subjects[text] as number, -1);
      const from = starts[text] as number,
        to = starts[text + 1] as number;
      for (let s = 0; s < most; s++) {
        const base = (words[s] as number) + beta * terms;
        for (let place = made[s] as number; place < to - from; place++)
          logWords[place * most + s] = Math.log(base + place);
        made[s] = Math.max(made[s] as number, to - from);
      }
      scores.set(logMembers);
      let repeat = 0;
      for (let i = from; i < to; i++) {
        repeat = i > from && ids[i] === ids[i - 1] ? repeat + 1 : 0;
        const term = (ids[i] as number) * most,
          place = (i - from) * most;
        if (repeat === 0)
          for (let s = 0; s < most; s++)
            scores[s] =
              (scores[s] as number) + (logCounts[term + s] as number) - (logWords[place + s] as number);
        else
          for (let s = 0; s < most; s++)
            scores[s] =
              (scores[s] as number) +
              (logs[(counts[term + s] as number) + repeat] as number) -
              (logWords[place + s] as number);
      }
      let best = 0;
      for (let s = 1; s < most; s++) if ((scores[s] as number) > (scores[best] as number)) best = s;
      const top = scores[best] as number;
      logLikelihood += top;
      const chosen = pass >= passes - SETTLING ? best : draw(scores, top, random());
      subjects[text] = chosen;
      move(text, chosen, 1);
    }
  }
  return compact({ subjects, members, words, counts, terms, most, alpha, beta, logLikelihood });
}

/** The likeliest of several fits, seeds in a row: one fit alone may end in a poor maximum. */
export function fitLikeliest(
  rows: TermRows,
  { restarts, seed, ...options }: MixtureOptions & { readonly restarts: number },
): Mixture {
  let kept = fitMixture(rows, { ...options, seed });
  for (let restart = 1; restart < restarts; restart++) {
    const next = fitMixture(rows, { ...options, seed: seed + restart });
    if (next.logLikelihood > kept.logLikelihood) kept = next;
  }
  return kept;
}

/** log(count + beta) for every count that can occur. */
function logTable(length: number, beta: number): Float64Array {
  return Float64Array.from({ length }, (_, count) => Math.log(count + beta));
}

/** Draws a subject by its scores, which become its weights. */
function draw(scores: Float64Array, top: number, at: number): number {
  let total = 0;
  for (let s = 0; s < scores.length; s++) total += scores[s] = Math.exp((scores[s] as number) - top);
  let left = at * total;
  for (let s = 0; s < scores.length; s++) {
    left -= scores[s] as number;
    if (left <= 0) return s;
  }
  return scores.length - 1;
}

/** Leaves out the subjects without texts, the largest first. */
function compact(state: {
  readonly subjects: Int32Array;
  readonly members: Int32Array;
  readonly words: Int32Array;
  readonly counts: Int32Array;
  readonly terms: number;
  readonly most: number;
  readonly alpha: number;
  readonly beta: number;
  readonly logLikelihood: number;
}): Mixture {
  const { members, words, counts, terms, most, alpha, beta } = state;
  const live = [...members.keys()]
    .filter((s) => (members[s] as number) > 0)
    .toSorted((a, b) => (members[b] as number) - (members[a] as number) || a - b);
  const rank = new Map(live.map((s, at) => [s, at]));
  const count = live.length;
  const logTerm = new Float64Array(terms * count);
  const all = live.reduce((sum, s) => sum + (members[s] as number), 0);
  live.forEach((s, at) => {
    const base = Math.log((words[s] as number) + beta * terms);
    for (let term = 0; term < terms; term++)
      logTerm[term * count + at] = Math.log((counts[term * most + s] as number) + beta) - base;
  });
  return {
    subjects: state.subjects.map((s) => rank.get(s) ?? -1),
    count,
    logTerm,
    logPrior: Float64Array.from(live, (s) =>
      Math.log(((members[s] as number) + alpha) / (all + alpha * count)),
    ),
    logLikelihood: state.logLikelihood,
  };
}

/** The likeliest subject of a row of term ids, and its posterior probability; -1 for an empty row. */
export function likeliest(
  mixture: Mixture,
  row: readonly number[],
): { readonly subject: number; readonly probability: number } {
  if (row.length === 0) return { subject: -1, probability: 0 };
  const { count, logTerm, logPrior } = mixture;
  const scores = Float64Array.from(logPrior);
  for (const id of row)
    for (let s = 0; s < count; s++) scores[s] = (scores[s] as number) + (logTerm[id * count + s] as number);
  let best = 0;
  for (let s = 1; s < count; s++) if ((scores[s] as number) > (scores[best] as number)) best = s;
  let total = 0;
  for (let s = 0; s < count; s++) total += Math.exp((scores[s] as number) - (scores[best] as number));
  return { subject: best, probability: 1 / total };
}
