import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Grain } from './sql.js';

const WEEKS_SHOWN = 60;
const WEEK_MS = 7 * 86_400_000;

/** Periods in which a corpus is cut over time: weeks up to 60 of them, months beyond. Both metrics and charts follow it. */
export async function grainOf(corpus: CorpusTables): Promise<Extract<Grain, 'week' | 'month'>> {
  const row = (
    await corpus.query(`SELECT CAST(epoch_ms(min(sentAt)) AS DOUBLE) AS first, CAST(epoch_ms(max(sentAt)) AS DOUBLE) AS last
    FROM storedMessages WHERE direction <> 'internal'`)
  ).object() as { first: number | null; last: number | null } | undefined;
  if (row?.first === null || row?.last === null || row === undefined) return 'week';
  return row.last - row.first > WEEKS_SHOWN * WEEK_MS ? 'month' : 'week';
}

/** « par semaine » or « par mois », in both languages. */
export const perGrain = (grain: 'week' | 'month'): { readonly fr: string; readonly en: string } =>
  grain === 'week' ? { fr: 'par semaine', en: 'by week' } : { fr: 'par mois', en: 'by month' };
