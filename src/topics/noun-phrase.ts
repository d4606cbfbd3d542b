import { requireParser } from '../enrich/names/compromise.js';
import { isBrandName, type Word } from './phrase-words.js';
import { isOfSetPhrase } from './set-phrases.js';
import {
  isApposed,
  isJudgement,
  isLightNoun,
  isNamesake,
  isOfVerb,
  isRelation,
  isTelling,
  isTo,
  kindAlone,
} from './word-kinds.js';
import { isClitic, isDeterminer, isSubject, type WordUse } from './word-use.js';

interface Tagged {
  readonly text: string;
  readonly tags?: readonly string[];
}
type Parser = (text: string) => { json(): { readonly terms: readonly Tagged[] }[] };

/** A participle that « à » or « pour » completes is in no name: « courses destinées à la banque alimentaire ». */
const PARTICIPLE = /(?:é|i|u|is|it|ert|aint)e?s?$/iu;
/** Of these, some that the reader takes for nouns: « moisissure offerte pour l’achat ». */
const OFFERED = /^(?:r[eé])?(?:off|ouv)erte?s?$/iu;
const INFINITIVE = /(?:er|oir|ir|dre|ttre|aître|ire)$/iu;
const SUPPORTING = new Set(
  'ai as a avons avez ont avais avait avions aviez avaient aura aurai avoir eu fais fait faisons faites font faire'.split(
    ' ',
  ),
);
const COMPLETING = new Set(['au', 'aux', 'pour']);
/** One letter a word: N noun, A adjective, B adjective before its noun, P link, D determiner, T time, - any other. */
const FRENCH = /^B?N{1,3}(?:[AB]{1,2}|AN)?(?:PD?B?(?:[NT]{1,2}|A)(?:[AB]|AN)?){0,2}$/;
const ENGLISH = /^[ABN]{0,3}N(?:PD?[AB]{0,2}[NT]{1,2})?$/;

/** Whether the words from one to another of a clause are a noun phrase there that names something, and nobody. */
export type PhraseTest = (clause: readonly Word[], from: number, to: number, use: WordUse) => boolean;

let loaded: PhraseTest | undefined;
/** The test by fr-compromise and compromise, which say what each word of a clause is; each is loaded for the first clause of its language. */
export const loadPhraseTest = (): PhraseTest => (loaded ??= makePhraseTest());

function makePhraseTest(): PhraseTest {
  const french = tagger('fr'),
    english = tagger('en');
  return (clause, from, to, use) => {
    const words = clause.slice(from, to + 1);
    if (words.some((word, at) => use.mayBePerson(word) && !(at > 0 && isNamesake(word)))) return false;
    if (isSomebody(words, use) || isOfSetPhrase(clause, from, to)) return false;
    // An infinitive is a noun only where texts speak of it so: « le dîner ».
    if (words.slice(0, 1).some((word) => INFINITIVE.test(word.written) && !isNominal(word, use)))
      return false;
    if (words.some((word, at) => at > 0 && isGerund(word, words[at - 1] as Word) && !use.isThing(word)))
      return false;
    if (words.some((word, at) => at > 0 && word.key === words[at - 1]?.key)) return false;
    const known = words.map(kindAlone);
    if (known.includes('-')) return false;
    const isEnglish = use.languages.isEnglish(clause);
    const tags = (isEnglish ? english : french)(clause)?.slice(from, to + 1);
    if (tags === undefined) return false;
    const kinds = known.map((kind, at) => kind ?? kindIn(words[at] as Word, tags[at] ?? [], use));
    // A participle behind a noun, without auxiliary, is its adjective: « prix affiché ».
    words.forEach((word, at) => {
      const isPast = !isEnglish && tags[at]?.some((tag) => tag === 'PastParticiple');
      if (isPast === true && kinds[at - 1] === 'N' && PARTICIPLE.test(word.written)) kinds[at] = 'A';
      // « une énième relance »: no verb follows an adjective that goes before a noun.
      if (!isEnglish && kinds[at - 1] === 'B' && tags[at]?.includes('PresentTense') === true) kinds[at] = 'N';
      // « nouveau plan de magasin »: an adjective of its kind needs a noun.
      if (!isEnglish && kinds[at - 1] === 'B' && kinds[at] === 'A' && kinds[at + 1] !== 'N') kinds[at] = 'N';
      if (!isEnglish && kinds[at - 1] === 'N' && isApposed(word)) kinds[at] = 'N';
      if (!isEnglish && kinds[at - 1] === 'N' && isNamesake(word)) kinds[at] = 'A';
      if (isVoucher(word, words[at + 1])) kinds[at] = 'N';
    });
    const head = words[kinds.indexOf('N')];
    if (head !== undefined && isTelling(head)) return false;
    const before = clause[from - 1];
    const [next] = words;
    if (!isEnglish && before && next && isClitic(before, { behind: clause[from - 2], next })) return false;
    // French puts few adjectives before a noun: any other word after its article is one, whatever the reader takes it for.
    const asNoun = (before && isDeterminer(before)) || (kinds[1] === 'P' && use.isNoun(words[0] as Word));
    if (!isEnglish && kinds[0] === 'A' && asNoun) kinds[0] = 'N';
    if (!isEnglish && (isVerb(before, clause[from - 2]) || (next && isOfVerb(next, clause[from + 1]))))
      return false;
    const isOpen = (kind: string, at: number): boolean =>
      ((at > 0 && kind === 'A') || OFFERED.test((words[at] as Word).written)) &&
      isCompleted(words[at] as Word, clause.slice(from + at + 1));
    if (!isEnglish && kinds.some(isOpen)) return false;
    // « bluffée par la fraîcheur »: no phrase begins with a participle and who did it.
    if (!isEnglish && words[1]?.folded === 'par' && next && isDone(next) && !use.isThing(next)) return false;
    if (!isEnglish && (isLocution(kinds, before) || isTorn(kinds, words, use, clause[to + 1]))) return false;
    if (
      isEnglish
        ? isPraised(words, use)
        : words.length > 1 && words.some((word, at) => kinds[at] !== 'N' && isJudgement(word))
    )
      return false;
    if (!isEnglish && isLoosePlace(kinds, words, use)) return false;
    return (isEnglish ? ENGLISH : FRENCH).test(kinds.join(''));
  };
}

