import type { TablePeek } from '../bytes/export-file.js';
import type { Guess } from './column-map.js';
import { speakersOf } from './speaker-columns.js';

const TEXTS =
  /(?:^|[/_ .-])(?:text|preview|utterance|transcript|texte|full_?text|message|msg|reply|comments?|comment_?text|commentaire|body|corps|content|contenu|review|review_?(?:text|description)|avis|verbatim|snippet)$/;

/** Any JSON is a list of something: only one with texts under the usual name, dates, and an author, address or rating, or which side writes, is taken. */
export const isSureInJson = (table: TablePeek, guess: Guess | undefined): boolean =>
  guess?.text !== undefined &&
  TEXTS.test(table.names[guess.text] ?? '') &&
  (guess.date ?? guess.rating) !== undefined &&
  ((guess.authorName ?? guess.authorId ?? guess.url ?? guess.rating) !== undefined ||
    speakersOf(table, guess) !== undefined);
