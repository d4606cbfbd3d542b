/** Which record of a table is its header: the first one, unless the records themselves or the user say otherwise. */
import { repairMojibake } from '../bytes/mojibake.js';
import { readDate } from '../values/dates.js';
import { readNumber } from '../values/numbers.js';
import { MAX_CELLS } from '../../util/csv.js';
import { tally } from '../../util/grouped.js';

const NO_CELL = '\u001F';
/** Records in which a header is looked for. */
const LOOK = 30;

/** Words that column names are made of, in the languages of the tools seen. */
const HEADER_WORDS = new Set(
  (
    'id ids date time timestamp created updated published posted name author user username from to text message ' +
    'comment comments content body title headline url link permalink source language lang country sentiment rating score stars likes ' +
    'shares replies reply views reach impressions engagement type network platform status subject tags channel page post video caption ' +
    'review snippet reactions followers domain query sender recipient conversation account handle mention mentions retweets class level ' +
    'texte auteur commentaire titre lien langue pays avis note publie heure jour mois annee contenu nom pseudo utilisateur statut sujet ' +
    'etiquettes reponse reponses vues portee mentions reseau type jaime partages verbatim extrait canal ' +
    'datum autor titel sprache land quelle nachricht kommentar bewertung fecha hora autor texto titulo idioma pais fuente comentario ' +
    'mensaje data ora autore testo titolo lingua paese fonte commento day month year'
  ).split(' '),
);

/** A column name as signatures compare it: NFKC, lower case, BOM and outer quotes removed, spaces folded. */
export function columnName(cell: string): string {
  return repairMojibake(cell)
    .normalize('NFKC')
    .replaceAll(/[\ufeff\u200b\u200e\0]/g, '')
    .replaceAll('’', "'")
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const words = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

type ValueKind = 'number' | 'date' | 'address' | 'person' | 'long';

/** First and last names, as a row has them; a word of what people are called is one of a header. */
const LIKE_A_NAME =
  /^(?!.*\b(?:[Cc]lients?|[Cc]ontact|[Dd]emandeur|[Aa]gent|[Cc]onseill\p{L}+|[Rr]esponsable|[Cc]ustomer|[Ff]ull|[Ff]irst|[Ll]ast|[Dd]isplay|[Ss]ervice|[Mm]agasin|[Pp]roduit)\b)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)* \p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)*$/u;

/** The kind of value that a cell is; `undefined` for what may be a name or a short text. */
function valueKind(cell: string): ValueKind | undefined {
  const text = cell.trim();
  if (/^(?:https?:\/\/|[^\s@;]+@[^\s@;]+\.\p{L}{2,}$)/iu.test(text)) return 'address';
  if (text.length > 200) return 'long';
  if (!/\d/.test(text)) return LIKE_A_NAME.test(text) && headerShare([text]) === 0 ? 'person' : undefined;
  if (/^[-+]?[\d\s.,:/%]+$/.test(text)) return readNumber(text) === undefined ? 'date' : 'number';
  return readDate(text) === undefined ? undefined : 'date';
}

/** Most frequent number of cells, single cells left out. */
export function modalWidth(records: readonly (readonly string[])[]): number {
  const counts = tally(records.map(({ length }) => length).filter((width) => width > 1 && width < MAX_CELLS));
  let best = 1,
    most = 0;
  for (const [width, count] of counts)
    if (count > most || (count === most && width > best)) {
      best = width;
      most = count;
    }
  return best;
}

/** The line in which Qualtrics says where each column is imported from: above it stand the questions. */
export const isOfImports = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every((cell) => /^\s*\{"ImportId":/.test(cell));
};

/** The zone of times that such a line tells of each column. */
export const zonesOfImports = (cells: readonly string[]): readonly (string | undefined)[] =>
  cells.map((cell) => {
    const told = /"timeZone"\s*:\s*"([^"]{1,60})"/.exec(cell)?.[1];
    return told === 'Z' ? 'UTC' : told !== undefined && isZone(told) ? told : undefined;
  });

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => columnName(cell) !== '').length;

/** Share of the filled cells that hold a word of which column names are made. */
export function headerShare(cells: readonly string[]): number {
  const names = cells.map(columnName).filter((name) => name !== '');
  const known = names.filter((name) => words(name).some((word) => HEADER_WORDS.has(word)));
  return names.length === 0 ? 0 : known.length / names.length;
}

