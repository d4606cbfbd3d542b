import { isBrandName, isSigned, type Word } from './phrase-words.js';
import { isClitic, isDeterminer, type WordUse } from './word-use.js';

interface Tagged {
  readonly text: string;
  readonly tags?: readonly string[];
}
type Parser = (text: string) => { json(): { readonly terms: readonly Tagged[] }[] };

/** What joins the nouns of a name. */
const LINKS = new Set(
  'de du des d au aux en sans pour par sur sous dans devant contre entre of for'.split(' '),
);
/** The adjectives that French puts before a noun, and English ones taken for nouns. */
const BEFORE_NOUN = new Set(
  'petit grand bon bonne mauvais nouveau nouvel nouvelle vieux vieil vieille ancien ancienne beau bel belle joli gros grosse jeune long longue vrai faux fausse double meilleur pire mini propre best better worst'.split(
    ' ',
  ),
);
/** Of those, judgements: with a noun they tell an opinion. */
const JUDGEMENTS = new Set('bon bonne mauvais beau bel belle joli meilleur pire'.split(' '));
/** A participle that « à » or « pour » completes is in no name: « courses destinées à la banque alimentaire ». */
const PARTICIPLE = /(?:é|i|u|is|it|ert|aint)e?s?$/iu;
const INFINITIVE = /(?:er|oir|ir|dre|ttre|aître|ire)$/iu;
const SUPPORTING = new Set(
  'ai as a avons avez ont avais avait avions aviez avaient aura aurai avoir eu fais fait faisons faites font faire'.split(
    ' ',
  ),
);
const COMPLETING = new Set(['au', 'aux', 'pour']);
/** Days, months and hours: alone, first, or without a link before them they date a text and name nothing. */
const TIMES = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre jour journee semaine weekend week-end mois annee an trimestre matin matinee midi apres-midi soir soiree nuit heure minute seconde veille lendemain noel hier demain ete automne hiver printemps monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december day week month year morning evening night hour today tomorrow yesterday'.split(
    ' ',
  ),
);
/** Words that name nothing by themselves: numbers, quantities, relations, exclamations. */
const EMPTY = new Set(
  'un deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent mille million dizaine douzaine vingtaine centaine premier premiere second seconde deuxieme troisieme dernier derniere demi moitie paire partie reste total plupart cas chose truc machin maniere facon genre type sorte espece part cote lieu point raison but exemple gens monde personne autre tel telle meme seul seule car parce jusqu puis afin selon sauf vers entre devant derriere sous dessus dessous dedans dehors contre celle-ci celle-la celui-ci celui-la ceux-ci ceux-la celles-ci celles-la appui interieur exterieur regret etc bref bravo chapeau courage felicitation dommage top ras merci bonjour attention evidemment apparemment faut voici voila one mien mienne tien tienne sien sienne notre votre jai cest plusieurs chaque salutation two three four five six seven eight nine ten hundred thousand first last half part thing stuff lot way kind sort people someone everyone guy hello thanks please http https via'.split(
    ' ',
  ),
);

/** Somebody of the writer's: alone, says who and not what. */
const RELATIONS = new Set(
  'fils fille mere maman pere papa parent frere soeur mari femme epouse epoux conjoint compagne compagnon ami amie copain copine voisin voisine collegue grand-mere grand-pere oncle tante cousin cousine son daughter mother mom mum father dad brother sister husband wife friend neighbour neighbor colleague uncle aunt'.split(
    ' ',
  ),
);

/** Nouns that say nothing without another (« noms sous-spécifiés »). */
const LIGHT = new Set(
  'coup bord fond oeil yeux chemin idee nom rapport geste mot histoire niveau debut suite effet moyen cause sens sujet position vie tete avis compte etat question dos somme principe hasard idea word name end start side case'.split(
    ' ',
  ),
);

/** One letter a word: N noun, A adjective, B adjective before its noun, P link, D determiner, T time, - any other. */
const FRENCH = /^B?N{1,3}(?:[AB]{1,2}|AN)?(?:PD?B?(?:[NT]{1,2}|A)(?:[AB]|AN)?){0,2}$/;
const ENGLISH = /^[ABN]{0,3}N(?:PD?[AB]{0,2}[NT]{1,2})?$/;

/** Whether the words from one to another of a clause are a noun phrase there that names something, and nobody. */
export type PhraseTest = (clause: readonly Word[], from: number, to: number, use: WordUse) => boolean;

let loaded: Promise<PhraseTest> | undefined;
/** Loads compromise and fr-compromise, which say what each word of a clause is; once. */
export const loadPhraseTest = (): Promise<PhraseTest> => (loaded ??= makePhraseTest());

