/** Accounts in texts: those of persons become "@…", with the surname that a tag of two words leaves behind. */
import { fold } from '../../util/fold.js';
import { NOT_NAMES } from './name-patterns.js';

/** An account: "@camille.b", "@camille@mastodon.social". */
const HANDLE =
  /(?<![\p{L}\p{N}@._/-])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]{1,60}[\p{L}\p{N}])?/gu;
/** An account that answers for a firm: "@carrefour_help", "@BurberryService". */
const SERVICE =
  /(?:_(?:[Hh]elp|HELP|[Cc]ares?|CARE|[Ss]ervice|[Ss]upport|[Ss][Aa][Vv])|\p{Ll}(?:Help|Cares?|Service|Support|SAV)|[Cc]ustomer_?(?:[Cc]are|[Ss]ervice)|[Ss]ervice_?[Cc]lients?|[Rr]elation_?[Cc]lients?)(?:_?(?:fr|FR|uk|UK|us|US))?$/u;
/** What is left of a tag of two words behind its masked account: "@… Roy". */
const SURNAME = /@… (\p{Lu}[\p{L}’'-]*\.?)(?![\p{L}\p{N}])/gu;

/** A capital that is a word by itself: "@… I bought", "@… À quand". */
const ALONE = /^[IAYÀÔ]$/u;
/** "I've", "J'ai", no "O'Neil". */
const SHORTENED = /^\p{L}{1,4}[’']\p{Ll}/u;

/** Cuts the surnames of tagged persons: an initial, or no word of the language. */
const withoutSurnames = (text: string, isWord: (word: string) => boolean): string =>
  text.replace(SURNAME, (found, surname: string) =>
    ALONE.test(surname) || SHORTENED.test(surname) || NOT_NAMES.has(fold(surname)) || isWord(surname)
      ? found
      : '@…',
  );

/**
 * Masks accounts but those that `isKept` knows by handle and offset and those that answer for a firm.
 *
 * @example
 * maskHandles('@carrefour_help @lea.b Roy', () => false, () => false)
 * // → '@carrefour_help @…'
 */
export const maskHandles = (
  text: string,
  isKept: (handle: string, offset: number) => boolean,
  isWord: (word: string) => boolean,
): string =>
  withoutSurnames(
    text.replace(HANDLE, (handle: string, offset: number) =>
      SERVICE.test(handle) || isKept(handle, offset) ? handle : '@…',
    ),
    isWord,
  );
