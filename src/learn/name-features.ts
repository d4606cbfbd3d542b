import type { NameWords } from '../enrich/name-words.js';
import { finishHash } from '../enrich/token-hashes.js';

const hashText = (text: string, seed: number, from = 0, to = text.length): number => {
  let hash = seed | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
};
const join = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15)) | 0;

/** Shape of a word, runs made one: `Saint-Denis` is `Aa-Aa`, `2024` is `9`. */
export function shapeOf(word: string): string {
  let shape = '',
    last = '';
  for (const char of word.slice(0, 32)) {
    const kind = /\p{Lu}/u.test(char) ? 'A' : /\p{L}/u.test(char) ? 'a' : /\p{Nd}/u.test(char) ? '9' : char;
    if (kind !== last) shape += kind;
    last = kind;
  }
  return shape.length > 8 ? shape.slice(0, 8) : shape;
}

/** Words that stand inside names: "Pays de la Loire". */
const CONNECTORS = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  "d'",
  "l'",
  'et',
  'of',
  'the',
  'and',
  'von',
  'van',
  'der',
  'di',
  'da',
  'del',
  'en',
  'sur',
  '-',
  "'",
  '.',
]);

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Number of features of a word. */
export const NAME_FEATURES = 58;

/**
 * Hashed features of each word of a sentence: forms, affixes, shapes, neighbours, and the run of capitalised words around it.
 * `out` holds `NAME_FEATURES` buckets a word.
 */
export function nameFeatures(words: readonly string[], mask: number, known: NameWords): Int32Array {
  const n = words.length;
  const lower = words.map((word) => word.toLowerCase());
  const low = lower.map((word) => hashText(word, 17)),
    form = words.map((word) => hashText(word, 29)),
    shape = words.map((word) => hashText(shapeOf(word), 43));
  const kind = lower.map((word) => known.get(word) ?? 0);
  const runs = capitalRuns(words);
  const out = new Int32Array(n * NAME_FEATURES);
  const at = (list: readonly number[], i: number): number =>
    i < 0 ? 101 : i >= n ? 103 : (list[i] as number);
  for (let i = 0; i < n; i++) {
    let k = i * NAME_FEATURES,
      template = 0;
    const add = (hash: number): void => {
      out[k++] = finishHash(join(hash, ++template)) & mask;
    };
    const word = lower[i] as string,
      end = word.length;
    const w0 = low[i] as number,
      s0 = shape[i] as number,
      f0 = form[i] as number;
    add(7);
    add(w0);
    add(f0);
    add(s0);
    add(at(low, i - 1));
    add(at(low, i + 1));
    add(at(low, i - 2));
    add(at(low, i + 2));
    add(join(at(low, i - 1), w0));
    add(join(w0, at(low, i + 1)));
    add(join(at(low, i - 1), at(low, i + 1)));
    add(at(shape, i - 1));
    add(at(shape, i + 1));
    add(join(at(shape, i - 1), s0));
    add(join(s0, at(shape, i + 1)));
    add(join(join(at(shape, i - 1), s0), at(shape, i + 1)));
    add(join(at(shape, i - 2), join(at(shape, i - 1), s0)));
    add(join(s0, join(at(shape, i + 1), at(shape, i + 2))));
    for (let size = 1; size <= 4; size++) {
      add(hashText(word, 3 + size, 0, Math.min(end, size)));
      add(hashText(word, 11 + size, Math.max(0, end - size)));
    }
    add(join(at(low, i - 1), s0));
    add(join(s0, at(low, i + 1)));
    add(join(join(at(low, i - 2), at(low, i - 1)), s0));
    add(join(s0, join(at(low, i + 1), at(low, i + 2))));
    const before = lower[i - 1] ?? '',
      after = lower[i + 1] ?? '';
    add(hashText(before, 71, Math.max(0, before.length - 3)));
    add(hashText(after, 73, Math.max(0, after.length - 3)));
    add(hashText(after, 79, 0, Math.min(after.length, 3)));
    add(join(i === 0 ? 1 : 2, s0));
    add(join(i === 0 ? 1 : 2, w0));
    const run = runs[i] as Run;
    const inRun = run.to > run.from;
    const left = inRun ? at(low, run.from - 1) : 5,
      right = inRun ? at(low, run.to) : 5;
    add(inRun ? run.hash : 1);
    add(join(left, inRun ? 1 : 0));
    add(join(right, inRun ? 1 : 0));
    add(join(left, right));
    add(join(left, inRun ? at(low, run.from - 2) : 5));
    add(join(inRun ? Math.min(4, run.to - run.from) : 0, inRun ? Math.min(3, i - run.from) : 0));
    add(join(inRun ? at(low, run.from) : 3, s0));
    add(join(inRun ? at(low, run.to - 1) : 3, 9));
    add(join(run.quoted ? 1 : 0, s0));
    add(join(left, s0));
    const k0 = kind[i] as number,
      first = inRun ? (kind[run.from] as number) : -1,
      last = inRun ? (kind[run.to - 1] as number) : -1;
    add(join(k0, s0));
    add(join(at(kind, i - 1), s0));
    add(join(s0, at(kind, i + 1)));
    add(join(at(kind, i - 1), k0));
    add(join(k0, at(kind, i + 1)));
    add(join(first, last));
    add(join(first, Math.min(3, i - run.from)));
    add(join(last, left));
    add(inRun ? at(kind, run.from - 1) : -2);
    add(join(inRun ? at(kind, run.from - 1) : -2, join(first, last)));
    add(join(inRun ? join(at(low, run.to), at(low, run.to + 1)) : 5, 2));
    add(join(hashText(word, 5, Math.max(0, end - 3)), s0));
    add(join(at(low, i + 1), at(low, i + 2)));
  }
  return out;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly hash: number;
  readonly quoted: boolean;
}

const NO_RUN: Run = { from: 0, to: 0, hash: 0, quoted: false };

/** For each word the run of capitalised words, with the small words between two of them, that it stands in. */
function capitalRuns(words: readonly string[]): Run[] {
  const runs = words.map(() => NO_RUN);
  let i = 0;
  while (i < words.length) {
    if (!isCapital(words[i] as string)) {
      i++;
      continue;
    }
    let to = i + 1;
    for (let j = to; j < words.length && j <= to + 3; j++) {
      if (isCapital(words[j] as string)) to = j + 1;
      else if (!CONNECTORS.has((words[j] as string).toLowerCase())) break;
    }
    const quoted = /^["«“(]$/.test(words[i - 1] ?? '');
    const run: Run = { from: i, to, hash: hashText(words.slice(i, to).join(' ').toLowerCase(), 97), quoted };
    for (let j = i; j < to; j++) runs[j] = run;
    i = to;
  }
  return runs;
}
