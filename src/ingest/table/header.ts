import type { TablePeek } from '../bytes/export-file.js';
import { MAX_CELLS, csvRecords } from './csv.js';
import { readDate } from '../values/dates.js';

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
  return cell
    .normalize('NFKC')
    .replaceAll(/[\ufeff\u200b\u200e\0]/g, '')
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

/** A value and not a name: a number, a date, an address, a long text. */
function looksLikeValue(cell: string): boolean {
  const text = cell.trim();
  if (/^[-+]?[\d\s.,:/%]+$/.test(text)) return true;
  if (/^https?:\/\//i.test(text) || text.length > 200) return true;
  return /\d/.test(text) && readDate(text) !== undefined;
}

/** How much a record looks like a header of a table of `width` columns; 0: it can't be one. */
function headerScore(cells: readonly string[], width: number): number {
  const filled = cells.map(columnName).filter((name) => name !== '');
  if (filled.length === 0 || filled.length < Math.min(2, width)) return 0;
  if (filled.length < width * 0.5 || filled.some(looksLikeValue)) return 0;
  const distinct = new Set(filled).size / filled.length;
  if (distinct < 0.8) return 0;
  const known = filled.filter((name) => words(name).some((word) => HEADER_WORDS.has(word))).length;
  const short = filled.filter((name) => name.length <= 40 && !/[.!?…]\s|[.!?]$/.test(name)).length;
  if (known === 0 && short < filled.length) return 0;
  return (known * 2 + short) / filled.length + filled.length / Math.max(width, filled.length);
}

function modalWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of records)
    if (cells.length > 1 && cells.length < MAX_CELLS)
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 1,
    most = 0;
  for (const [width, count] of counts)
    if (count > most || (count === most && width > best)) {
      best = width;
      most = count;
    }
  return best;
}

/** Index of the header among the first records; -1 when none looks like one. */
export function findHeader(records: readonly (readonly string[])[]): number {
  const width = modalWidth(records.length > 2 ? records.slice(Math.min(7, records.length >> 1)) : records);
  let best = -1,
    bestScore = 1.2;
  records.slice(0, 30).forEach((cells, index) => {
    const score = headerScore(cells, width) - index * 0.02;
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  });
  return best;
}

const clean = (cell: string): string => cell.replaceAll(/[\ufeff\0]/g, '').trim();

/** Builds the peek of a table from its first records. */
export function tablePeek(records: readonly (readonly string[])[], delimiter: string): TablePeek {
  const index = findHeader(records);
  const header = index < 0 ? [] : (records[index] ?? []).map(clean);
  return {
    delimiter,
    headerRow: index + 1,
    header,
    names: header.map(columnName),
    preamble: records.slice(0, Math.max(0, index)),
    rows: records.slice(index + 1).filter((cells) => cells.some((cell) => cell.trim() !== '')),
  };
}

const DELIMITERS = ['\t', ';', ',', '|'] as const;
const PEEK_RECORDS = 200;

/** How constant the number of columns is, over quote-aware records: share of records of the modal width, times its size. */
function consistency(records: readonly (readonly string[])[]): number {
  const width = modalWidth(records);
  if (width < 2) return 0;
  const filled = records.filter((cells) => cells.length > 1 || (cells[0] ?? '').trim() !== '');
  const same = filled.filter((cells) => cells.length === width).length;
  return (same / filled.length) * (1 - 1 / (width + 1));
}

/** What the beginning of a text shows, when it is a delimited table: at least two columns in most records. */
export function peekTable(headText: string, headIsAll: boolean): TablePeek | undefined {
  let best: { records: readonly (readonly string[])[]; delimiter: string; score: number } | undefined;
  const text = headText.startsWith('\ufeff') ? headText.slice(1) : headText;
  const excel = /^sep=([,;\t|])\r?\n/i.exec(text);
  for (const delimiter of excel ? [excel[1] ?? ','] : DELIMITERS) {
    const all = csvRecords(text.slice(0, 1 << 18), { delimiter, quotes: true });
    const records = (headIsAll || all.length < 2 ? all : all.slice(0, -1))
      .slice(0, PEEK_RECORDS)
      .map((record) => record.cells);
    const score = consistency(records);
    if (score > (best?.score ?? 0.25)) best = { records, delimiter, score };
  }
  if (!best) return undefined;
  if ((best.records[0]?.length ?? 0) >= MAX_CELLS) return undefined;
  return tablePeek(best.records, best.delimiter);
}
