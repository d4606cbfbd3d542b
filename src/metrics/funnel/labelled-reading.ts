import type { CorpusTables } from '../../engine/corpus-tables.js';
import { effectiveWeights } from '../../stats/quantification/corrected-share.js';
import { beta } from '../../stats/quantification/linkability.js';
import type { ReadingErrors } from '../../stats/quantification/reading-errors.js';
import { stratifiedShare } from '../../stats/quantification/stratified-share.js';
import { normal } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import { joinCells, labelledCells, LEAST_LABELS, sharesInput } from '../basic/labelled-cells.js';
import { personLabels, type MessageLabel } from '../basic/labelled-shares.js';
import { CUSTOMER } from '../sql.js';

const DRAWS = 2000;

/** Column of what is told a complaint. */
const COMPLAINT = 1;

/**
 * How complaints are read on each side, from labels of a random part of the messages themselves: what is truly a complaint is as many as
 * are told plus the mean error seen (prediction-powered inference, Angelopoulos et al. 2023). Persons' labels alone; no other texts; draws are of the
 * messages without a label, so that they are all one where every message has one. A side with
 * fewer than 30 labels, or of which nothing is told, is absent.
 */
export async function labelledReading(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  { seed }: { readonly seed: number },
): Promise<{ readonly private?: ReadingErrors; readonly public?: ReadingErrors }> {
  const known = personLabels('complaint', labels);
  if (known.size < LEAST_LABELS) return {};
  const side = async (stage: string, ownSeed: number): Promise<ReadingErrors | undefined> => {
    const { all: cells } = await labelledCells(
      corpus,
      'complaint',
      known,
      `${CUSTOMER} AND stage = '${stage}'`,
    );
    const { rows, labelled, weights } = joinCells(stage, cells);
    const told = rows.reduce((sum, row) => sum + (row.told[COMPLAINT] ?? 0), 0) / rows.length;
    if (labelled.length < LEAST_LABELS || !(told > 0)) return undefined;
    const found = stratifiedShare(cells.map((cell) => sharesInput(cell, known, 'complaint', COMPLAINT)));
    if (!found.measured) return undefined;
    const counted = effectiveWeights(weights);
    const toldAnd = (label: string): number =>
      labelled.reduce(
        (sum, { messageId, told: own }, at) =>
          own[COMPLAINT] === 1 && known.get(messageId) === label ? sum + (counted[at] ?? 0) : sum,
        0,
      );
    const hits = toldAnd('complaint'),
      alarms = toldAnd('none');
    const seen = labelled.filter(({ told: own }) => own[COMPLAINT] === 1).length / (told * rows.length);
    const uniform = seededRandom(ownSeed);
    const errors = { recall: [] as number[], precision: [] as number[], trueForTold: [] as number[] };
    for (let draw = 0; draw < DRAWS; draw++) {
      const share = found.raw + found.labelErr * normal(uniform),
        unseen = beta(uniform, hits + 0.5, alarms + 0.5),
        precision = hits + alarms === 0 ? unseen : seen * (hits / (hits + alarms)) + (1 - seen) * unseen;
      if (!(share > 0 && share <= 1)) continue;
      errors.trueForTold.push(share / told);
      errors.precision.push(precision);
      errors.recall.push(Math.min(1, (precision * told) / share));
    }
    return errors.recall.length === 0 ? undefined : errors;
  };
  const [inPrivate, inPublic] = [await side('private', seed), await side('public', seed + 1)];
  return { ...(inPrivate && { private: inPrivate }), ...(inPublic && { public: inPublic }) };
}
