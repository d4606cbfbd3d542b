const KEYS = 15;
/** A key word stands in so many texts, and is no chance (G², p < .001). */
const LEAST_TEXTS = 3;
const KEY = 10.83;
/** Two movements of one cause have so many of their key words in common. */
const ONE_CAUSE = 0.4;
/** Texts on different subjects have fewer in common, for subjects are read from words. */
const ASPECTS = 0.2;

/** Log-likelihood ratio G² of a word or phrase said by `a` of `n` texts against `b` of `m` others (Dunning 1993). */
export function keyness(a: number, n: number, b: number, m: number): number {
  const part = (seen: number, size: number): number =>
    seen === 0 ? 0 : seen * Math.log(seen / ((size * (a + b)) / (n + m)));
  return 2 * (part(a, n) + part(b, m));
}

type Texts = readonly ReadonlySet<string>[];

const counted = new WeakMap<Texts, ReadonlyMap<string, number>>();

/** In how many texts each word stands. Counted once for each list: many movements are told from the same other texts. */
export function countWords(texts: Texts): ReadonlyMap<string, number> {
  const known = counted.get(texts);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  counted.set(texts, counts);
  return counts;
}

/** The words most telling of some texts against others: at most 15, or so many, by G². */
export function keyWords(texts: Texts, others: Texts, most = KEYS): readonly string[] {
  const [inside, outside] = [countWords(texts), countWords(others)];
  const m = Math.max(1, others.length);
  return [...inside]
    .flatMap(([word, a]) => {
      const b = outside.get(word) ?? 0;
      const score = keyness(a, texts.length, b, m);
      return a >= LEAST_TEXTS && a / texts.length > b / m && score >= KEY ? [{ word, score }] : [];
    })
    .toSorted((x, y) => y.score - x.score || (x.word < y.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}

/** Share of the key words of the texts that have fewer that are key to the others too; `undefined` where either have none. */
export function sharedKeyWords(a: Texts, b: Texts, others: Texts): number | undefined {
  const [left, right] = [keyWords(a, others), keyWords(b, others)],
    fewer = Math.min(left.length, right.length);
  return fewer === 0 ? undefined : left.filter((word) => right.includes(word)).length / fewer;
}

/**
 * Whether two sets of texts speak of one cause: two fifths at least of the key words of the one that has fewer are key to the other too. Without key
 * words nothing tells them apart.
 */
export const speakOfOneCause = (a: Texts, b: Texts, others: Texts): boolean =>
  (sharedKeyWords(a, b, others) ?? 1) >= ONE_CAUSE;

/** The same of texts on different subjects: a fifth of their key words makes them aspects of one cause; `undefined` where either have none. */
export function areAspects(a: Texts, b: Texts, others: Texts): boolean | undefined {
  const shared = sharedKeyWords(a, b, others);
  return shared === undefined ? undefined : shared >= ASPECTS;
}

/**
 * Whether some texts hold key words of a cause more often than texts of other times do, beyond chance (G², p < .001). What is told under no
 * subject shares few key words with what is told under one, for those words are what the subject was read from; it still names the thing.
 */
export function holdsKeysOf(cause: Texts, texts: Texts, others: Texts): boolean {
  const keys = keyWords(cause, others);
  const holding = (some: Texts): number => some.filter((words) => keys.some((key) => words.has(key))).length;
  const [a, b] = [holding(texts), holding(others)];
  return (
    a / Math.max(1, texts.length) > b / Math.max(1, others.length) &&
    keyness(a, texts.length, b, Math.max(1, others.length)) >= KEY
  );
}