/** « le dîner », « le comptoir »; what « le » may be the pronoun of, only behind another determiner: « le consommer ». */
const isNominal = (word: Word, use: WordUse): boolean =>
  /(?:[^i]er|evoir)$/iu.test(word.written) ? use.isNamed(word) : use.isThing(word);

/** Somebody of the writer's, with what is said of them: « mon fils », « père malvoyant »; not « fête des mères » nor « père Noël ». */
const isSomebody = ([first, next]: readonly Word[], use: WordUse): boolean =>
  first !== undefined &&
  isRelation(first) &&
  (next === undefined || (kindAlone(next) !== 'P' && !use.isProper(next)));

/** Tags of each word of a clause; `undefined` where the reader cuts words elsewhere. */
type Tagger = (clause: readonly Word[]) => readonly (readonly string[])[] | undefined;

/** Clauses whose tags are kept: one clause holds many phrases, and tells of several parts. */
const KEPT_CLAUSES = 4096;

function tagger(language: 'fr' | 'en'): Tagger {
  const kept = new Map<string, ReturnType<Tagger>>();
  return (clause) => {
    const text = clause.map(({ written }) => PLAIN.get(written.toLowerCase()) ?? lastPart(written)).join(' ');
    const key = `${clause.length} ${text}`;
    if (kept.has(key)) return kept.get(key);
    const terms = (requireParser(language) as Parser)(text)
      .json()
      .flatMap((sentence) => sentence.terms)
      // « au » is read as « à » and an empty article.
      .filter((term) => term.text !== '');
    const tags = terms.length === clause.length ? terms.map(({ tags: own = [] }) => own) : undefined;
    if (kept.size >= KEPT_CLAUSES) kept.clear();
    kept.set(key, tags);
    return tags;
  };
}

