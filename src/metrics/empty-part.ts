import type { CorpusTables } from '../engine/corpus-tables.js';
import { formatDate } from '../util/french.js';
import { localDay } from '../util/zones.js';
import type { Measured, MetricColumns } from './make-metric.js';

/**
 * What is not measured for want of a message in the part that is asked (a period that the exports do not hold) says so, and which days they
 * do: a reason of its own, as "no text was read", would send the reader after something else.
 */
export async function tellEmptyPart<Columns extends MetricColumns>(
  measured: Measured<Columns>,
  corpus: CorpusTables,
): Promise<Measured<Columns>> {
  const { firstAt, lastAt } = corpus.manifest;
  if (measured.notMeasured === undefined || measured.n > 0 || firstAt === null || lastAt === null)
    return measured;
  const [some] = (await corpus.query('SELECT 1 FROM storedMessages LIMIT 1')).objects();
  if (some !== undefined) return measured;
  const [first, last] = [Date.parse(firstAt), Date.parse(lastAt)],
    { zone } = corpus;
  return {
    ...measured,
    notMeasured: {
      fr: `aucun message dans cette partie du corpus, dont les messages datés vont du ${formatDate(first, { zone })} au ${formatDate(last, { zone })}`,
      en: `there is no message in this part of the corpus, whose dated messages go from ${localDay(first, zone)} to ${localDay(last, zone)}`,
    },
  };
}
