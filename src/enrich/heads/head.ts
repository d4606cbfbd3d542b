import { DeversoirError } from '../../util/errors.js';

/** What a head learnt from, for its model card. */
export interface HeadSource {
  readonly name: string;
  readonly rows: number;
}

/**
 * A linear classifier over hashed features. Margin of label k: `scales[k] · Σ value · weights[bucket · K + k] + biases[k]`;
 * its probability: softmax or logistic of `slopes[k] · margin + shifts[k]`.
 */
export interface LinearHead {
  readonly name: string;
  readonly labels: readonly string[];
  /** `one`: labels exclude one another. `many`: each label on its own. */
  readonly choice: 'one' | 'many';
  /** The table has 2^bits buckets. */
  readonly bits: number;
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  /** Weights of the dimensions of the word vectors, a list a label: `MEANING_VALUE · Σ vector · meaning[k]` is added to the margin. */
  readonly meaning?: readonly (readonly number[])[] | undefined;
  readonly slopes: readonly number[];
  readonly shifts: readonly number[];
  /** `many`: probability from which a label is told. `one`: factor on the probability when the label is chosen. */
  readonly thresholds: readonly number[];
  readonly sources: readonly HeadSource[];
  /** `one`: counts `[truth][told]` on rows while they were held out; shares corrected for the classifier's error need them. */
  readonly confusion?: readonly (readonly number[])[];
}

/** What a file of a head begins with. */
export const HEAD_MAGIC = 'deversoir-head 1';

/** Bytes of a head: a line of JSON, then the int8 table. */
export function encodeHead(head: LinearHead): Uint8Array {
  const { weights, ...rest } = head;
  const line = new TextEncoder().encode(`${HEAD_MAGIC} ${JSON.stringify(rest)}\n`);
  const bytes = new Uint8Array(line.length + weights.length);
  bytes.set(line);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), line.length);
  return bytes;
}

/** Reads what `encodeHead` wrote. Errors: `model-invalid` when the bytes are something else, or cut. */
export function decodeHead(bytes: Uint8Array, file: string): LinearHead {
  const end = bytes.indexOf(10);
  const line = end < 0 ? '' : new TextDecoder().decode(bytes.subarray(0, end));
  const fail = (what: string): DeversoirError =>
    new DeversoirError('model-invalid', what, {
      hint: 'expected a file written by `deversoir train`',
      place: { file },
    });
  if (!line.startsWith(`${HEAD_MAGIC} `)) throw fail('not a head');
  let rest: Omit<LinearHead, 'weights'>;
  try {
    rest = JSON.parse(line.slice(HEAD_MAGIC.length + 1)) as Omit<LinearHead, 'weights'>;
  } catch {
    throw fail('unreadable header');
  }
  const table = bytes.subarray(end + 1);
  const wide = rest.labels?.length;
  const perLabel = [
    rest.scales,
    rest.biases,
    rest.slopes,
    rest.shifts,
    rest.thresholds,
    ...(rest.meaning === undefined ? [] : [rest.meaning]),
  ];
  if (!(wide > 0) || !(rest.bits >= 8 && rest.bits <= 22) || perLabel.some((list) => list?.length !== wide))
    throw fail('damaged header');
  if (table.length !== wide << rest.bits)
    throw fail(`${table.length} weights where ${wide << rest.bits} are announced`);
  return { ...rest, weights: new Int8Array(table.buffer, table.byteOffset, table.length) };
}

/** Float weights, one array a label, as an int8 table with one scale a label. */
export function quantise(columns: readonly Float32Array[]): { weights: Int8Array; scales: number[] } {
  const wide = columns.length,
    buckets = columns[0]?.length ?? 0;
  const weights = new Int8Array(buckets * wide);
  const scales = columns.map((column, k) => {
    let top = 0;
    for (const value of column) top = Math.max(top, Math.abs(value));
    const scale = top === 0 ? 1 : top / 127;
    for (let bucket = 0; bucket < buckets; bucket++)
      weights[bucket * wide + k] = Math.round((column[bucket] as number) / scale);
    return scale;
  });
  return { weights, scales };
}

/** Probabilities of the labels of a head from its margins, `margins[from ..]`, into `out[at ..]`. */
export function toProbabilities(
  head: LinearHead,
  margins: Float32Array | Float64Array,
  from: number,
  out: Float32Array | Float64Array,
  at = from,
): void {
  const { slopes, shifts } = head;
  const wide = slopes.length;
  if (head.choice === 'many') {
    for (let k = 0; k < wide; k++)
      out[at + k] =
        1 / (1 + Math.exp(-((slopes[k] as number) * (margins[from + k] as number) + (shifts[k] as number))));
    return;
  }
  let top = -Infinity,
    sum = 0;
  for (let k = 0; k < wide; k++) {
    const z = (slopes[k] as number) * (margins[from + k] as number) + (shifts[k] as number);
    out[at + k] = z;
    if (z > top) top = z;
  }
  for (let k = 0; k < wide; k++) sum += out[at + k] = Math.exp((out[at + k] as number) - top);
  for (let k = 0; k < wide; k++) out[at + k] = (out[at + k] as number) / sum;
}

/** Label chosen by a head whose labels exclude one another. */
export function chooseLabel(
  head: LinearHead,
  probabilities: Float32Array | Float64Array,
  from: number,
): number {
  let best = 0,
    top = -1;
  for (let k = 0; k < head.labels.length; k++) {
    const weighed = (probabilities[from + k] as number) * (head.thresholds[k] as number);
    if (weighed > top) {
      top = weighed;
      best = k;
    }
  }
  return best;
}
