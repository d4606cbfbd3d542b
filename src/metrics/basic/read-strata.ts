import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorrectedHead, HeadConfusion } from '../../model/index.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { CUSTOMER } from '../sql.js';
import { HEAD_COLUMNS } from './head-columns.js';

const GENRES = {
  review: `stage = 'public' AND kind = 'review'`,
  tweet: `stage = 'public' AND kind <> 'review' AND platform IN ('x', 'twitter', 'mastodon', 'bluesky')`,
  private: `stage = 'private'`,
  comment: 'true',
} as const;
const GENRE = `CASE ${Object.entries(GENRES)
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

/** What a head tells of the customers' messages, by genre and language. */
export async function strataOf(
  corpus: CorpusTables,
  head: CorrectedHead,
  edges: readonly number[],
): Promise<Stratum[]> {
  const { value, labels, told } = HEAD_COLUMNS[head];
  const bands = [-Infinity, ...edges].map((from, at) => {
    const to = edges[at];
    return [
      ...(from === -Infinity ? [] : [`${value} >= ${from}`]),
      ...(to === undefined ? [] : [`${value} < ${to}`]),
    ].join(' AND ');
  });
  const rows = await clusteredCounts(corpus, {
    from: 'messages',
    where: `${CUSTOMER} AND ${value} IS NOT NULL`,
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
