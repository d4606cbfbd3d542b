import type { TablePeek } from '../bytes/export-file.js';
import { cellThread } from './cell-thread.js';
import type { Guess } from './column-map.js';
import { isPressReview } from './press-review.js';
import { speakersOf } from './speaker-columns.js';
import { foldedNames } from './text-names.js';

const TEXTS =
  /(?:^|[/_ .-])(?:text|preview|utterance|transcript|texte|full_?text|message|msg|reply|comments?|comment_?text|commentaire|body|corps|content|contenu|review|review_?(?:text|description)|avis|verbatim|snippet)$/;
/** The same as two words: `reviewBody`, `commentary`. */
const SPOKEN =
    /^(?:review|comment|post|reply|message|tweet) (?:body|text|content|message|description)$|^commentary$/,
  HEADLINE = /^(?:title|titre|headline)$/;

const areMessages = (table: TablePeek, guess: Guess | undefined): boolean =>
  guess?.text !== undefined &&
  (TEXTS.test(table.names[guess.text] ?? '') || SPOKEN.test(foldedNames(table)[guess.text] ?? '')) &&
  (guess.date ?? guess.rating) !== undefined &&
  ((guess.authorName ?? guess.authorId ?? guess.url ?? guess.rating) !== undefined ||
    speakersOf(table, guess) !== undefined);

/** Rows with a whole conversation in a cell. */
const areConversations = (table: TablePeek, guess: Guess | undefined): boolean =>
  guess?.text !== undefined && guess.date !== undefined && cellThread(table, guess)?.reader.isList === true;

/** Articles by their titles: where each stands, when it came out, and in which newspaper. */
const areArticles = (table: TablePeek, guess: Guess | undefined): boolean =>
  guess?.title !== undefined &&
  HEADLINE.test(table.names[guess.title] ?? '') &&
  (guess.date ?? guess.url) !== undefined &&
  isPressReview(table, guess);

/**
 * Any JSON is a list of something: only one with texts under the usual name, dates, and an author, address or rating, or which side writes, is
 * taken, or one of articles, or of conversations.
 */
export const isSureInJson = (table: TablePeek, guess: Guess | undefined): boolean =>
  areMessages(table, guess) || areArticles(table, guess) || areConversations(table, guess);
