import { seededRandom } from '../util/random.js';
import { nameFeatures, NAME_FEATURES } from './name-features.js';
import { loadNameWords } from '../enrich/name-words.js';

/** Words of a sentence with one IOB tag each: `B-PER`, `I-PER`, `O`. */
export interface TaggedSentence {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

/** Tags of names in sentences. */
export interface NameTagger {
  readonly labels: readonly string[];
  /** One IOB tag a word. Time linear in the number of words. */
  tag(words: readonly string[]): string[];
}

export interface NameTaggerOptions {
  /** Passes over the sentences; 20 when absent. */
  readonly epochs?: number;
  /** Table of 2^bits buckets; 19 when absent. */
  readonly bits?: number;
  readonly seed?: number;
  /** Share of the features hidden at each step, so that context learns to stand without the word itself; 0.3 when absent. */
  readonly hidden?: number;
}

/** Longest sentence decoded at once: a longer one is cut. */
const MAX_WORDS = 400;

class Perceptron implements NameTagger {
  readonly labels: readonly string[];
  readonly weights: Float32Array;
  /** From label (last row: start of the sentence) to label. */
  readonly moves: Float32Array;
  private readonly allowed: Uint8Array;
  private readonly mask: number;
  private readonly scores: Float64Array;
  private readonly back = new Uint8Array(MAX_WORDS * 64);
  private readonly wide: number;
  private readonly known = loadNameWords();

  constructor(labels: readonly string[], bits: number) {
    this.labels = labels;
    this.wide = labels.length;
    this.mask = (1 << bits) - 1;
    this.weights = new Float32Array((this.wide << bits) + this.wide);
    this.moves = new Float32Array((this.wide + 1) * this.wide);
    this.scores = new Float64Array(3 * this.wide);
    this.allowed = Uint8Array.from({ length: (this.wide + 1) * this.wide }, (_, i) => {
      const from = labels[Math.floor(i / this.wide)] ?? 'O',
        to = labels[i % this.wide] as string;
      return to.startsWith('I-') && from.slice(2) !== to.slice(2) ? 0 : 1;
    });
  }

  features(words: readonly string[]): Int32Array {
    return nameFeatures(words, this.mask, this.known);
  }

  tag(words: readonly string[]): string[] {
    const tags: string[] = [];
    for (let from = 0; from < words.length; from += MAX_WORDS) {
      const part = words.slice(from, from + MAX_WORDS);
      for (const label of this.decode(this.features(part), part.length))
        tags.push(this.labels[label] as string);
    }
    return tags;
  }

  /** Best sequence of labels (Viterbi). */
  decode(features: Int32Array, n: number): Uint8Array {
    const { wide, weights, moves, allowed, scores, back } = this;
    let previous = 0,
      current = wide;
    const local = 2 * wide;
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < wide; k++) scores[local + k] = 0;
      for (let f = i * NAME_FEATURES; f < (i + 1) * NAME_FEATURES; f++) {
        const at = (features[f] as number) * wide;
        for (let k = 0; k < wide; k++) scores[local + k]! += weights[at + k] as number;
      }
      for (let k = 0; k < wide; k++) {
        let best = -Infinity,
          from = 0;
        if (i === 0) best = allowed[wide * wide + k] ? (moves[wide * wide + k] as number) : -Infinity;
        else {
          for (let j = 0; j < wide; j++) {
            if (allowed[j * wide + k] === 0) continue;
            const score = (scores[previous + j] as number) + (moves[j * wide + k] as number);
            if (score > best) {
              best = score;
              from = j;
            }
          }
        }
        scores[current + k] = best + (scores[local + k] as number);
        back[i * wide + k] = from;
      }
      [previous, current] = [current, previous];
    }
    const path = new Uint8Array(n);
    let best = 0;
    for (let k = 1; k < wide; k++)
      if ((scores[previous + k] as number) > (scores[previous + best] as number)) best = k;
    for (let i = n - 1; i >= 0; i--) {
      path[i] = best;
      best = back[i * wide + best] as number;
    }
    return path;
  }
}

/** Averages weights over all steps without touching all of them at each (Daumé's bookkeeping). */
class Average {
  private readonly sums: Float64Array;

  constructor(private readonly values: Float32Array) {
    this.sums = new Float64Array(values.length);
  }

  add(at: number, delta: number, step: number): void {
    this.values[at]! += delta;
    this.sums[at]! += step * delta;
  }

  finish(steps: number): void {
    for (let i = 0; i < this.values.length; i++) this.values[i]! -= (this.sums[i] as number) / steps;
  }
}

/**
 * Learns a tagger of names: an averaged structured perceptron (Collins 2002) over hashed features with first-order moves
 * between labels. Deterministic.
 *
 * @example
 * const tagger = trainNameTagger([{ words: ['Léa', 'habite', 'Nantes'], tags: ['B-PER', 'O', 'B-LOC'] }], { bits: 12 });
 * tagger.tag(['Léa', 'habite', 'Nantes'])
 * // → ['B-PER', 'O', 'B-LOC']
 */
export function trainNameTagger(
  sentences: readonly TaggedSentence[],
  options: NameTaggerOptions = {},
): NameTagger {
  const { epochs = 20, bits = 19, seed = 3, hidden = 0.3 } = options;
  const labels = [
    'O',
    ...[...new Set(sentences.flatMap(({ tags }) => tags))].filter((tag) => tag !== 'O').sort(),
  ];
  const model = new Perceptron(labels, bits);
  const wide = labels.length;
  const rows = sentences
    .filter(({ words }) => words.length > 0)
    .map(({ words, tags }) => {
      const n = Math.min(words.length, MAX_WORDS);
      return {
        n,
        features: model.features(words.slice(0, n)),
        gold: Uint8Array.from(tags.slice(0, n), (tag) => labels.indexOf(tag)),
      };
    });
  const weights = new Average(model.weights),
    moves = new Average(model.moves);
  const random = seededRandom(seed);
  /** Bucket that stays at zero. */
  const nowhere = 1 << bits;
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [rows[i], rows[j]] = [rows[j] as (typeof rows)[number], rows[i] as (typeof rows)[number]];
    }
    for (const { n, features: all, gold } of rows) {
      const features = hidden > 0 ? all.map((bucket) => (random() < hidden ? nowhere : bucket)) : all;
      const told = model.decode(features, n);
      for (let i = 0; i < n; i++) {
        const right = gold[i] as number,
          wrong = told[i] as number;
        const before = i === 0 ? wide : (gold[i - 1] as number),
          beforeTold = i === 0 ? wide : (told[i - 1] as number);
        if (right !== wrong) {
          for (let f = i * NAME_FEATURES; f < (i + 1) * NAME_FEATURES; f++) {
            if (features[f] === nowhere) continue;
            weights.add((features[f] as number) * wide + right, 1, step);
            weights.add((features[f] as number) * wide + wrong, -1, step);
          }
        }
        if (right !== wrong || before !== beforeTold) {
          moves.add(before * wide + right, 1, step);
          moves.add(beforeTold * wide + wrong, -1, step);
        }
      }
      step++;
    }
  }
  weights.finish(step);
  moves.finish(step);
  return model;
}
