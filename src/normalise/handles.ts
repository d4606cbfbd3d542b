import { fold } from '../util/fold.js';

/** `@name` and `@name@host`, not inside a word, an address or a mask. */
const HANDLE =
  /(?<![\p{L}\p{N}@._/-])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]{1,60}[\p{L}\p{N}])?/gu;
/** What stands for a person's handle: still a mention to those who read the text. */
const MASK = '@user';
/** What brands add to their name on networks. */
const SUFFIX =
  /(?:france|fr|uk|eu|officiel(?:le)?|official|sav|service(?:client)?s?|conso|support|care|press|presse|news|actu)$/;

export const lettersOf = (name: string): string => fold(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
/** The letters of a name without what brands add to it. */
export const withoutSuffix = (letters: string): string => letters.replace(SUFFIX, '');

/** Whether a name is that of a brand, a shop or a paper: it stays. */
export type PublicName = (name: string) => boolean;

/**
 * Makes the test of names that stay: those given, also with what brands add to them.
 *
 * @example
 * createPublicNames(['Maison Brel'])('@MaisonBrel_SAV')
 * // → true
 */
export function createPublicNames(names: Iterable<string>): PublicName {
  const known = new Set([...names].map(lettersOf).filter((name) => name.length > 1));
  return (name) => {
    const letters = lettersOf(name);
    return known.has(letters) || known.has(withoutSuffix(letters));
  };
}

/** An account that the name of its network announces, with a sign that words have not: "mon insta c'est camille_x". */
const ANNOUNCED =
  /(?<![\p{L}\p{N}@/.])((?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|telegram|discord|facebook|fb|pseudo|identifiant|login|username|user ?name|handle)(?: (?:est|is|c['’]est|sur le site|:|=)|[:=]){1,2} ?)(?=[\p{L}\p{N}.-]{0,40}[\d_])(?=[\d_.-]{0,20}\p{L})[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{1,38}[\p{L}\p{N}_])(?![\p{L}\p{N}@])/giu;
/** The same behind the name of its network alone, with an underscore, two digits at the end or a number behind #: "insta camille_x", "discord jo#4412". */
const BARE_ACCOUNT =
  /(?<![\p{L}\p{N}@/.#])((?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|telegram|discord|pseudo) )(?!covid)(?:\p{L}[\p{L}\p{N}.]{0,30}_[\p{L}\p{N}_.]{1,30}|\p{L}[\p{L}.]{2,30}(?!(?:19|20)\d\d(?!\d))\d{2,6}|\p{L}[\p{L}\p{N}._]{1,30}#\d{4})(?![\p{L}\p{N}@_])/giu;
const ANNOUNCE = /insta|snap|tik|twitter|telegram|discord|facebook|fb|pseudo|identifiant|login|user|handle/i;

/**
 * Replaces the handles of people in a text by `@user`, those that a word announces too; those of brands stay. Idempotent.
 *
 * @example
 * maskHandles('@maisonbrel @camille_x bonjour', createPublicNames(['Maison Brel']))
 * // → '@maisonbrel @user bonjour'
 */
export function maskHandles(text: string, isPublic: PublicName): string {
  const masked = text.includes('@')
    ? text.replace(HANDLE, (handle) => (handle.toLowerCase() === '@url' || isPublic(handle) ? handle : MASK))
    : text;
  if (!ANNOUNCE.test(masked)) return masked;
  const hide = (found: string, word: string): string =>
    isPublic(found.slice(word.length)) ? found : word + MASK;
  return masked.replace(ANNOUNCED, hide).replace(BARE_ACCOUNT, hide);
}
