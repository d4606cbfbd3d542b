import type { CorpusTables } from '../../engine/corpus-tables.js';
import { predictionPoweredShare } from '../../stats/quantification/corrected-share.js';
import { beta } from '../../stats/quantification/linkability.js';
import type { ReadingErrors } from '../../stats/quantification/reading-errors.js';
import { normal } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import { chosenLabels, LEAST_LABELS, type MessageLabel } from '../basic/labelled-shares.js';
import { CUSTOMER } from '../sql.js';

const DRAWS = 2000;

const READ = `SELECT messageId, stage, CAST(list_contains(intents, 'complaint') AS INTEGER) AS told FROM storedMessages
  WHERE ${CUSTOMER} AND complaintProbability IS NOT NULL ORDER BY messageId`;

/**
 * How complaints are read on each side, from labels of a random part of the messages themselves: what is truly a complaint is as many as
 * are told plus the mean error seen (prediction-powered inference, Angelopoulos et al. 2023). Persons' labels alone; no other texts. A side with
 * fewer than 30 labels, or of which nothing is told, is absent.
 */
export async function labelledReading(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  { seed }: { readonly seed: number },
): Promise<{ readonly private?: ReadingErrors; readonly public?: ReadingErrors }> {
  const { known } = chosenLabels(
    'complaint',
    labels.filter(({ reader }) => reader === undefined),
  );
  if (known.size < LEAST_LABELS) return {};
  const rows = (await corpus.query(READ)).objects() as { messageId: string; stage: string; told: number }[];
  const side = (stage: string, own: number): ReadingErrors | undefined => {
    const read = rows.filter((row) => row.stage === stage),
      labelled = read.filter(({ messageId }) => known.has(messageId));
    const told = read.reduce((sum, row) => sum + row.told, 0) / read.length;
    if (labelled.length < LEAST_LABELS || !(told > 0)) return undefined;
    const right = labelled.map(({ messageId }) => Number(known.get(messageId) === 'complaint'));
    const found = predictionPoweredShare({
      predictions: read.map((row) => row.told),
      labelledPredictions: labelled.map((row) => row.told),
      labels: right,
    });
    if (!found.measured) return undefined;
    const hits = labelled.filter((row, at) => row.told === 1 && right[at] === 1).length,
      alarms = labelled.filter((row, at) => row.told === 1 && right[at] === 0).length;
    const uniform = seededRandom(own);
    const errors = { recall: [] as number[], precision: [] as number[], trueForTold: [] as number[] };
    for (let draw = 0; draw < DRAWS; draw++) {
      const share = found.raw + found.stdErr * normal(uniform),
        precision = beta(uniform, hits + 0.5, alarms + 0.5);
      if (!(share > 0 && share <= 1)) continue;
      errors.trueForTold.push(share / told);
      errors.precision.push(precision);
      errors.recall.push(Math.min(1, (precision * told) / share));
    }
    return errors.recall.length === 0 ? undefined : errors;
  };
  const [inPrivate, inPublic] = [side('private', seed), side('public', seed + 1)];
  return { ...(inPrivate && { private: inPrivate }), ...(inPublic && { public: inPublic }) };
}
