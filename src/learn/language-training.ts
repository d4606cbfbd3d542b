import { type LinearHead, quantise } from '../enrich/heads/head.js';
import { LanguageGrams } from '../enrich/language/language-grams.js';
import { seededRandom } from '../util/random.js';

/** A text whose language is known. */
export interface LanguageSample {
  readonly text: string;
  readonly language: string;
}

const EPOCHS = 6;
const RATE = 0.5;
const DECAY = 2e-6;

/** Softmax regression by AdaGrad over the grams, each text also learnt from its first words. Deterministic. */
export function trainLanguageHead(
  samples: readonly LanguageSample[],
  bits: number,
  sources: LinearHead['sources'] = [],
): LinearHead {
  const labels = [...new Set(samples.map((sample) => sample.language))].sort();
  const wide = labels.length;
  const grams = new LanguageGrams(bits);
  const rows: { buckets: Int32Array; label: number }[] = [];
  const random = seededRandom(7);
  for (const { text, language } of samples) {
    const label = labels.indexOf(language);
    const words = text.split(/\s+/).filter((word) => !/^[@#]|^https?/i.test(word));
    const from = Math.floor(random() * Math.max(1, words.length - 4));
    for (const part of [
      text,
      words.slice(0, 4).join(' '),
      words.slice(from, from + 2 + Math.floor(random() * 5)).join(' '),
    ]) {
      const buckets = grams.bucketsOf(part);
      if (buckets.length > 0) rows.push({ buckets, label });
    }
  }
  const weights = new Float32Array(wide << bits),
    sums = new Float32Array(wide << bits).fill(1e-4);
  const scores = new Float64Array(wide);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const row = rows[i] as (typeof rows)[number];
      rows[i] = rows[j] as (typeof rows)[number];
      rows[j] = row;
    }
    for (const row of rows) learn(row.buckets, row.label, wide, weights, sums, scores);
  }
  const columns = labels.map((_, k) =>
    Float32Array.from({ length: 1 << bits }, (_unused, bucket) => weights[bucket * wide + k] as number),
  );
  const table = quantise(columns);
  return {
    name: 'language',
    labels,
    choice: 'one',
    bits,
    ...table,
    biases: labels.map(() => 0),
    slopes: labels.map(() => 1),
    shifts: labels.map(() => 0),
    thresholds: labels.map(() => 1),
    sources,
  };
}

function learn(
  buckets: Int32Array,
  label: number,
  wide: number,
  weights: Float32Array,
  sums: Float32Array,
  scores: Float64Array,
): void {
  const value = 1 / Math.sqrt(buckets.length);
  scores.fill(0);
  for (const bucket of buckets)
    for (let k = 0; k < wide; k++) scores[k]! += weights[bucket * wide + k] as number;
  let top = -Infinity,
    total = 0;
  for (let k = 0; k < wide; k++) top = Math.max(top, (scores[k]! *= value));
  for (let k = 0; k < wide; k++) total += scores[k] = Math.exp((scores[k] as number) - top);
  for (let k = 0; k < wide; k++) scores[k] = (scores[k]! / total - (k === label ? 1 : 0)) * value;
  for (const bucket of buckets) {
    for (let k = 0; k < wide; k++) {
      const at = bucket * wide + k;
      const gradient = scores[k]! + DECAY * (weights[at] as number);
      sums[at]! += gradient * gradient;
      weights[at]! -= (RATE * gradient) / Math.sqrt(sums[at] as number);
    }
  }
}
