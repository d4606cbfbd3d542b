import type { CorpusTables } from '../../engine/corpus-tables.js';
import { BRAND, CRITICAL } from './public-movement.js';

/** So long before a movement something must be seen for it to be one that rises, and after it for it to be over. */
const BEFORE = '2 DAYS';
const AFTER = '1 DAY';
/** A file or a channel is of a movement from such a share of its messages. */
const OF_MOVEMENT = 0.2;

export interface SeenAround {
  readonly seenBefore: boolean;
  readonly seenAfter: boolean;
}

/**
 * Whether the exports a movement stands in see the days around it: one of its files holds public messages of so long before (after), or
 * one of its channels a message between. A download of the latest hundred begins and ends with what it holds, whatever other exports see.
 */
export async function seenAround(
  corpus: CorpusTables,
  { brand, start, end }: { readonly brand: string; readonly start: number; readonly end: number },
  main: string,
): Promise<SeenAround> {
  const row = (
    await corpus.query(
      `WITH span AS (SELECT make_timestamp(CAST($start AS BIGINT) * 1000) AS first, make_timestamp(CAST($end AS BIGINT) * 1000) AS last),
      seen AS (SELECT file, channel, sentAt FROM storedMessages WHERE stage = 'public' AND sentAt IS NOT NULL),
      own AS (SELECT file, channel FROM storedMessages, span WHERE ${CRITICAL} AND NOT dayOnly AND sentAt BETWEEN first AND last AND ${BRAND} = $brand),
      files AS (SELECT file FROM own GROUP BY file HAVING count(*) >= ${OF_MOVEMENT} * (SELECT count(*) FROM own)),
      channels AS (SELECT channel FROM own GROUP BY channel HAVING count(*) >= ${OF_MOVEMENT} * (SELECT count(*) FROM own))
      SELECT (SELECT count(*) FROM files) = 0 OR coalesce(bool_or(
          (file IN (FROM files) AND sentAt <= first - INTERVAL ${BEFORE})
          OR (channel IN (FROM channels) AND sentAt >= first - INTERVAL ${BEFORE} AND sentAt < first)), false) AS seenBefore,
        (SELECT count(*) FROM files) = 0 OR coalesce(bool_or(
          (file IN (FROM files) AND sentAt >= last + INTERVAL ${AFTER})
          OR (channel IN (FROM channels) AND sentAt > last AND sentAt <= last + INTERVAL ${AFTER})), false) AS seenAfter
      FROM seen, span`,
      { brand, start, end, main },
    )
  ).object() as SeenAround | undefined;
  return { seenBefore: row?.seenBefore ?? true, seenAfter: row?.seenAfter ?? true };
}
