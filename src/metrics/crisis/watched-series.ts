import { localTime } from '../../engine/dimensions.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { PARTS_OF_HOUR } from './alert-rules.js';
import { BRAND, CRITICAL, mainBrandOf } from './public-movement.js';
import { quarterHours } from '../sql.js';
import type { ResolvedOptions } from '../options.js';

const HOUR = 3_600_000;
/** Five minutes. */
export const PART = HOUR / PARTS_OF_HOUR;

/** Critical public messages of one brand by five minutes, from the first hour of the corpus to its last. */
export interface Series {
  readonly brand: string;
  readonly counts: Float64Array;
  /** Instant of a period that holds messages, by its place. */
  readonly instants: ReadonlyMap<number, number>;
  readonly total: number;
}

export interface Watched {
  readonly series: readonly Series[];
  readonly startHourOfWeek: number;
  /** Periods of five minutes watched. */ readonly periods: number;
}

/**
 * Hours are those of the wall clock of `zone`, so that a morning stays a morning over the change of season; the hour that it repeats
 * is counted with its twin. The clock runs from the first public message of customers to the last.
 */
export async function watchedSeries(
  corpus: CorpusTables,
  { zone, brands }: ResolvedOptions,
): Promise<Watched> {
  const wall = `floor(epoch(${localTime('sentAt', '$zone')}) / ${PART / 1000})`;
  const ends = (
    await corpus.query(
      `SELECT CAST(floor(min(${wall}) / ${PARTS_OF_HOUR}) AS DOUBLE) AS first, CAST(floor(max(${wall}) / ${PARTS_OF_HOUR}) AS DOUBLE) AS last
    FROM ${quarterHours(`stage = 'public' AND sentAt IS NOT NULL AND NOT dayOnly`)}`,
      { zone },
    )
  ).object() as { first: number | null; last: number | null };
  if (ends.first === null || ends.last === null) return { series: [], startHourOfWeek: 0, periods: 0 };
  const { first } = ends,
    periods = PARTS_OF_HOUR * (ends.last - first + 1);
  const main = await mainBrandOf(corpus, { brands });
  const rows = (
    await corpus.query(
      `SELECT ${BRAND} AS brand, CAST(${wall} AS DOUBLE) AS part, CAST(min(epoch_ms(sentAt)) AS DOUBLE) AS instant, CAST(count(*) AS DOUBLE) AS n
    FROM storedMessages WHERE ${CRITICAL} AND sentAt IS NOT NULL AND NOT dayOnly GROUP BY 1, 2 ORDER BY 1, 2`,
      { zone, main },
    )
  ).objects() as { brand: string; part: number; instant: number; n: number }[];
  const series = [...new Set(rows.map(({ brand }) => brand))].map((brand): Series => {
    const counts = new Float64Array(periods),
      instants = new Map<number, number>();
    let total = 0;
    for (const row of rows.filter((one) => one.brand === brand)) {
      const place = row.part - PARTS_OF_HOUR * first;
      counts[place] = row.n;
      instants.set(place, row.instant);
      total += row.n;
    }
    return { brand, counts, instants, total };
  });
  // 1 January 1970 was a Thursday: hour 72 of a week that begins on Monday.
  return {
    series: series.toSorted((a, b) => b.total - a.total),
    startHourOfWeek: (((first + 72) % 168) + 168) % 168,
    periods,
  };
}
