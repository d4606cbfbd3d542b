/** Which of several columns that a field could take is the row's own. */
import type { Field } from './column-map.js';
import type { Facts } from './column-facts.js';

/** Names that tell a review from what it is of, where both have a column: "review rating" beside "rating", "reviewer" beside "name". */
const OF_REVIEW: Partial<Record<Field, RegExp>> = {
  // how many there are and their mean are of the place
  rating: /^(?!.*\b(?:total|count|number|nombre|nb|mean|moyenne)\b).*\b(?:review|reviewer|user|avis)\b/,
  // what a comment stands under has an address too
  url: /^(?:comment|commentaire|review|avis) ?(?:url|link|permalink)$|^(?:url|lien) (?:du commentaire|de l avis)$/,
  authorName: /\b(?:reviewer|author|auteur|autor|autore)\b/,
  // beside its number or handle, what a person calls it
  product: /^(?:products?|produits?|produkt|article|item)$|\b(?:name|title|nom|libelle)\b/,
};
/** Ratings of what is reviewed: a mean, where another column is plainly the row's. */
const RATING_OF_PLACE =
  /^(?:venue|place|business|shop|store|hotel|restaurant|property|listing|product|total)\b/;
const RATING = /^(?:rating|note|notation|stars?|star rating|etoiles?|score)$/;

/** Shares of the rows: an author who stands beside hardly any of them, and beside nearly all. */
const FEW = 0.6,
  MOST = 0.95;

function ofReview(field: Field, hits: readonly number[], facts: readonly Facts[]): number | undefined {
  const named = (names: RegExp | undefined) => (at: number) => names?.test(facts[at]?.name ?? '') === true;
  const first = hits.slice(0, 1).filter(named(RATING_OF_PLACE));
  const reviewer = hits.find(named(OF_REVIEW[field])),
    fuller = hits.find((at) => (facts[at]?.filled ?? 0) >= MOST);
  // an author of answers alone
  if (field === 'authorName' && fuller !== undefined && (facts[reviewer ?? fuller]?.filled ?? 0) < FEW)
    return fuller;
  return (
    reviewer ?? (field === 'rating' && first.length > 0 ? hits.find(named(RATING)) : undefined) ?? hits[0]
  );
}

/** What tells a table of comments, and in it the words that comments stand under. */
const OF_COMMENTS = /\bcomment(?:aire)? ?id\b|\bid (?:du )?commentaire\b/,
  UNDER_WHICH = /^(?:post|caption|legende|post (?:body|content|text|message))$/;

/** Beside comments that all have words of their own, what is named after the post is none of them, however few stand under each. */
function ownTexts(hits: readonly number[], facts: readonly Facts[]): readonly number[] {
  if (!facts.some(({ name, filled }) => filled >= MOST && OF_COMMENTS.test(name))) return hits;
  const own = hits.filter((at) => !UNDER_WHICH.test(facts[at]?.name ?? ''));
  return own.some((at) => (facts[at]?.filled ?? 0) >= MOST) ? own : hits;
}

/** Of the columns that a rule takes: for texts the longest that varies, else the first, of the review rather than of its place. */
export function bestByName(
  field: Field,
  facts: readonly Facts[],
  taken: ReadonlySet<number>,
  names: RegExp,
  fits: (facts: Facts) => boolean,
): number | undefined {
  const hits = facts.flatMap((one, at) =>
    !taken.has(at) && one.filled > 0 && names.test(one.name) && fits(one) ? [at] : [],
  );
  if (field !== 'text') return ofReview(field, hits, facts);
  const texts = ownTexts(hits, facts);
  // the text of a post stands again beside each of its comments
  const varied = Math.max(0, ...texts.map((at) => facts[at]?.distinct ?? 0));
  return texts
    .filter((at) => (facts[at]?.distinct ?? 0) >= varied / 2)
    .sort((a, b) => (facts[b]?.meanLength ?? 0) - (facts[a]?.meanLength ?? 0))[0];
}

const PLACE_ID = /^(?:google )?place id$/;

/** The name beside the number of a place is that of the place, where another column names who writes. */
export function placeColumn(
  facts: readonly Facts[],
  guess: Readonly<Partial<Record<Field, number>>>,
  taken: Set<number>,
): { readonly store?: number } {
  if (guess.store !== undefined || !facts.some(({ name }) => PLACE_ID.test(name))) return {};
  const store = facts.findIndex(({ name }, at) => !taken.has(at) && /^(?:name|nom)$/.test(name));
  if (store < 0) return {};
  taken.add(store);
  return { store };
}
