import type { CorpusTables } from '../../engine/corpus-tables.js';
import { DAY, readObservation, type DaySpan, type Observation } from '../../engine/observation.js';
import { onceForAllParts } from '../memo.js';

/** Reads once for all parts of a corpus what its exports let one see. */
export const observationOf = (corpus: CorpusTables): Promise<Observation> =>
  onceForAllParts(corpus, 'observation', (whole) =>
    readObservation('main.storedMessages', async (sql) => (await whole.query(sql)).objects()),
  );

/**
 * Until when a stage is watched without a break from an instant on, in ms; `null` when it is not watched then.
 *
 * @param until end of the last span, which may fall within its day
 */
export function watchedUntil(spans: readonly DaySpan[], until: number | null, at: number): number | null {
  const span = spans.find(({ first, last }) => at >= first * DAY && at < (last + 1) * DAY);
  if (span === undefined) return null;
  return span === spans.at(-1) && until !== null ? until : (span.last + 1) * DAY - 1;
}
