import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CorrectedHead, HeadConfusion } from '../../model/index.js';
import { predictionPoweredShare } from '../../stats/quantification/corrected-share.js';
import { stratifiedShare } from '../../stats/quantification/stratified-share.js';
import { HEAD_COLUMNS } from './head-columns.js';
import { labelledCells, LEAST_LABELS, sharesInput, type LabelledCell } from './labelled-cells.js';
import type { Stratum } from './read-strata.js';
import { shareInterval } from './score-interval.js';

/** What a person, or a second reader, says of a message of the corpus. */
export interface MessageLabel {
  readonly messageId: string;
  readonly head: CorrectedHead;
  /** A label of the head: `negative`, `neutral`, `positive`; `complaint` or `none`; `harm` or `none`. */
  readonly label: string;
  /** Name of the model that says it; absent: a person. */
  readonly reader?: string;
  /** What that model told of texts labelled by persons, a table a set, where it is known: its own errors are then corrected too. */
  readonly readerErrors?: readonly HeadConfusion[];
}

/** Options of the metrics that labels set right. */
export interface LabelOptions {
  /** Labels of a random part of the customers' messages, as `deversoir label` draws and reads them, by persons or by a second reader. */
  readonly labels?: readonly MessageLabel[];
}

/** A row of `correctedShares`. */
export type CorrectedRow = {
  readonly head: string;
  readonly label: string;
  readonly genre: string;
  readonly n: number;
  /** `null` where it is known to no better than from `low` to `high`, over 40 points apart. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  readonly raw: number;
  readonly rawLow: number;
  readonly rawHigh: number;
  readonly method: string;
  readonly reference: string;
  readonly referenceN: number;
};

/** A share known to no better than this, from its lower bound to the upper, is told as its range alone. */
const WIDEST = 0.4;

export const toldShare = (share: number, { low, high }: { low: number; high: number }): number | null =>
  high - low > WIDEST ? null : share;

/** The labels of a head that shares are corrected by: persons' where they are enough, else those of the second reader who read most. */
export function chosenLabels(
  head: CorrectedHead,
  given: readonly MessageLabel[],
): {
  readonly known: ReadonlyMap<string, string>;
  readonly reader: string | undefined;
  readonly errors: readonly HeadConfusion[];
} {
  const byReader = new Map<string | undefined, Map<string, string>>();
  for (const label of given) {
    if (label.head !== head) continue;
    const own = byReader.get(label.reader) ?? new Map<string, string>();
    byReader.set(label.reader, own.set(label.messageId, label.label));
  }
  const persons = byReader.get(undefined);
  if (persons !== undefined && persons.size >= LEAST_LABELS)
    return { known: persons, reader: undefined, errors: [] };
  const [most] = [...byReader].sort(
    ([a = '', { size: one }], [b = '', { size: other }]) => other - one || (a < b ? -1 : 1),
  );
  const [known, reader] = [most?.[1] ?? new Map<string, string>(), most?.[0]];
  const told = given.find((label) => label.head === head && label.reader === reader && label.readerErrors);
  return { known, reader, errors: reader === undefined ? [] : (told?.readerErrors ?? []) };
}

/** What persons say under a head, by message. */
export const personLabels = (
  head: CorrectedHead,
  given: readonly MessageLabel[],
): ReadonlyMap<string, string> =>
  new Map(
    given.flatMap((one) =>
      one.head === head && one.reader === undefined ? [[one.messageId, one.label] as const] : [],
    ),
  );

/** What a second reader would tell of the messages of each cell, from what it told of a random part of them: counts and effective numbers. */
export function readerStrata(
  head: CorrectedHead,
  cells: readonly LabelledCell[],
  known: ReadonlyMap<string, string>,
): readonly Stratum[] {
  const { labels } = HEAD_COLUMNS[head];
  return cells.map((cell): Stratum => {
    const n = cell.rows.length;
    const shares = labels.map((label, k) => {
      const found = predictionPoweredShare(sharesInput(cell, known, label, k));
      return found.measured ? found : { prevalence: 0, stdErr: 0 };
    });
    const sum = shares.reduce((all, { prevalence }) => all + prevalence, 0);
    const counts = shares.map(({ prevalence }) => (n * prevalence) / sum);
    return {
      genre: cell.genre,
      language: '',
      n,
      cells: counts,
      told: counts,
      effective: shares.map(({ prevalence: p, stdErr }) =>
        stdErr > 0 ? Math.min(n, (p * (1 - p)) / stdErr ** 2) : cell.labelled.length,
      ),
    };
  });
}

/**
 * Rows of all messages, and of each kind of text that has 30 labels of its own, from labels of a random part of each kind: kinds may have been
 * labelled at rates of their own.
 */
export async function byLabels(
  corpus: CorpusTables,
  head: CorrectedHead,
  given: readonly MessageLabel[],
  level: number,
): Promise<readonly CorrectedRow[]> {
  const { known, reader } = chosenLabels(head, given);
  const { labels } = HEAD_COLUMNS[head];
  if (known.size < LEAST_LABELS) return [];
  const { all, own } = await labelledCells(corpus, head, known);
  const rowsOf = (genre: string, cells: readonly LabelledCell[]): CorrectedRow[] =>
    labels.flatMap((label, k) => {
      const inputs = cells.map((cell) => sharesInput(cell, known, label, k));
      const found = stratifiedShare(inputs, { level, atLeastOneError: own.length > 0 });
      if (!found.measured) return [];
      const n = inputs.reduce((sum, { predictions }) => sum + predictions.length, 0);
      const count = inputs.reduce(
        (sum, { predictions }) => sum + Array.from(predictions).reduce((a, b) => a + b, 0),
        0,
      );
      const raw = shareInterval({ k: count, n }, level);
      return [
        {
          head,
          label,
          genre,
          n,
          share: toldShare(found.prevalence, found.interval),
          low: found.interval.low,
          high: found.interval.high,
          raw: count / n,
          rawLow: raw?.low ?? 0,
          rawHigh: raw?.high ?? 1,
          method: 'prediction-powered',
          reference: reader === undefined ? 'labels of the user' : `second reader ${reader}`,
          referenceN: cells.reduce((sum, { labelled }) => sum + labelled.length, 0),
        },
      ];
    });
  const labelled = all.reduce((sum, cell) => sum + cell.labelled.length, 0);
  if (labelled < LEAST_LABELS) return [];
  return [...rowsOf('all', all), ...own.flatMap((cell) => rowsOf(cell.genre, [cell]))];
}
