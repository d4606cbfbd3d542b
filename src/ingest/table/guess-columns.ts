/** Guesses which column of an unknown table feeds which field, by name (French, English and neighbours) and by content. */
import { serialText } from './date-column.js';
import { readDate } from '../values/dates.js';
import type { TablePeek } from '../bytes/export-file.js';
import { platformOf } from './column-labels.js';
import { readNumber } from '../values/numbers.js';
import type { Field } from './column-map.js';

/** Fields that a guess can fill; `network` tells the platform. */
export type GuessedField = Field | 'network';
export type Guess = Readonly<Partial<Record<GuessedField, number>>>;

interface Facts {
  readonly name: string;
  readonly filled: number;
  readonly meanLength: number;
  /** Shares of the filled cells. */
  readonly words: number;
  readonly urls: number;
  readonly dates: number;
  /** Day numbers of a spreadsheet. */
  readonly serials: number;
  readonly numbers: number;
  readonly distinct: number;
  readonly maximum: number;
}

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Characters of a cell that a guess looks at. */
const LOOK = 500;

function factsOf(name: string, cells: readonly string[]): Facts {
  const filled = cells.map((cell) => cell.slice(0, LOOK).trim()).filter((cell) => cell !== '');
  const share = (test: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const values = filled.map((cell) => readNumber(cell)).filter((value) => value !== undefined);
  return {
    name: fold(name),
    filled: filled.length / Math.max(1, cells.length),
    meanLength: filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length),
    words: share((cell) => /\p{L}\p{L}[\s,'’.!?]{1,5}\p{L}/u.test(cell) && !/^https?:\S+$/.test(cell)),
    urls: share((cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell)),
    dates: share((cell) => readDate(cell) !== undefined),
    serials: share((cell) => serialText(cell) !== undefined),
    numbers: values.length / Math.max(1, filled.length),
    distinct: new Set(filled).size / Math.max(1, filled.length),
    maximum: Math.max(0, ...values),
  };
}

type Rule = readonly [field: GuessedField, names: RegExp, fits: (facts: Facts) => boolean];

const isDate = (facts: Facts): boolean => (facts.dates >= 0.8 && facts.words < 0.9) || facts.serials >= 0.95;
const isCount = (facts: Facts): boolean => facts.numbers >= 0.8;
const isShort = (facts: Facts): boolean => facts.meanLength <= 80 && facts.urls < 0.5;

/** In order: a column goes to the first field that takes it. */
const RULES: readonly Rule[] = [
  ['day', /^(?:day|jour|dia|tag|giorno)$/, (facts) => isCount(facts) && facts.maximum <= 31],
  ['month', /^(?:month|mois|mes|monat|mese)$/, (facts) => facts.meanLength <= 10],
  ['year', /^(?:year|annee|an|ano|jahr|anno)$/, isCount],
  [
    'date',
    /^(?!.*\bexperience)(?:.*\b)?(?:date|datum|fecha|data|created|creation|published|publie|publication|posted|timestamp|horodatage|datetime|time|sent|envoye|recu|when|at)\b|date$|^created|^published|time$/,
    isDate,
  ],
  ['time', /^(?:time|heure|hora|uhrzeit|ora|hour)$/, (facts) => facts.meanLength <= 12 && facts.dates < 0.5],
  [
    'text',
    /^(?:text|texte|texto|testo|message|messages|mensaje|mensagem|nachricht|comment|comments|commentaire|commentaires|comentario|kommentar|body|content|contenu|contenido|review|reviews|avis|verbatim|verbatims|snippet|extrait|reponse libre|feedback|tweet|post|caption|legende|description|full text|review text|review content|comment text|texte du commentaire|question)$/,
    (facts) => facts.words >= 0.25 || facts.meanLength >= 15,
  ],
  [
    'title',
    /^(?:title|titre|headline|subject|sujet|objet|titulo|titel|titolo|review title|summary|resume|heading)$/,
    (facts) => facts.urls < 0.5,
  ],
  [
    'rating',
    /\b(?:rating|ratings|note|notes|stars?|star rating|etoiles?|score|bewertung|puntuacion|valoracion|satisfaction|nps|csat|overall)\b/,
    (facts) => facts.maximum <= 100 && facts.meanLength <= 12,
  ],
  ['url', /\b(?:url|link|lien|permalink|enlace|href|address)\b/, (facts) => facts.urls >= 0.5],
  [
    'threadId',
    /\b(?:thread|conversation|ticket|discussion|topic|fil|case|dossier)(?: ?(?:id|number|numero|no|ref))?$/,
    isShort,
  ],
  ['parentId', /\b(?:parent|in reply to|reply to|en reponse a)(?: ?id)?\b/, isShort],
  [
    'authorId',
    /\b(?:author|user|auteur|utilisateur|client|customer|sender|account|profile) ?(?:id|key|ref|number|numero)$/,
    isShort,
  ],
  ['authorContact', /\b(?:e ?mail|courriel|mail|phone|telephone|tel|mobile)\b/, isShort],
  [
    'authorName',
    /^(?:author|auteur|autor|autore|user|username|user name|(?:user|author|owner|account|sender|from) (?:username|login|handle|screen name|display name)|(?:reviewer|author|customer|consumer|client|display|full|sender|profile) ?name|utilisateur|usuario|name|nom|nombre|pseudo|pseudonyme|influencer|sender|expediteur|from|de|customer|client|handle|screen name|account|compte|author name|nom de l auteur|nom d utilisateur|reviewer|owner)$/,
    isShort,
  ],
  [
    'id',
    /^(?:id|identifiant|uuid|key|cle|ref|reference|numero|(?:comment|message|post|review|tweet|mention|record|item|response|avis) ?id|id (?:du |de l |de )?\w+)$/,
    (facts) => facts.distinct >= 0.9 && facts.words < 0.2,
  ],
  ['language', /^(?:lang|language|langue|idioma|sprache|lingua|locale|language code)$/, isShort],
  ['sentiment', /\b(?:sentiment|tonalite|polarity|polarite|tone|ton)\b/, isShort],
  [
    'network',
    /^(?:platform|plateforme|network|reseau|reseau social|support|source type|social network|type de (?:source|media|support)|media type)$/,
    isShort,
  ],
  ['network', /^(?:source|channel|canal|site|media|type)$/, isShort],
  [
    'sourceName',
    /^(?:source|site|media|publication|domain|domaine|newspaper|journal|outlet|page|page name)$/,
    isShort,
  ],
  [
    'brand',
    /^(?:brand|marque|marca|marke|company|entreprise|enseigne|product|produit|query|requete)$/,
    isShort,
  ],
  [
    'likes',
    /^(?:likes?|likes? count|like count|nb likes|j aime|nombre de likes|reactions?|upvotes|favorites|thumbs up)$/,
    isCount,
  ],
  ['shares', /^(?:shares?|share count|partages|retweets?|reposts?|nb partages)$/, isCount],
  [
    'replies',
    /^(?:replies|reply count|reponses|comments count|comment count|nb commentaires|nombre de commentaires)$/,
    isCount,
  ],
  ['views', /^(?:views?|view count|vues|impressions|plays)$/, isCount],
  ['reach', /^(?:reach|portee|audience|followers|abonnes)$/, isCount],
  ['status', /^(?:status|statut|state|etat|estado)$/, isShort],
];

/** Long words that are names of things. */
const NO_TEXT =
  /\b(?:campaign|campagne|kampagne|campana|ad ?set|ad ?group|ad name|annonce|audience|product|produit|produkt|sku|address|adresse|item|article name|libelle|keywords?|hashtags?|tags|bio|biography|user agent|device)\b/;

/** The column with the longest free text, when one is clearly text. */
function longestText(facts: readonly Facts[], taken: ReadonlySet<number>): number | undefined {
  let best: number | undefined,
    length = 25;
  facts.forEach((one, at) => {
    const free =
      !taken.has(at) &&
      !NO_TEXT.test(one.name) &&
      one.words >= 0.6 &&
      one.urls < 0.3 &&
      one.dates < 0.3 &&
      one.distinct >= 0.3 &&
      one.filled >= 0.2;
    if (free && one.meanLength > length) {
      best = at;
      length = one.meanLength;
    }
  });
  return best;
}

/** Titles with date, source and address, and no counts of an account: a list of articles. */
function isPressList(guess: Guess, facts: readonly Facts[]): boolean {
  const title = guess.title === undefined ? undefined : facts[guess.title];
  if (!title || title.words < 0.6 || title.meanLength < 15) return false;
  const dated = guess.date !== undefined || facts.some((one) => one.dates >= 0.9 && one.meanLength >= 8);
  const placed = guess.network !== undefined || guess.sourceName !== undefined;
  return (
    dated &&
    placed &&
    facts.some((one) => one.urls >= 0.8) &&
    guess.views === undefined &&
    guess.likes === undefined
  );
}

/** Columns that only content tells: addresses, dates and unique ids under any name. */
function byContent(
  guess: Partial<Record<GuessedField, number>>,
  facts: readonly Facts[],
  taken: Set<number>,
): void {
  const take = (field: GuessedField, fits: (one: Facts) => boolean): void => {
    if (guess[field] !== undefined) return;
    const at = facts.findIndex((one, index) => !taken.has(index) && one.filled > 0 && fits(one));
    if (at >= 0) {
      guess[field] = at;
      taken.add(at);
    }
  };
  take('url', (one) => one.urls >= 0.8 && one.distinct >= 0.5);
  if (guess.year === undefined)
    take('date', (one) => one.dates >= 0.9 && one.meanLength >= 8 && one.numbers < 0.5);
}

/**
 * Guesses the columns of a table from its header and first rows; `undefined` when no column is free text (then it holds no
 * messages, or nobody can tell which column is the text).
 */
export function guessColumns(table: TablePeek): Guess | undefined {
  const width = Math.min(
    500,
    Math.max(table.names.length, ...table.rows.slice(0, 50).map((cells) => cells.length), 0),
  );
  if (width === 0 || table.rows.length === 0) return undefined;
  const facts = Array.from({ length: width }, (_, at) =>
    factsOf(
      table.names[at] ?? '',
      table.rows.map((cells) => cells[at] ?? ''),
    ),
  );
  const guess: Partial<Record<GuessedField, number>> = {};
  const taken = new Set<number>();
  for (const [field, names, fits] of RULES) {
    const at = guess[field] === undefined ? bestByName(facts, taken, names, fits) : undefined;
    if (at !== undefined) {
      guess[field] = at;
      taken.add(at);
    }
  }
  if (guess.text === undefined) {
    const at = longestText(facts, taken);
    if (at !== undefined) {
      guess.text = at;
      taken.add(at);
    }
  }
  if (guess.text === undefined && !isPressList(guess, facts)) return undefined;
  if (guess.day === undefined || guess.month === undefined || guess.year === undefined) {
    delete guess.day;
    delete guess.month;
    delete guess.year;
  }
  byContent(guess, facts, taken);
  return guess;
}

/** Of the columns that a rule takes: for texts the longest, else the first. */
function bestByName(
  facts: readonly Facts[],
  taken: ReadonlySet<number>,
  names: RegExp,
  fits: (facts: Facts) => boolean,
): number | undefined {
  const hits = facts.flatMap((one, at) =>
    !taken.has(at) && one.filled > 0 && names.test(one.name) && fits(one) ? [at] : [],
  );
  const isText = names.test('verbatim');
  return isText ? hits.sort((a, b) => (facts[b]?.meanLength ?? 0) - (facts[a]?.meanLength ?? 0))[0] : hits[0];
}

/** The first column named like a date, with something in it, whatever it holds: what to say when no column was taken as the date. */
export function namedLikeDate(table: TablePeek): string | undefined {
  const names = RULES.find(([field]) => field === 'date')?.[1];
  const at = table.names.findIndex(
    (name, index) =>
      names?.test(fold(name)) === true && table.rows.some((cells) => (cells[index] ?? '').trim() !== ''),
  );
  return table.header[at];
}

/** Top of the scale that the ratings of a column use. */
export function ratingTop(table: TablePeek, column: number): number | undefined {
  const values = table.rows
    .map((cells) => readNumber(cells[column] ?? ''))
    .filter((value) => value !== undefined);
  const top = Math.max(0, ...values);
  return values.length === 0 ? undefined : [5, 10, 20, 100].find((scale) => top <= scale);
}

/** The platform that most addresses of a table name. */
export function commonPlatform(table: TablePeek, column: number | undefined): string | undefined {
  if (column === undefined) return undefined;
  return platformOf(table.rows.map((cells) => cells[column]).find((cell) => platformOf(cell) !== undefined));
}
