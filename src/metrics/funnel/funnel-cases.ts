import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { NotMeasured } from '../../stats/measured.js';
import { DeversoirError } from '../../util/errors.js';
import type { Bilingual } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { grouped } from '../../util/grouped.js';

/** What the funnel's metrics may be told. */
export interface FunnelOptions extends MetricOptions {
  /** Seed of the resampling and of the imputations. Same seed, same figures. Default 1. */
  readonly seed?: number;
  /** Resamples of the bootstrap intervals, at least 20. Default 200. */
  readonly replicates?: number;
  /** Instant at which the reservoir is read. Default: the end of the exports. */
  readonly at?: Date;
}

export interface ResolvedFunnelOptions {
  readonly level: number;
  readonly zone: string;
  readonly seed: number;
  readonly replicates: number;
}

/** Options with their defaults; throws `option-invalid` on a level, a zone, a seed or a number of replicates that can't be. */
export function resolveFunnelOptions(options: FunnelOptions = {}): ResolvedFunnelOptions {
  const { level, zone } = resolveOptions(options);
  const { seed = 1, replicates = 200 } = options;
  if (!Number.isSafeInteger(seed))
    throw new DeversoirError('option-invalid', `seed ${seed}`, { hint: 'expected a whole number' });
  if (!(Number.isSafeInteger(replicates) && replicates >= 20))
    throw new DeversoirError('option-invalid', `replicates ${replicates}`, {
      hint: 'expected a whole number of at least 20',
    });
  return { level, zone, seed, replicates };
}

/** Resamples for n cases: fewer where there are very many, whose intervals need less and whose cost grows. */
export const replicatesFor = (n: number, replicates: number): number =>
  Math.max(Math.min(40, replicates), Math.min(replicates, Math.floor(2_000_000 / Math.max(1, n))));

const DATED_IN_PRIVATE = `firstStage = 'private' AND openedAt IS NOT NULL AND observedUntil IS NOT NULL AND observedUntil >= openedAt`;

/** Complaint cases opened in private whose opening is dated: the population at risk of a spill. A question has nothing to spill. */
export const OPENED_IN_PRIVATE = `complaint AND ${DATED_IN_PRIVATE}`;

/** The others opened in private: complaints that reading may have missed. */
export const UNREAD_IN_PRIVATE = `NOT complaint AND ${DATED_IN_PRIVATE}`;

export const PRIVATE_DENOMINATOR: Bilingual = {
  fr: 'plaintes ouvertes en privé',
  en: 'complaints opened in private',
};

/** Why no case is at risk: no case at all, no private one, none that complains, or none with a date. */
export async function whyNoPrivateCase(corpus: CorpusTables): Promise<Bilingual> {
  const counts = (
    await corpus.query(
      `SELECT CAST(count(*) AS DOUBLE) AS n, CAST(count(*) FILTER (WHERE firstStage = 'private') AS DOUBLE) AS private,
        CAST(count(*) FILTER (WHERE firstStage = 'private' AND complaint) AS DOUBLE) AS complaints FROM cases`,
    )
  ).object(0) as { n: number; private: number; complaints: number };
  if (counts.n === 0) return { fr: 'aucun dossier dans les exports', en: 'there is no case in the exports' };
  if (counts.private === 0)
    return {
      fr: 'aucun dossier ouvert en privé : il manque un export de messages privés',
      en: 'no case was opened in private: an export of private messages is missing',
    };
  if (counts.complaints === 0)
    return {
      fr: 'aucun dossier ouvert en privé n’est une plainte',
      en: 'no case opened in private is a complaint',
    };
  return {
    fr: 'aucune plainte ouverte en privé n’est datée',
    en: 'no complaint opened in private has a date',
  };
}

/** The reason of a statistic without its "not measured" head, as metrics give it. */
export const reasonOf = ({ notMeasured }: NotMeasured): Bilingual => ({
  fr: notMeasured.fr.replace(/^non mesuré\s*:\s*/u, ''),
  en: notMeasured.en.replace(/^not measured, because /, ''),
});

/** A part of the cases: all, one driver, one channel. Columns of a row of its table; `driver` is `null` where the cases have none. */
export interface GroupKey {
  readonly by: 'total' | 'driver' | 'channel';
  readonly driver: string | null;
  readonly channel: string | null;
}
export const OF_ALL: GroupKey = { by: 'total', driver: null, channel: null };
export const GROUP_COLUMNS = { by: 'text', driver: 'text?', channel: 'text?' } as const;

/** The whole, then its parts by driver and by channel, larger parts first. Parts under `least` rows are left out. */
export function groupsOf<Row extends { readonly driver: string | null; readonly channel: string }>(
  rows: readonly Row[],
  least = 1,
): { readonly key: GroupKey; readonly rows: readonly Row[] }[] {
  const parts = (by: 'driver' | 'channel'): { key: GroupKey; rows: Row[] }[] =>
    [...grouped(rows, (row) => row[by])]
      .filter(([, list]) => list.length >= least)
      .toSorted(
        (a, b) =>
          Number(a[0] === null) - Number(b[0] === null) ||
          b[1].length - a[1].length ||
          (String(a[0]) < String(b[0]) ? -1 : 1),
      )
      .map(([name, list]) => ({
        key: { by, driver: by === 'driver' ? name : null, channel: by === 'channel' ? name : null },
        rows: list,
      }));
  return [{ key: OF_ALL, rows }, ...parts('driver'), ...parts('channel')];
}
