import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorrectedHead, HeadConfusion } from '../../model/index.js';
import { predictionPoweredShare } from '../../stats/quantification/corrected-share.js';
import { CUSTOMER } from '../sql.js';
import { HEAD_COLUMNS } from './head-columns.js';
import { GENRE, type Stratum } from './read-strata.js';
import { shareInterval } from './score-interval.js';

/** What a person, or a second reader, says of a message of the corpus. */
export interface MessageLabel {
  readonly messageId: string;
  readonly head: CorrectedHead;
  /** A label of the head: `negative`, `neutral`, `positive`; `complaint` or `none`; `harm` or `none`. */
  readonly label: string;
  /** Name of the model that says it; absent: a person. */
  readonly reader?: string;
  /** What that model told of texts labelled by persons, a table a set, where it is known: its own errors are then corrected too. */
  readonly readerErrors?: readonly HeadConfusion[];
}

/** A row of `correctedShares`. */
export type CorrectedRow = {
  readonly head: string;
  readonly label: string;
  readonly genre: string;
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly raw: number;
  readonly rawLow: number;
  readonly rawHigh: number;
  readonly method: string;
  readonly reference: string;
  readonly referenceN: number;
};

/** Labels fewer than this correct nothing. */
export const LEAST_LABELS = 30;

/** The labels of a head that shares are corrected by: persons' where they are enough, else those of the second reader who read most. */
export function chosenLabels(
  head: CorrectedHead,
  given: readonly MessageLabel[],
): {
  readonly known: ReadonlyMap<string, string>;
  readonly reader: string | undefined;
  readonly errors: readonly HeadConfusion[];
} {
  const byReader = new Map<string | undefined, Map<string, string>>();
  for (const label of given) {
    if (label.head !== head) continue;
    const own = byReader.get(label.reader) ?? new Map<string, string>();
    byReader.set(label.reader, own.set(label.messageId, label.label));
  }
  const persons = byReader.get(undefined);
  if (persons !== undefined && persons.size >= LEAST_LABELS)
    return { known: persons, reader: undefined, errors: [] };
  const [most] = [...byReader].sort(
    ([a = '', { size: one }], [b = '', { size: other }]) => other - one || (a < b ? -1 : 1),
  );
  const [known, reader] = [most?.[1] ?? new Map<string, string>(), most?.[0]];
  const told = given.find((label) => label.head === head && label.reader === reader && label.readerErrors);
  return { known, reader, errors: reader === undefined ? [] : (told?.readerErrors ?? []) };
}

/**
 * What a second reader would tell of all messages, genre by genre, from what it told of a random part of them: counts and effective
 * numbers. A genre with fewer than 30 labels goes with the largest.
 */
export async function readerStrata(
  corpus: CorpusTables,
  head: CorrectedHead,
  known: ReadonlyMap<string, string>,
): Promise<readonly Stratum[]> {
  const { value, labels, told } = HEAD_COLUMNS[head];
  const read = (
    await corpus.query(
      `SELECT messageId, ${GENRE} AS genre, ${labels.map((label, k) => `CAST(${told(label)} AS INTEGER) AS t${k}`).join(', ')}
      FROM storedMessages WHERE ${CUSTOMER} AND ${value} IS NOT NULL ORDER BY messageId`,
    )
  ).objects() as Readonly<Record<string, string | number>>[];
  const rows = new Map<string, (typeof read)[number][]>();
  for (const row of read) {
    const genre = String(row['genre']),
      own = rows.get(genre);
    if (own === undefined) rows.set(genre, [row]);
    else own.push(row);
  }
  const labelledOf = (part: typeof read): typeof read =>
    part.filter((row) => known.has(String(row['messageId'])));
  const genres = [...rows].toSorted(([, a], [, b]) => b.length - a.length);
  const [largest] = genres;
  const few = genres.filter(([, part], at) => at > 0 && labelledOf(part).length < LEAST_LABELS);
  return genres
    .filter((genre) => !few.includes(genre))
    .map(([genre, own]): Stratum => {
      const part = genre === largest?.[0] ? [...own, ...few.flatMap(([, rest]) => rest)] : own,
        labelled = labelledOf(part);
      const shares = labels.map((label, k) => {
        const found = predictionPoweredShare({
          predictions: part.map((row) => Number(row[`t${k}`])),
          labelledPredictions: labelled.map((row) => Number(row[`t${k}`])),
          labels: labelled.map((row) => Number(known.get(String(row['messageId'])) === label)),
        });
        return found.measured ? found : { prevalence: 0, stdErr: 0 };
      });
      const sum = shares.reduce((all, { prevalence }) => all + prevalence, 0);
      const counts = shares.map(({ prevalence }) => (part.length * prevalence) / sum);
      return {
        genre,
        language: '',
        n: part.length,
        cells: counts,
        told: counts,
        effective: shares.map(({ prevalence: p, stdErr }) =>
          stdErr > 0 ? Math.min(part.length, (p * (1 - p)) / stdErr ** 2) : labelled.length,
        ),
      };
    });
}

/** Rows of all messages from labels of a random part of them. */
export async function byLabels(
  corpus: CorpusTables,
  head: CorrectedHead,
  given: readonly MessageLabel[],
  level: number,
): Promise<readonly CorrectedRow[]> {
  const { known, reader } = chosenLabels(head, given);
  const { value, labels, told } = HEAD_COLUMNS[head];
  const wrong = [...known].find(([, label]) => !labels.includes(label));
  if (known.size < LEAST_LABELS || wrong !== undefined) return [];
  const rows: CorrectedRow[] = [];
  const read = (
    await corpus.query(
      `SELECT messageId, ${labels.map((label, k) => `CAST(${told(label)} AS INTEGER) AS t${k}`).join(', ')}
      FROM storedMessages WHERE ${CUSTOMER} AND ${value} IS NOT NULL ORDER BY messageId`,
    )
  ).objects() as Readonly<Record<string, string | number>>[];
  const labelled = read.filter((row) => known.has(String(row['messageId'])));
  if (labelled.length < LEAST_LABELS) return [];
  labels.forEach((label, k) => {
    const predictions = read.map((row) => Number(row[`t${k}`]));
    const found = predictionPoweredShare({
      predictions,
      labelledPredictions: labelled.map((row) => Number(row[`t${k}`])),
      labels: labelled.map((row) => (known.get(String(row['messageId'])) === label ? 1 : 0)),
      level,
    });
    if (!found.measured) return;
    const count = predictions.reduce((sum, one) => sum + one, 0);
    const raw = shareInterval({ k: count, n: predictions.length }, level);
    rows.push({
      head,
      label,
      genre: 'all',
      n: predictions.length,
      share: found.prevalence,
      low: found.interval.low,
      high: found.interval.high,
      raw: count / predictions.length,
      rawLow: raw?.low ?? 0,
      rawHigh: raw?.high ?? 1,
      method: 'prediction-powered',
      reference: reader === undefined ? 'labels of the user' : `second reader ${reader}`,
      referenceN: labelled.length,
    });
  });
  return rows;
}
