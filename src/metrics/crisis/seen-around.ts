import type { CorpusTables } from '../../engine/corpus-tables.js';
import { sqlText } from '../../engine/database.js';
import { BRAND, CRITICAL } from './public-movement.js';

const DAY = 86_400_000;
/** So long before a movement something must be seen for it to be one that rises, and after it for it to be over. */
const BEFORE = 2 * DAY;
const AFTER = DAY;
/** A file or a channel is of a movement from one in so many of its messages. */
const OF_MOVEMENT = 5;

export interface SeenAround {
  readonly seenBefore: boolean;
  readonly seenAfter: boolean;
}

/** First and last public message of each file, and of each channel on each day. */
const SEEN = `SELECT file, channel, CAST(epoch_ms(min(sentAt)) AS DOUBLE) AS first, CAST(epoch_ms(max(sentAt)) AS DOUBLE) AS last
  FROM storedMessages WHERE stage = 'public' AND sentAt IS NOT NULL GROUP BY GROUPING SETS ((file), (channel, date_trunc('day', sentAt)))`;

interface Movement {
  readonly brand: string;
  readonly start: number;
  readonly end: number;
}
interface Ends {
  readonly first: number;
  readonly last: number;
}

/** Lists of rows by what they have in a column. */
function byColumn<Name extends string, Row extends Readonly<Record<Name, unknown>>>(
  rows: readonly Row[],
  name: Name,
): ReadonlyMap<Row[Name], readonly Row[]> {
  const lists = new Map<Row[Name], Row[]>();
  for (const row of rows) {
    const list = lists.get(row[name]);
    if (list === undefined) lists.set(row[name], [row]);
    else list.push(row);
  }
  return lists;
}

/** Critical messages of the brand of each movement while it lasts, by file and channel. */
const ownOf = (
  movements: readonly Movement[],
): string => `SELECT place, file, channel, CAST(count(*) AS DOUBLE) AS n
  FROM storedMessages JOIN (VALUES ${movements.map(({ brand, start, end }, place) => `(${place}, ${sqlText(brand)}, make_timestamp(${Math.round(start)}000), make_timestamp(${Math.round(end)}000))`).join(', ')}) AS span(place, brand, first, last)
    ON brand = ${BRAND} AND sentAt BETWEEN first AND last
  WHERE ${CRITICAL} AND NOT dayOnly GROUP BY ALL`;

/**
 * Whether the exports that each movement stands in see the days around it: one of its files holds public messages of so long before (after),
 * or one of its channels a message between. A download of the latest hundred begins and ends with what it holds, whatever other exports see.
 */
export async function seenAround(
  corpus: CorpusTables,
  movements: readonly Movement[],
  main: string,
): Promise<SeenAround[]> {
  if (movements.length === 0) return [];
  const own = (await corpus.rows(ownOf(movements), { main })) as unknown as readonly {
      readonly place: number;
      readonly file: string;
      readonly channel: string;
      readonly n: number;
    }[],
    seen = (await corpus.rows(SEEN)) as unknown as readonly (Ends & {
      readonly file: string | null;
      readonly channel: string | null;
    })[];
  const ofPlace = byColumn(own, 'place'),
    ofFile = byColumn(seen, 'file'),
    ofChannel = byColumn(seen, 'channel');
  return movements.map(({ start, end }, place) => {
    const rows = ofPlace.get(place) ?? [],
      all = rows.reduce((sum, { n }) => sum + n, 0);
    const endsOf = (kind: 'file' | 'channel', known: ReadonlyMap<string | null, readonly Ends[]>): Ends[] => {
      const counts = new Map<string, number>();
      for (const { [kind]: name, n } of rows) counts.set(name, (counts.get(name) ?? 0) + n);
      return [...counts].flatMap(([name, n]) => (OF_MOVEMENT * n >= all ? (known.get(name) ?? []) : []));
    };
    const files = endsOf('file', ofFile),
      days = endsOf('channel', ofChannel);
    // a day at least, so that what holds a message of a day holds its first or its last
    const holds = (from: number, to: number): boolean =>
      days.some(({ first, last }) => (first >= from && first < to) || (last >= from && last < to));
    return {
      seenBefore:
        rows.length === 0 ||
        files.some(({ first }) => first <= start - BEFORE) ||
        holds(start - BEFORE, start),
      seenAfter:
        rows.length === 0 || files.some(({ last }) => last >= end + AFTER) || holds(end + 1, end + AFTER + 1),
    };
  });
}
