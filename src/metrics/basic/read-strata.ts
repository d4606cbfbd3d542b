import type { CorpusTables } from '../../engine/corpus-tables.js';
import { sqlText } from '../../engine/database.js';
import { MICROBLOGS } from '../../model/genre.js';
import type { CorrectedHead, HeadConfusion } from '../../model/index.js';
import type { LabelTable } from '../../stats/quantification/further-shares.js';
import type { ReadSet, ToldTexts } from '../../stats/quantification/reading-errors.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { oncePerCorpus } from '../memo.js';
import { CUSTOMER } from '../sql.js';
import { HEAD_COLUMNS } from './head-columns.js';

const GENRES = {
  review: `stage = 'public' AND kind = 'review'`,
  tweet: `stage = 'public' AND kind <> 'review' AND platform IN (${MICROBLOGS.map(sqlText).join(', ')})`,
  private: `stage = 'private'`,
  comment: 'true',
} as const;
/** Kind of text a message is, as the readers' tables part them. */
export const GENRE = `CASE ${Object.entries(GENRES)
  .map(([genre, holds]) => `WHEN ${holds} THEN '${genre}'`)
  .join(' ')} END`;

/** Messages of one genre and language: in each band, and told each label. */
export interface Stratum {
  readonly genre: string;
  readonly language: string;
  readonly n: number;
  readonly cells: readonly number[];
  readonly told: readonly number[];
  readonly effective: readonly number[];
}

/** What a head tells of the customers' messages that `where` holds, by genre and language. Read once per corpus. */
export const strataOf = (
  corpus: CorpusTables,
  head: CorrectedHead,
  edges: readonly number[],
  where = 'true',
): Promise<readonly Stratum[]> =>
  oncePerCorpus(corpus, `strata ${head} ${edges.join(' ')} ${where}`, () =>
    readStrata(corpus, head, edges, where),
  );

async function readStrata(
  corpus: CorpusTables,
  head: CorrectedHead,
  edges: readonly number[],
  holds: string,
): Promise<readonly Stratum[]> {
  const { value, labels, told } = HEAD_COLUMNS[head];
  const bands = [-Infinity, ...edges].map((from, at) => {
    const to = edges[at];
    return [
      ...(from === -Infinity ? [] : [`${value} >= ${from}`]),
      ...(to === undefined ? [] : [`${value} < ${to}`]),
    ].join(' AND ');
  });
  const rows = await clusteredCounts(corpus, {
    from: 'storedMessages',
    where: `${CUSTOMER} AND ${value} IS NOT NULL AND ${holds}`,
    by: { genre: GENRE, language: `CASE WHEN languageCode = 'en' THEN 'en' ELSE 'fr' END` },
    events: Object.fromEntries([
      ...bands.map((band, at) => [`band${at}`, band]),
      ...labels.map((label) => [`told ${label}`, told(label)]),
    ]),
  });
  return rows.map(({ key, n, counts, effectiveN }) => ({
    genre: key['genre'] ?? '',
    language: key['language'] ?? '',
    n,
    cells: bands.map((_, at) => counts[`band${at}`] ?? 0),
    told: labels.map((label) => counts[`told ${label}`] ?? 0),
    effective: labels.map((label) => effectiveN[`told ${label}`] ?? n),
  }));
}

/** The table of a genre and language, else of the genre, else none. */
export function confusionFor(
  tables: readonly HeadConfusion[],
  { genre, language }: Stratum,
): HeadConfusion | undefined {
  const ofGenre = tables.filter((table) => table.genre === genre);
  return (
    ofGenre.find((table) => table.language === language) ??
    ofGenre.find((table) => table.language === null) ??
    ofGenre[0]
  );
}

/** The label that a cell of a table is told. */
const labelIn = (cuts: readonly number[], edges: readonly number[], cell: number): number =>
  cuts.filter((cut) => (edges[cell - 1] ?? -Infinity) >= cut).length;

/** What the reader told of a labelled set: a label against all others. */
export function readSetOf({ head, edges, counts }: HeadConfusion, label: number): ReadSet {
  const { cuts } = HEAD_COLUMNS[head];
  const sum = (holds: (own: boolean, told: boolean) => boolean): number =>
    counts.reduce(
      (all, row, k) =>
        row.reduce(
          (part, n, cell) => part + (holds(k === label, labelIn(cuts, edges, cell) === label) ? n : 0),
          all,
        ),
      0,
    );
  return {
    hits: sum((own, told) => own && told),
    misses: sum((own, told) => own && !told),
    alarms: sum((own, told) => !own && told),
    left: sum((own, told) => !own && !told),
  };
}

/** What the reader told of a labelled set, label by label. */
export function labelTableOf({ head, genre, edges, counts }: HeadConfusion): LabelTable {
  const { cuts, labels } = HEAD_COLUMNS[head];
  return {
    kind: genre,
    counts: counts.map((row) => {
      const told = labels.map(() => 0);
      row.forEach((n, cell) => (told[labelIn(cuts, edges, cell)]! += n));
      return told;
    }),
  };
}

/** Messages of one stratum told a label, with the set of their kind. */
export function toldOf(stratum: Stratum, tables: readonly HeadConfusion[], label: number): ToldTexts {
  const own = confusionFor(tables, stratum);
  return {
    told: stratum.told[label] ?? 0,
    n: stratum.n,
    effectiveN: Math.min(stratum.n, stratum.effective[label] ?? stratum.n),
    own: own && readSetOf(own, label),
  };
}