/** Elided words in full, so that readers take them for one word. */
const PLAIN = new Map(
  ['ce', 'de', 'je', 'le', 'me', 'ne', 'se', 'te', 'que'].flatMap((word) =>
    ["'", '’'].map((mark) => [word.slice(0, -1) + mark, word] as const),
  ),
);
/** Its last part, which inflects; a brand of several words is a noun. */
const lastPart = (written: string): string =>
  isBrandName(written)
    ? 'marque'
    : (written
        .replaceAll(/[+&]/g, '')
        .split(/[-'’\s]/)
        .at(-1) ?? written);

/** A participle, « bluffee » too. */
const isDone = ({ written, folded }: Word): boolean => PARTICIPLE.test(written) || folded.endsWith('ee');

const isCompleted = ({ written }: Word, [after, then]: readonly Word[]): boolean =>
  PARTICIPLE.test(written) &&
  after !== undefined &&
  (isTo(after.written) || COMPLETING.has(after.folded)) &&
  then?.folded !== 'cause';
/** « en mangeant »: a verb. */
const isGerund = ({ folded }: Word, before: Word): boolean =>
  before.folded === 'en' && /[a-z]{2}ant$/.test(folded);
/** Whether the word behind is a verb: after a subject, « qu’on porte aux semences », or « que » and one, « que Pochon porte ». */
const isVerb = (before: Word | undefined, behind: Word | undefined): boolean =>
  before !== undefined &&
  (isSubject(before) ||
    (behind !== undefined &&
      THAT.has(behind.folded) &&
      !isDeterminer(before) &&
      kindAlone(before) === undefined));
const THAT = new Set(['que', "qu'"]);
/** A noun without article behind « avoir » or « faire » is part of the verb: « j’avais peur du prix ». */
const isLocution = (kinds: readonly string[], before: Word | undefined): boolean =>
  kinds[0] === 'N' && kinds[1] === 'P' && before !== undefined && SUPPORTING.has(before.folded);
/** An adjective that is another noun's: one that does not agree, or goes before the noun that follows: « packs nouvelle » recette. */
const isTorn = (
  kinds: readonly string[],
  words: readonly Word[],
  use: WordUse,
  after: Word | undefined,
): boolean =>
  (kinds.length > 1 && kinds.at(-1) === 'B' && after !== undefined && kindAlone(after) === undefined) ||
  kinds.some(
    (kind, at) =>
      (kind === 'A' || kind === 'B') &&
      kinds[at - 1] === 'N' &&
      !use.agrees(words[at - 1] as Word, words[at] as Word),
  );
/** Heads that a place follows without a link: « région Bretagne ». */
const PLACED = new Set(
  'region departement ville gare aeroport quartier rue centre magasin usine entrepot drive'.split(' '),
);
/** A place beside a noun without link, or with a link before one, is where, not what: « covoiturage Orléans », « Albi pour l’accueil »; nor does one say what a general noun is of: « boutique de Lille ». */
const isLoosePlace = (kinds: readonly string[], words: readonly Word[], use: WordUse): boolean =>
  (kinds[1] === 'P' && use.isPlace(words[0] as Word)) ||
  (isLightNoun(words[0] as Word) && words.length > 1 && use.isPlace(words.at(-1) as Word)) ||
  words.some((word, at) => {
    const before = words[at - 1];
    return (
      before !== undefined &&
      kinds[at - 1] === 'N' &&
      use.isPlace(word) &&
      !use.isProper(before) &&
      !PLACED.has(before.folded)
    );
  });
/** "great service" says how it was; "Best Buy" is a name. */
const isPraised = ([first, next]: readonly Word[], use: WordUse): boolean =>
  first !== undefined && next !== undefined && isJudgement(first) && !use.isProper(first);
/** « bon de réduction »: a noun, no judgement. */
const isVoucher = ({ folded }: Word, next: Word | undefined): boolean =>
  (folded === 'bon' || folded === 'bons') && (next?.folded === 'de' || next?.folded === "d'");
/** A word that the reader takes for a verb in the present is a noun where texts use it so: « attente en caisse ». */
const kindIn = (word: Word, tags: readonly string[], use: WordUse): string =>
  tags.includes('Infinitive')
    ? use.isNamed(word)
      ? 'N'
      : '-'
    : tags.includes('PresentTense') && use.isNoun(word)
      ? 'N'
      : kindAmong(tags);

function kindAmong(tags: readonly string[]): string {
  const is = (...names: readonly string[]): boolean => names.some((name) => tags.includes(name));
  if (
    is(
      'Verb',
      'Adverb',
      'Pronoun',
      'Preposition',
      'Conjunction',
      'Determiner',
      'Person',
      'FirstName',
      'LastName',
      'Date',
      'Value',
      'Possessive',
      'Expression',
    )
  )
    return '-';
  if (is('Superlative', 'Comparative')) return 'A';
  return is('Noun') ? 'N' : is('Adjective') ? 'A' : '-';
}
