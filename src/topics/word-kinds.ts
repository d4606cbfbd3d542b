import { isBrandName, isSigned, type Word } from './phrase-words.js';

/** What joins the nouns of a name. */
const LINKS = new Set(
  'de du des d au aux en sans pour par sur sous dans devant contre entre of for'.split(' '),
);
/** The adjectives that French puts before a noun, and English ones taken for nouns. */
const BEFORE_NOUN = new Set(
  'petit grand bon bonne mauvais nouveau nouvel nouvelle vieux vieil vieille ancien ancienne beau bel belle joli gros grosse jeune long longue vrai faux fausse double meilleur pire mini propre sincere veritable enieme cher excellent enorme superbe magnifique moindre prochain futur pauvre best better worst'.split(
    ' ',
  ),
);
/** Judgements: with a noun they tell an opinion. */
const JUDGEMENTS = new Set(
  'bon bonne mauvais beau bel belle joli meilleur pire excellent superbe magnifique parfait impeccable delicieux genial horrible nul nulle correct decevant catastrophique lamentable inadmissible inacceptable scandaleux scandaleuse honteux honteuse odieux odieuse adorable imbattable irreprochable incroyable formidable exceptionnel exceptionnelle extraordinaire magique mediocre minable affreux affreuse serieux serieuse infect immonde great good bad poor terrible awful amazing excellent nice lovely horrible fantastic wonderful perfect'.split(
    ' ',
  ),
);
/** Days, months and hours: alone, first, or without a link before them they date a text and name nothing. */
const TIMES = new Set(
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre jour journee semaine weekend week-end mois annee an trimestre matin matinee midi apres-midi soir soiree nuit heure minute seconde veille lendemain noel hier demain ete automne hiver printemps monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december day week month year morning evening night hour today tomorrow yesterday'.split(
    ' ',
  ),
);
/** Words that name nothing by themselves: numbers, quantities, relations, exclamations. */
const EMPTY = new Set(
  'un deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent mille million dizaine douzaine vingtaine centaine premier premiere second seconde deuxieme troisieme dernier derniere demi moitie paire partie reste total plupart cas chose truc machin maniere facon genre type sorte espece part cote lieu point raison but exemple gens monde personne autre tel telle meme seul seule car parce jusqu puis afin selon sauf vers entre devant derriere sous dessus dessous dedans dehors contre celle-ci celle-la celui-ci celui-la ceux-ci ceux-la celles-ci celles-la celui celle ceux celles appui interieur exterieur regret etc bref bravo chapeau courage felicitation dommage top ras merci bonjour coucou hello attention evidemment apparemment faut voici voila one mien mienne tien tienne sien sienne notre votre jai jsuis chui cest plusieurs chaque salutation desormais dorenavant maintenant toujours encore jamais souvent parfois deja pourtant cependant ensuite soudain without twice once never always again still already yet done two three four five six seven eight nine ten hundred thousand first last half part thing stuff lot way kind sort people someone everyone guy thanks please http https via'.split(
    ' ',
  ),
);

/** Somebody of the writer's: alone, says who and not what. */
const RELATIONS = new Set(
  'fils fille mere maman pere papa parent frere soeur mari femme epouse epoux conjoint compagne compagnon ami amie copain copine voisin voisine collegue grand-mere grand-pere oncle tante cousin cousine son daughter mother mom mum father dad brother sister husband wife friend neighbour neighbor colleague uncle aunt'.split(
    ' ',
  ),
);

/** Nouns that say nothing without another: « noms sous-spécifiés », whoever was there, and what one thinks of it. */
const LIGHT = new Set(
  'coup bord fond oeil yeux chemin idee nom rapport geste mot histoire niveau debut suite effet moyen cause sens sujet position vie tete avis compte etat question dos somme principe hasard vente achat produit article client cliente marque enseigne magasin boutique entreprise societe commerce product item customer brand shop store company famille enfant dame homme mamie papi garcon delice regal tuerie merveille honte catastrophe deception reussite joie plaisir horreur cauchemar desastre eternite pepite contraire passage family child lady man delight shame disaster nightmare disappointment treat idea word name end start side case'.split(
    ' ',
  ),
);

