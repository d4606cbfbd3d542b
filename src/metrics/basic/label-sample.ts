import type { CorpusTables } from '../../engine/corpus-tables.js';
import { CORRECTED_HEADS, type CorrectedHead } from '../../model/index.js';
import { labelsNeeded } from '../../stats/quantification/mixture-shares.js';
import { checkOptions, valueInWords } from '../../util/checked-options.js';
import { DeversoirError } from '../../util/errors.js';
import { CUSTOMER } from '../sql.js';
import { HEAD_COLUMNS } from './head-columns.js';
import { strataOf, toldOf } from './read-strata.js';

/** A message to label by hand; what the model says of it is not shown. */
export interface LabelRow {
  readonly messageId: string;
  readonly stage: string;
  readonly channel: string;
  /** Masked; title and text. */
  readonly text: string;
}

export interface LabelSample {
  readonly head: CorrectedHead;
  /** What can be said of a message. */
  readonly choices: readonly string[];
  readonly rows: readonly LabelRow[];
  /** Customers' messages that the sample stands for. */
  readonly population: number;
  /** Half-width of the corrected share's interval that so many labels should give. */
  readonly halfWidth: number;
  /** Variance of the model's error that the size was reckoned with. */
  readonly errorVariance: number;
}

export interface LabelSampleOptions {
  /** Default `sentiment`. */
  readonly head?: CorrectedHead;
  /** Half-width wanted of the share of negative messages (complaints, harm). Default 0.05. */
  readonly halfWidth?: number;
  /** How many messages to draw, in place of `halfWidth`. */
  readonly n?: number;
  /** Another seed draws other messages. Default 1. */
  readonly seed?: number;
}

const Z = 1.959964;

/** The most that the variance of an error of 0 or 1 can be: taken where no table tells. */
const MOST = 0.25;

/**
 * Variance of label − prediction for the class of interest, where a wrong reading costs 1: what the held-out table of each genre misses of
 * the class and tells beside it, at the shares told here.
 */
async function errorVariance(corpus: CorpusTables, head: CorrectedHead): Promise<number> {
  const tables = (await corpus.confusions()).filter((table) => table.head === head);
  const [first] = tables,
    label = head === 'sentiment' ? 0 : 1;
  if (first === undefined) return MOST;
  const strata = await strataOf(corpus, head, first.edges);
  const wrong = strata.map((stratum) => {
    const { told, n, own } = toldOf(stratum, tables, label);
    if (own === undefined) return n * MOST;
    const { hits, misses, alarms, left } = own;
    return (told * misses) / Math.max(1, hits + misses) + ((n - told) * alarms) / Math.max(1, alarms + left);
  });
  const all = strata.reduce((sum, { n }) => sum + n, 0);
  return Math.min(MOST, wrong.reduce((a, b) => a + b, 0) / all);
}

/**
 * Draws the messages to label by hand so that shares can be corrected by them: a random part of the customers' messages that the model
 * reads, by a hash of their ids: the same seed draws the same. The size is reckoned from the half-width wanted and the model's known
 * errors.
 *
 * Throws `option-invalid` for a half-width or a number that can't be, `data-invalid` where no message is read.
 */
export async function drawLabelSample(
  corpus: CorpusTables,
  options: LabelSampleOptions = {},
): Promise<LabelSample> {
  checkOptions(options, ['head', 'halfWidth', 'n', 'seed']);
  const { head = 'sentiment', halfWidth = 0.05, n, seed = 1 } = options;
  if (n !== undefined && !(Number.isSafeInteger(n) && n >= 2))
    throw new DeversoirError('option-invalid', `n ${n}`, { hint: 'a whole number of at least 2' });
  if (!Object.hasOwn(HEAD_COLUMNS, head))
    throw new DeversoirError('option-invalid', `head ${valueInWords(head)}`, {
      hint: `expected one of ${CORRECTED_HEADS.join(', ')}`,
    });
  const { value, labels } = HEAD_COLUMNS[head];
  const where = `${CUSTOMER} AND ${value} IS NOT NULL AND text IS NOT NULL`;
  const { n: population } = (
    await corpus.query(`SELECT CAST(count(*) AS DOUBLE) AS n FROM storedMessages WHERE ${where}`)
  ).object(0) as { n: number };
  if (population === 0)
    throw new DeversoirError('data-invalid', 'no customers’ message that the model reads', {
      hint: 'draw the sample of another period or corpus',
    });
  const variance = await errorVariance(corpus, head);
  const size = n ?? labelsNeeded({ halfWidth, errorVariance: variance, population });
  const rows = (
    await corpus.query(
      `SELECT messageId, stage, channel, concat_ws(' | ', title, text) AS text FROM storedMessages WHERE ${where}
      ORDER BY md5(messageId || $seed), messageId LIMIT ${size}`,
      { seed: String(seed) },
    )
  ).objects() as LabelRow[];
  const masked = await corpus.maskTexts(rows.map(({ text }) => text));
  return {
    head,
    choices: labels,
    rows: rows.map((row, at) => ({ ...row, text: masked[at] ?? '' })),
    population,
    halfWidth: Z * Math.sqrt((variance / rows.length) * (1 - rows.length / (population + 1))),
    errorVariance: variance,
  };
}
