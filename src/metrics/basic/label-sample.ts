import type { CorpusTables } from '../../engine/corpus-tables.js';
import { CORRECTED_HEADS, type CorrectedHead } from '../../model/index.js';
import {
  allocatedVariance,
  allocateSample,
  stratumLabelsNeeded,
} from '../../stats/quantification/sample-allocation.js';
import { checkCorpus, checkOptions, valueInWords } from '../../util/checked-options.js';
import { DeversoirError } from '../../util/errors.js';
import { CUSTOMER } from '../sql.js';
import { HEAD_COLUMNS } from './head-columns.js';
import { LEAST_LABELS } from './labelled-cells.js';
import { GENRE, strataOf, toldOf } from './read-strata.js';

/** A message to label by hand; what the model says of it is not shown. */
export interface LabelRow {
  readonly messageId: string;
  readonly stage: string;
  readonly channel: string;
  /** Masked; title and text. */
  readonly text: string;
}

/** Messages of one kind of text, and how many of them are drawn. */
export interface LabelStratum {
  readonly genre: string;
  readonly population: number;
  readonly n: number;
}

export interface LabelSample {
  readonly head: CorrectedHead;
  /** What can be said of a message. */
  readonly choices: readonly string[];
  readonly rows: readonly LabelRow[];
  /** By kind of text (private, review, tweet, comment), the largest first. */
  readonly strata: readonly LabelStratum[];
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

/** Half-width wanted unless another is. */
export const HALF_WIDTH = 0.05;

/** The most that the variance of an error of 0 or 1 can be: taken where no table tells. */
const MOST = 0.25;

/**
 * Variance of label − prediction for the class of interest on each kind of text, where a wrong reading costs 1: what the held-out table of the
 * kind misses of the class and tells beside it, at the shares told here.
 */
async function errorVariances(corpus: CorpusTables, head: CorrectedHead): Promise<(genre: string) => number> {
  const tables = (await corpus.confusions()).filter((table) => table.head === head);
  const [first] = tables,
    label = head === 'sentiment' ? 0 : 1;
  const strata = first === undefined ? [] : await strataOf(corpus, head, first.edges);
  const found = new Map<string, { wrong: number; n: number }>();
  for (const stratum of strata) {
    const { told, n, own } = toldOf(stratum, tables, label);
    const sum = found.get(stratum.genre) ?? { wrong: 0, n: 0 };
    const { hits, misses, alarms, left } = own ?? { hits: 0, misses: 0, alarms: 0, left: 0 };
    sum.n += n;
    sum.wrong +=
      own === undefined
        ? n * MOST
        : (told * misses) / Math.max(1, hits + misses) + ((n - told) * alarms) / Math.max(1, alarms + left);
    found.set(stratum.genre, sum);
  }
  return (genre) => {
    const own = found.get(genre);
    return own === undefined ? MOST : Math.min(MOST, own.wrong / own.n);
  };
}

/** Customers' messages with a text that the model reads. */
const readable = (head: CorrectedHead): string =>
  `${CUSTOMER} AND ${HEAD_COLUMNS[head].value} IS NOT NULL AND text IS NOT NULL`;

/** Kinds of text, the largest first, with the variance of the model's error on each. */
async function kindsOf(
  corpus: CorpusTables,
  head: CorrectedHead,
): Promise<{ readonly genre: string; readonly n: number; readonly errorVariance: number }[]> {
  const kinds = (
    await corpus.query(
      `SELECT ${GENRE} AS genre, CAST(count(*) AS DOUBLE) AS n FROM storedMessages WHERE ${readable(head)} GROUP BY genre ORDER BY n DESC, genre`,
    )
  ).objects() as { genre: string; n: number }[];
  const varianceOf = await errorVariances(corpus, head);
  return kinds.map((kind) => ({ ...kind, errorVariance: varianceOf(kind.genre) }));
}

/** How many messages to label by hand so that the corrected share is known to ± `HALF_WIDTH`. */
export async function labelsWanted(corpus: CorpusTables, head: CorrectedHead): Promise<number> {
  const counts = stratumLabelsNeeded(await kindsOf(corpus, head), {
    halfWidth: HALF_WIDTH,
    least: LEAST_LABELS,
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Draws the messages to label by hand so that shares can be corrected by them: of each kind of text (private, review, tweet, comment) a random
 * part of the customers' messages that the model reads, by a hash of their ids: the same seed draws the same. The size is reckoned from the
 * half-width wanted and the model's known errors, and parted between the kinds by their messages times the spread of those errors (Neyman
 * 1934), 30 of each at least where the number allows it.
 *
 * Throws `option-invalid` for a half-width or a number that can't be, `data-invalid` where no message is read.
 */
export async function drawLabelSample(
  corpus: CorpusTables,
  options: LabelSampleOptions = {},
): Promise<LabelSample> {
  checkCorpus('drawLabelSample', corpus);
  checkOptions(options, ['head', 'halfWidth', 'n', 'seed']);
  const { head = 'sentiment', halfWidth = HALF_WIDTH, n, seed = 1 } = options;
  if (n !== undefined && !(Number.isSafeInteger(n) && n >= 2))
    throw new DeversoirError('option-invalid', `n ${n}`, { hint: 'a whole number of at least 2' });
  if (!Object.hasOwn(HEAD_COLUMNS, head))
    throw new DeversoirError('option-invalid', `head ${valueInWords(head)}`, {
      hint: `expected one of ${CORRECTED_HEADS.join(', ')}`,
    });
  const strata = await kindsOf(corpus, head);
  if (strata.length === 0)
    throw new DeversoirError('data-invalid', 'no customers’ message that the model reads', {
      hint: 'draw the sample of another period or corpus',
    });
  const counts =
    n === undefined
      ? stratumLabelsNeeded(strata, { halfWidth, least: LEAST_LABELS })
      : allocateSample(strata, { size: n, least: LEAST_LABELS });
  const drawn = strata.map(({ genre }, at) => `WHEN '${genre}' THEN ${counts[at] ?? 0}`).join(' ');
  const rows = (
    await corpus.query(
      `SELECT messageId, stage, channel, concat_ws(' | ', title, text) AS text FROM storedMessages WHERE ${readable(head)}
      QUALIFY row_number() OVER (PARTITION BY ${GENRE} ORDER BY md5(messageId || $seed), messageId) <= CASE ${GENRE} ${drawn} END
      ORDER BY md5(messageId || $seed), messageId`,
      { seed: String(seed) },
    )
  ).objects() as LabelRow[];
  const masked = await corpus.maskTexts(rows.map(({ text }) => text));
  const population = strata.reduce((sum, kind) => sum + kind.n, 0);
  return {
    head,
    choices: HEAD_COLUMNS[head].labels,
    rows: rows.map((row, at) => ({ ...row, text: masked[at] ?? '' })),
    strata: strata.map((kind, at) => ({ genre: kind.genre, population: kind.n, n: counts[at] ?? 0 })),
    population,
    halfWidth: Z * Math.sqrt(allocatedVariance(strata, counts)),
    errorVariance: strata.reduce((sum, kind) => sum + (kind.n / population) * kind.errorVariance, 0),
  };
}
