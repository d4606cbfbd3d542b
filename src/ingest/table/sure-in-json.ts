import type { Guess } from './guess-columns.js';

const TEXTS =
  /(?:^|[/_ .-])(?:text|texte|full_?text|message|comments?|comment_?text|commentaire|body|corps|content|contenu|review|review_?(?:text|description)|avis|verbatim|snippet)$/;

/** Any JSON is a list of something: only one with texts under the usual name, dates, and an author, address or rating is taken. */
export const isSureInJson = (names: readonly string[], guess: Guess | undefined): boolean =>
  guess?.text !== undefined &&
  TEXTS.test(names[guess.text] ?? '') &&
  (guess.date ?? guess.rating) !== undefined &&
  (guess.authorName ?? guess.authorId ?? guess.url ?? guess.rating) !== undefined;