async function makePhraseTest(): Promise<PhraseTest> {
  const [french, english] = (await Promise.all([import('fr-compromise'), import('compromise')])).map(
    ({ default: parse }) => tagger(parse as unknown as Parser),
  ) as [Tagger, Tagger];
  return (clause, from, to, use) => {
    const words = clause.slice(from, to + 1);
    if (words.some((word) => use.mayBePerson(word))) return false;
    if (words.length === 1 && words.some(isRelation)) return false;
    // An infinitive is a noun only where texts speak of it so: « le dîner ».
    if (words.slice(0, 1).some((word) => INFINITIVE.test(word.written) && !use.isThing(word))) return false;
    if (words.some((word, at) => at > 0 && isGerund(word, words[at - 1] as Word) && !use.isThing(word)))
      return false;
    const known = words.map(kindAlone);
    if (known.includes('-')) return false;
    const isEnglish = speaksEnglish(clause);
    const tags = (isEnglish ? english : french)(clause)?.slice(from, to + 1);
    if (tags === undefined) return false;
    const kinds = known.map((kind, at) => kind ?? kindIn(words[at] as Word, tags[at] ?? [], use));
    // A participle behind a noun, without auxiliary, is its adjective: « prix affiché ».
    words.forEach((word, at) => {
      const isPast = !isEnglish && tags[at]?.some((tag) => tag === 'PastParticiple');
      if (isPast === true && kinds[at - 1] === 'N' && PARTICIPLE.test(word.written)) kinds[at] = 'A';
      if (isVoucher(word, words[at + 1])) kinds[at] = 'N';
    });
    const before = clause[from - 1];
    const [next] = words;
    if (!isEnglish && before && next && isClitic(before, { behind: clause[from - 2], next })) return false;
    // French puts few adjectives before a noun: any other word after its article is one, whatever the reader takes it for.
    const asNoun = (before && isDeterminer(before)) || (kinds[1] === 'P' && use.isNoun(words[0] as Word));
    if (!isEnglish && kinds[0] === 'A' && asNoun) kinds[0] = 'N';
    const isOpen = (kind: string, at: number): boolean =>
      at > 0 && kind === 'A' && isCompleted(words[at] as Word, clause.slice(from + at + 1));
    if (!isEnglish && kinds.some(isOpen)) return false;
    if (!isEnglish && (isLocution(kinds, before) || isTorn(kinds, words, use, clause[to + 1]))) return false;
    if (!isEnglish && kinds[0] === 'B' && isJudgement(words[0] as Word)) return false;
    return (isEnglish ? ENGLISH : FRENCH).test(kinds.join(''));
  };
}

const ENGLISH_WORDS = new Set(
  'the and is was were are be been my your you we they it this that with for of to in i a have has had not but at from by an so very when what how they as would will their'.split(
    ' ',
  ),
);
const FRENCH_WORDS = new Set(
  "le la les l' d' qu' c' j' n' s' m' un une des du de et est sont etait mon ma mes votre vos vous nous je tu il elle ils ce cette ces avec pour dans sur au aux en pas ne que qui mais plus tres par a".split(
    ' ',
  ),
);

/** Whether more of its small words are English than French. */
export function speaksEnglish(clause: readonly Word[]): boolean {
  let english = 0,
    french = 0;
  for (const { folded } of clause) {
    if (ENGLISH_WORDS.has(folded)) english++;
    if (FRENCH_WORDS.has(folded)) french++;
  }
  return english > french;
}

/** Tags of each word of a clause; `undefined` where the reader cuts words elsewhere. */
type Tagger = (clause: readonly Word[]) => readonly (readonly string[])[] | undefined;

/** Clauses whose tags are kept: one clause holds many phrases, and tells of several parts. */
const KEPT_CLAUSES = 4096;

function tagger(parse: Parser): Tagger {
  const kept = new Map<string, ReturnType<Tagger>>();
  return (clause) => {
    const text = clause.map(({ written }) => PLAIN.get(written.toLowerCase()) ?? lastPart(written)).join(' ');
    const key = `${clause.length} ${text}`;
    if (kept.has(key)) return kept.get(key);
    const terms = parse(text)
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
/** « à », not « a »: the verb. */
export const isTo = (written: string): boolean => /^à$/iu.test(written);
/** Its last part, which inflects; a brand of several words is a noun. */
const lastPart = (written: string): string =>
  isBrandName(written)
    ? 'marque'
    : (written
        .replaceAll(/[+&]/g, '')
        .split(/[-'’\s]/)
        .at(-1) ?? written);

const isCompleted = ({ written }: Word, [after, then]: readonly Word[]): boolean =>
  PARTICIPLE.test(written) &&
  after !== undefined &&
  (isTo(after.written) || COMPLETING.has(after.folded)) &&
  then?.folded !== 'cause';
/** « en mangeant »: a verb. */
const isGerund = ({ folded }: Word, before: Word): boolean =>
  before.folded === 'en' && /[a-z]{2}ant$/.test(folded);
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
const isJudgement = ({ folded }: Word): boolean =>
  JUDGEMENTS.has(folded) || JUDGEMENTS.has(folded.replace(/(?:e|es|s|x)$/, ''));
/** « bon de réduction »: a noun, no judgement. */
const isVoucher = ({ folded }: Word, next: Word | undefined): boolean =>
  (folded === 'bon' || folded === 'bons') && (next?.folded === 'de' || next?.folded === "d'");
export const isLightNoun = ({ folded }: Word): boolean =>
  LIGHT.has(folded) || LIGHT.has(folded.replace(/[sx]$/, ''));
const isRelation = ({ folded }: Word): boolean =>
  RELATIONS.has(folded) || RELATIONS.has(folded.replace(/s$/, ''));

/** The kind of a word that no reader needs to tell. */
function kindAlone({ folded, key, written }: Word): string | undefined {
  if (LINKS.has(folded.replace("'", '')) || isTo(written)) return 'P';
  if (['le', 'la', 'les', "l'", 'the'].includes(folded)) return 'D';
  const whole = folded.replace(/^demi-/, '');
  if (TIMES.has(whole) || TIMES.has(whole.replace(/s$/, '')) || TIMES.has(key)) return 'T';
  if (isBrandName(written) || isSigned(folded)) return 'N';
  if (EMPTY.has(folded) || EMPTY.has(folded.replace(/s$/, '')) || folded.length < 3) return '-';
  if (BEFORE_NOUN.has(folded) || BEFORE_NOUN.has(folded.replace(/(?:e|es|s|x)$/, ''))) return 'B';
  return written.includes('-') ? 'N' : undefined;
}

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
