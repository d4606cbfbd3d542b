import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorrectedHead } from '../../model/index.js';
import type { PredictionPoweredInput } from '../../stats/quantification/corrected-share.js';
import { CUSTOMER } from '../sql.js';
import { HEAD_COLUMNS } from './head-columns.js';
import { GENRE } from './read-strata.js';
import { grouped } from '../../util/grouped.js';

/** Labels fewer than this correct nothing. */
export const LEAST_LABELS = 30;

/** A message that a head reads: whether it is told each label. */
interface ReadMessage {
  readonly messageId: string;
  readonly told: readonly number[];
}

/** Messages of one kind of text, or of several that are taken as one, and the labels of a random part of each kind. */
export interface LabelledCell {
  readonly genre: string;
  readonly rows: readonly ReadMessage[];
  readonly labelled: readonly ReadMessage[];
  /** Messages of its kind that each labelled one stands for. */
  readonly weights: readonly number[];
}

/** Customers' messages that a head reads as cells that sum to all: by kind of text, those with fewer than 30 labels joined to the kind that has most. */
export interface LabelledCells {
  readonly all: readonly LabelledCell[];
  /** Kinds with 30 labels of their own, where there are several kinds; the largest first. */
  readonly own: readonly LabelledCell[];
}

export function joinCells(genre: string, cells: readonly LabelledCell[]): LabelledCell {
  return {
    genre,
    rows: cells.flatMap(({ rows }) => rows),
    labelled: cells.flatMap(({ labelled }) => labelled),
    weights: cells.flatMap(({ weights }) => weights),
  };
}

/** Cells of the messages for which `where` holds. */
export async function labelledCells(
  corpus: CorpusTables,
  head: CorrectedHead,
  known: ReadonlyMap<string, string>,
  where = CUSTOMER,
): Promise<LabelledCells> {
  const { value, labels, told } = HEAD_COLUMNS[head];
  const read = (
    await corpus.query(
      `SELECT messageId, ${GENRE} AS genre, ${labels.map((label, k) => `CAST(${told(label)} AS INTEGER) AS t${k}`).join(', ')}
      FROM storedMessages WHERE ${where} AND ${value} IS NOT NULL ORDER BY messageId`,
    )
  ).objects() as Readonly<Record<string, string | number>>[];
  const genres = [...grouped(read, (row) => String(row['genre']))]
    .map(([genre, of]): LabelledCell => {
      const rows = of.map((row): ReadMessage => ({
        messageId: String(row['messageId']),
        told: labels.map((_, k) => Number(row[`t${k}`])),
      }));
      const labelled = rows.filter(({ messageId }) => known.has(messageId));
      return { genre, rows, labelled, weights: labelled.map(() => rows.length / labelled.length) };
    })
    .toSorted((a, b) => b.rows.length - a.rows.length || (a.genre < b.genre ? -1 : 1));
  const own = genres.filter(({ labelled }) => labelled.length >= LEAST_LABELS);
  const few = genres.filter((cell) => !own.includes(cell));
  const host = (own.length > 0 ? own : genres).toSorted(
    (a, b) => b.labelled.length - a.labelled.length || b.rows.length - a.rows.length,
  )[0];
  return {
    all: genres
      .filter((cell) => cell === host || !few.includes(cell))
      .map((cell) =>
        cell === host ? joinCells(cell.genre, [cell, ...few.filter((other) => other !== host)]) : cell,
      ),
    own: genres.length > 1 ? own : [],
  };
}

/** What a label is told, and was said to be, in a cell: what `predictionPoweredShare` takes. */
export function sharesInput(
  { rows, labelled, weights }: LabelledCell,
  known: ReadonlyMap<string, string>,
  label: string,
  k: number,
): PredictionPoweredInput {
  return {
    predictions: rows.map(({ told }) => told[k] ?? 0),
    labelledPredictions: labelled.map(({ told }) => told[k] ?? 0),
    labels: labelled.map(({ messageId }) => Number(known.get(messageId) === label)),
    weights,
    inSet: true,
  };
}