/** Values or names that repeat are no header, unless all are words of headers. */
function canBeHeader(cells: readonly string[], width: number): boolean {
  const names = cells.map(columnName).filter((name) => name !== '');
  if (names.length < Math.min(2, width)) return false;
  if (new Set(names).size < names.length * 0.6 && (names.length < 4 || headerShare(cells) < 1)) return false;
  return names.filter((name) => valueKind(name) !== undefined).length <= names.length * 0.2;
}

/**
 * What the columns below say about a record: above 0 a header, below 0 a row like the others. A cell of the kind of its column, or
 * one that comes again in it, is a value; a cell of another kind, or a label over texts, is a name.
 */
function headerVotes(cells: readonly string[], below: readonly (readonly string[])[]): number {
  let votes = 0;
  const bare = (row: readonly string[]): string => row.map(columnName).join(NO_CELL);
  const again = bare(cells);
  const others = below.filter((row) => bare(row) !== again);
  cells.forEach((cell, at) => {
    const column = others.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
    if (cell.trim() === '' || column.length === 0) return;
    const own = valueKind(cell);
    const kinds = column.map(valueKind);
    const kind = (['number', 'date', 'address', 'person'] as const).find(
      (one) => kinds.filter((each) => each === one).length >= column.length * 0.8,
    );
    if (kind !== undefined) votes += own === kind ? -3 : own === undefined ? 2 : 0;
    else if (column.includes(cell.trim())) votes -= 2;
    else if (own !== undefined) votes -= 1;
    else if (headerShare([cell]) > 0 && cell.trim().length <= 40) votes += 1;
  });
  return votes;
}

/** What a user says about the header. */
export interface HeaderOptions {
  /** Record or row that holds it, from 1; 0: there is none. */
  readonly headerRow?: number | undefined;
  /** Names of columns that it must hold. */
  readonly columns?: readonly string[] | undefined;
}

/**
 * Index of the header among the first records; -1 when there is none.
 *
 * The first record that fills at least half of the table is the header, unless the columns below show that it is a row like them;
 * narrower ones stand above it. A later record is taken only when it is wider, or made of the words of headers over a first one
 * that is none.
 */
export function findHeader(records: readonly (readonly string[])[], options: HeaderOptions = {}): number {
  if (options.headerRow !== undefined)
    return options.headerRow === 0 || filledIn(records[options.headerRow - 1] ?? []) > 0
      ? options.headerRow - 1
      : -1;
  const head = records.slice(0, LOOK);
  const wanted = (options.columns ?? []).map(columnName);
  const named =
    wanted.length === 0
      ? -1
      : head.findIndex((cells) => wanted.every((name) => cells.some((cell) => columnName(cell) === name)));
  if (named >= 0) return named;
  const imports = head.findIndex(isOfImports);
  if (imports > 0 && filledIn(head[imports - 1] ?? []) >= 2) return imports - 1;
  const width = modalWidth(records.length > 2 ? records.slice(Math.min(7, records.length >> 1)) : records);
  const isFull = (cells: readonly string[]): boolean => {
    const filled = filledIn(cells);
    return (
      (filled >= width * 0.5 && filled > 0) ||
      (filled >= 2 && cells.length >= width && headerShare(cells) >= 0.5)
    );
  };
  const first = head.findIndex(isFull);
  if (first < 0) return -1;
  const cells = records[first] ?? [];
  const wider = head.findIndex(
    (later, at) =>
      at > first &&
      canBeHeader(later, width) &&
      headerShare(later) >= 0.5 &&
      head.slice(first, at).every((above) => filledIn(above) <= filledIn(later) * 0.75),
  );
  if (wider > 0) return wider;
  const votes = canBeHeader(cells, width) ? headerVotes(cells, records.slice(first + 1)) : -1;
  if (votes >= 0) return first;
  return head.findIndex(
    (later, at) =>
      at > first &&
      isFull(later) &&
      canBeHeader(later, width) &&
      headerShare(later) >= 0.6 &&
      headerVotes(later, records.slice(at + 1)) >= 2,
  );
}
