import { createFeatures, HeadReader } from '../enrich/heads/head-reader.js';
import { toProbabilities } from '../enrich/heads/head.js';
import type { LearntHead } from './recipe.js';

/** Probabilities of a head for a text: held out where it learnt from the text, else as it reads it. */
export class HeldOutReader {
  readonly #known = new Map<string, Float64Array>();
  readonly #reader: HeadReader;

  constructor({ head, heldOut, examples }: LearntHead) {
    this.#reader = new HeadReader(createFeatures(), head);
    const margins = new Float64Array(head.labels.length);
    examples.forEach(({ text }, at) => {
      if (this.#known.has(text)) return;
      heldOut.forEach((column, k) => (margins[k] = column[at] as number));
      if (margins.some(Number.isNaN)) return;
      const out = new Float64Array(head.labels.length);
      toProbabilities(head, margins, 0, out);
      this.#known.set(text, out);
    });
  }

  probabilities(text: string): ArrayLike<number> {
    return this.#known.get(text) ?? this.#reader.probabilities(text);
  }
}
