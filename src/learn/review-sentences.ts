import { hashWord } from '../enrich/words/token-hashes.js';
import type { LabelledText } from './head-plan.js';

/** Words of a sentence at least: fewer say what the text is about, not how it was. */
const LEAST_WORDS = 4;

/** Sentences of a text, as its marks and lines part them. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/).length >= LEAST_WORDS);

/**
 * Reviews, and the sentences of those that their stars call negative or positive as texts of that tone, of little weight: a review says five stars in
 * nine cases of ten, a sentence of one does not. As many positive sentences as negative ones, drawn by what they say; a sentence is held out with
 * its review, and calibrates nothing. `labels`: the index of the negative and of the positive tone.
 */
export function withSentences(
  reviews: readonly LabelledText[],
  {
    weight,
    negative,
    positive,
  }: { readonly weight: number; readonly negative: number; readonly positive: number },
): LabelledText[] {
  const found: LabelledText[] = [],
    sentences = { negative: [] as LabelledText[], positive: [] as LabelledText[] };
  reviews.forEach((review, at) => {
    const [label] = review.labels;
    const tone = label === negative ? 'negative' : label === positive ? 'positive' : undefined;
    const parts = tone === undefined ? [] : sentencesOf(review.text);
    if (tone === undefined || parts.length < 2) {
      found.push(review);
      return;
    }
    const group = review.group ?? `review ${at}`;
    found.push({ ...review, group });
    for (const text of parts)
      sentences[tone].push({ text, labels: review.labels, weight, group, calibrate: false });
  });
  const drawn = sentences.positive
    .map((sentence, at) => ({ sentence, at, order: hashWord(sentence.text) }))
    .toSorted((a, b) => a.order - b.order || a.at - b.at)
    .slice(0, sentences.negative.length)
    .map(({ sentence }) => sentence);
  return [...found, ...sentences.negative, ...drawn];
}