/** Kinds of telling: whatever is said of them, they are how one speaks, not what of (« petit conte moderne »). */
const TELLINGS = new Set(
  'conte fable chronique episode feuilleton saga anecdote recit temoignage sondage devinette blague constat story anecdote tale poll joke'.split(
    ' ',
  ),
);

/** Nouns of verbs that « à » completes: « ouvrir la porte aux producteurs », « rendre hommage à l’équipe ». */
const OF_VERBS = new Set('porte fin terme hommage confiance parole tort place face dos'.split(' '));

/** « à », not « a »: the verb. */
export const isTo = (written: string): boolean => /^à$/iu.test(written);
const isToOne = ({ folded, written }: Word): boolean => isTo(written) || folded === 'au' || folded === 'aux';
/** Whether a noun and « à » are part of a verb. */
export const isOfVerb = ({ folded }: Word, next: Word | undefined): boolean =>
  next !== undefined && OF_VERBS.has(folded) && isToOne(next);
/** Whether an adjective, in whatever gender and number, is one of these. */
const isAmong = (adjectives: ReadonlySet<string>, folded: string): boolean =>
  [folded, folded.replace(/s$/, ''), folded.replace(/(?:e|es|x)$/, '')].some((one) => adjectives.has(one));
/** « grand », « même »: what French puts between a determiner and its noun. */
export const goesBefore = ({ folded }: Word): boolean => folded === 'meme' || isAmong(BEFORE_NOUN, folded);
/** Adjectives that are first names too: « origine claire ». */
const NAMESAKES = new Set('claire blanche rose constante'.split(' '));
export const isNamesake = ({ folded, written }: Word): boolean =>
  NAMESAKES.has(folded.replace(/s$/, '')) && written === written.toLowerCase();
/** Nouns behind a noun, as its adjective, that the reader takes for verbs: « date limite ». */
const APPOSED = new Set('limite test pilote type record phare'.split(' '));
export const isApposed = ({ folded }: Word): boolean => APPOSED.has(folded.replace(/s$/, ''));
export const isJudgement = ({ folded }: Word): boolean => isAmong(JUDGEMENTS, folded);
export const isLightNoun = ({ folded }: Word): boolean =>
  LIGHT.has(folded) || LIGHT.has(folded.replace(/[sx]$/, ''));
export const isTelling = ({ folded }: Word): boolean =>
  TELLINGS.has(folded) || TELLINGS.has(folded.replace(/s$/, ''));
export const isRelation = ({ folded }: Word): boolean =>
  RELATIONS.has(folded) || RELATIONS.has(folded.replace(/s$/, ''));

const isEmptyWord = (word: string): boolean => EMPTY.has(word) || EMPTY.has(word.replace(/s$/, ''));
/** « dix-huit » too. */
const isEmpty = (folded: string): boolean => isEmptyWord(folded) || folded.split('-').every(isEmptyWord);
/** French verbs that no noun looks like: « paieront », « prenaient ». */
const FINITE = /[a-z]{2}(?:[aei]ront|aient)$/;

/** The kind of a word that no reader needs to tell. */
export function kindAlone({ folded, key, written }: Word): string | undefined {
  if (LINKS.has(folded.replace("'", '')) || isTo(written)) return 'P';
  if (['le', 'la', 'les', "l'", 'the'].includes(folded)) return 'D';
  const whole = folded.replace(/^demi-/, '');
  if (TIMES.has(whole) || TIMES.has(whole.replace(/s$/, '')) || TIMES.has(key)) return 'T';
  if (isBrandName(written) || isSigned(folded)) return 'N';
  if (isEmpty(folded) || folded.length < 3 || FINITE.test(folded)) return '-';
  if (isAmong(BEFORE_NOUN, folded)) return 'B';
  return written.includes('-') ? 'N' : undefined;
}
