import { fold } from '../../util/fold.js';
import { namesInContext } from './name-contexts.js';
import { createGuards, guardedSpans } from './name-guards.js';
import { AT_TRADE, EDGE, NOT_NAMES, TITLED, anyCase, rule } from './name-patterns.js';
import { afterVerb, namesIn } from './name-spans.js';
import type { NameSpan } from './told-names.js';
import { loadWordKnowledge } from './word-knowledge.js';

const TITLE_WORDS = new Set('m mr mrs ms miss mme mlle monsieur madame mademoiselle dr docteur'.split(' '));
/** Doctors and masters give shops and products their names. */
const OF_TRADE = /(?:^|[^\p{L}])(?:d(?:octeu)?re?|p(?:rofesseu)?re?|ma[iî]tre)\.?[ \u00A0]$/iu;
/** Whose file or order it is: "Dossier Lefort", « commande de Jean Dupont ». */
const FILED = rule(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase('dossier|réclamation|plainte|litige|relance|commande|compte|contrat|clients?|cliente|rappel|rappeler|appel|message|mail|courrier|demande|suivi|échange|rdv|rendez-vous')})[ \u00A0]?(?:[:–—-][ \u00A0]?)?(?:(?:de|du|d[’']|à|avec|pour|client|cliente|de la part de)[ \u00A0]?){0,2}NAME${EDGE}`,
);
/** Subjects after which one word is a surname. */
const ALONE = /(?:^|[^\p{L}])(?:dossier|cliente?)[ \u00A0]?(?:[:–—-][ \u00A0]?)?$/iu;
const FULL = rule(String.raw`(?<![\p{L}\p{N}’'-])NAME${EDGE}`);

const wordsOf = (name: string): string[] => name.match(/\p{L}[\p{L}’'-]*\.?/gu) ?? [];

/**
 * Whether a name of a column is a person's: a title and a name, a first name that is no word, first and last name, or two words and more
 * that no text knows. `isKept` tells brands.
 *
 * @example
 * ['Julie Martin', 'Karim B.', 'Mme Lefort', 'Date Achat', 'Code Postal'].map((name) => namesPerson(name))
 * // → [true, true, true, false, false]
 */
export function namesPerson(name: string, isKept: (word: string) => boolean = () => false): boolean {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 5 || /[\d_@?%€]/u.test(name) || isKept(name)) return false;
  const { isGiven, mayBeGiven, isWord } = loadWordKnowledge();
  const [first = '', ...rest] = words;
  const unknown = (word: string): boolean =>
    !isKept(word) && !isWord(word) && !NOT_NAMES.has(fold(word)) && !/^\p{Lu}{1,5}$/u.test(word);
  const surname = (word: string): boolean =>
    unknown(word) || mayBeGiven(word) || /^\p{Lu}\.?$/u.test(word) || /^\p{Lu}{3,}$/u.test(word);
  if (TITLE_WORDS.has(fold(first).replace(/\.$/, '')))
    return rest.length > 0 && rest.length < 4 && surname(rest.at(-1) ?? '') && !isKept(rest.join(' '));
  if (isGiven(first) && !isWord(first) && !isKept(first))
    return rest.every((word) => surname(word) || /^\p{Ll}{1,3}$/u.test(word));
  const isLast = (word: string): boolean => isGiven(word) && !isWord(word) && !isKept(word);
  if (rest.length === 1 && isLast(rest[0] ?? '') && unknown(first)) return true;
  if (rest.length === 0 || !words.every((word) => /^\p{Lu}/u.test(word))) return false;
  if (mayBeGiven(first) && rest.every((word) => unknown(word) || isLast(word))) return true;
  return words.every((word) => unknown(word) && word.length > 3);
}

function masked(text: string, spans: readonly NameSpan[], guarded: readonly NameSpan[]): string {
  const taken = new Uint8Array(text.length);
  for (const { start, end } of guarded) taken.fill(1, start, end);
  let told = '',
    at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || taken.subarray(start, end).includes(1)) continue;
    told += `${text.slice(at, start)}[nom]`;
    at = end;
  }
  return told + text.slice(at);
}

const SHORT = 200;
/** Short values come again and again. */
function remembering(make: (words: string) => string): (words: string) => string {
  const known = new Map<string, string>();
  return (words) => {
    if (words.length > SHORT) return make(words);
    let told = known.get(words);
    if (told === undefined) {
      if (known.size >= 5000) known.clear();
      known.set(words, (told = make(words)));
    }
    return told;
  };
}

/**
 * Makes what sees persons in names of columns, in labels (shop, page, product) and in subjects of private messages; brands, places and what
 * `isKept` tells stay.
 *
 * @example
 * const { label, subject } = createPersons();
 * [label('Boutique de M. Durand, vendeuse Sophie'), label('Monsieur Bricolage Brest'), subject('RE: Dossier Jean Dupont')]
 * // → ['Boutique de M. [nom], vendeuse [nom]', 'Monsieur Bricolage Brest', 'RE: Dossier [nom]']
 */
export function createPersons(isKept: (word: string) => boolean = () => false): {
  readonly isPerson: (name: string) => boolean;
  readonly isWord: (word: string) => boolean;
  readonly label: (words: string) => string;
  readonly subject: (words: string) => string;
} {
  const knowledge = loadWordKnowledge();
  const { isGiven, mayBeGiven, isWord } = knowledge;
  let finder: ReturnType<typeof createGuards> | undefined;
  const cut = (text: string, spans: readonly NameSpan[]): string => {
    const own = spans.filter(({ start, end }) => !isKept(text.slice(start, end)));
    return own.length === 0 ? text : masked(text, own, guardedSpans(text, (finder ??= createGuards())));
  };
  const firstOf = (text: string, { start, end }: NameSpan): string =>
    wordsOf(text.slice(start, end))[0] ?? '';
  const named = (text: string, span: NameSpan): boolean => {
    const first = firstOf(text, span);
    return (
      mayBeGiven(first) ||
      !isWord(first) ||
      wordsOf(text.slice(span.start, span.end))
        .slice(1)
        .some((word) => !isWord(word))
    );
  };
  const announced = (text: string): NameSpan[] =>
    [...TITLED, AT_TRADE].flatMap((pattern) => namesIn(text, pattern));
  return {
    isPerson: (name) => namesPerson(name, isKept) && cut(name, [{ start: 0, end: name.length }]) !== name,
    isWord,
    label: remembering((text) =>
      cut(
        text,
        announced(text).filter(
          (span) => named(text, span) && !OF_TRADE.test(text.slice(Math.max(0, span.start - 20), span.start)),
        ),
      ),
    ),
    subject: remembering((text) => {
      const full = namesIn(text, FULL)
        .map((span) => afterVerb(text, span))
        .filter((span) => /[ \u00A0]/.test(text.slice(span.start, span.end)) && isGiven(firstOf(text, span)));
      const filed = namesIn(text, FILED).filter((span) => {
        const words = wordsOf(text.slice(span.start, span.end));
        const unknown = words.filter(
          (word) => isGiven(word) || (!isWord(word) && !/^\p{Lu}{1,5}$/u.test(word)),
        );
        return words.length > 1
          ? unknown.length === words.length
          : isGiven(words[0] ?? '') ||
              (unknown.length > 0 && ALONE.test(text.slice(Math.max(0, span.start - 20), span.start)));
      });
      return cut(text, [
        ...announced(text).filter((span) => named(text, span)),
        ...filed,
        ...full,
        ...namesInContext(text, knowledge),
      ]);
    }),
  };
}
