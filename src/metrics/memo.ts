import type { CorpusTables } from '../engine/corpus-tables.js';

const kept = new WeakMap<CorpusTables, Map<string, Promise<unknown>>>();

/** Whether a corpus is all of its brands, or a part of that. */
export const isAllOfItsBrands = ({ filters }: CorpusTables): boolean =>
  filters.every((filter) => Object.keys(filter).every((key) => key === 'brand' || key === 'zone'));

/** All of some brands is one corpus, whoever holds it. */
const holderOf = (corpus: CorpusTables): CorpusTables =>
  isAllOfItsBrands(corpus) ? corpus.ofItsBrands() : corpus;

/**
 * Does once per corpus what several metrics of a report need: the first caller makes it, the others get the same promise. `key`
 * holds all that the result depends on besides the corpus; a failure is forgotten.
 */
export function oncePerCorpus<Result>(
  corpus: CorpusTables,
  key: string,
  make: () => Promise<Result>,
): Promise<Result> {
  const holder = holderOf(corpus),
    own = kept.get(holder) ?? new Map<string, Promise<unknown>>();
  kept.set(holder, own);
  const known = own.get(key);
  if (known !== undefined) return known as Promise<Result>;
  const made = make();
  own.set(key, made);
  made.catch(() => own.delete(key));
  return made;
}

/** The same for what is read of `main` alone, which no filter changes: once for all parts. */
export function onceForAllParts<Result>(
  corpus: CorpusTables,
  key: string,
  make: (whole: CorpusTables) => Promise<Result>,
): Promise<Result> {
  const whole = corpus.filters.length === 0 ? corpus : corpus.ofItsBrands();
  return oncePerCorpus(whole, key, () => make(whole));
}
