import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { HeadConfusion } from '../../model/index.js';
import {
  drawAt,
  readingErrors,
  type ReadingErrors,
  type ReadSet,
  type ToldTexts,
} from '../../stats/quantification/reading-errors.js';
import { confusionFor, strataOf, type Stratum } from '../basic/read-strata.js';
import { oncePerCorpus } from '../memo.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { spillsOf } from './spill-cases.js';

/** Probability from which a message is told as a complaint: an edge of the tables. */
const TOLD = 0.5;
/** Links surer than this find spills whatever the reader says of them. */
const SURE = 0.9;

/** What the reading of complaints may miss and tell wrongly on a side, as draws; absent: nothing is known of it. */
export interface ComplaintReading {
  readonly private?: ReadingErrors;
  readonly public?: ReadingErrors;
  /** Tables of the reader's errors, on texts whose truth is known; 0: a reader of whom nothing is known. */
  readonly tables: number;
}

function readSetOf({ edges, counts }: HeadConfusion): ReadSet {
  const sums = counts.map((row) => {
    const told = row.reduce((sum, n, cell) => sum + ((edges[cell - 1] ?? -Infinity) >= TOLD ? n : 0), 0);
    return { told, rest: row.reduce((sum, n) => sum + n, 0) - told };
  });
  const [none, complaint] = sums as [(typeof sums)[0], (typeof sums)[0]];
  return { hits: complaint.told, misses: complaint.rest, alarms: none.told, left: none.rest };
}

function toldOf(stratum: Stratum, tables: readonly HeadConfusion[]): ToldTexts {
  const own = confusionFor(tables, stratum);
  return {
    told: stratum.told[1] ?? 0,
    n: stratum.n,
    effectiveN: Math.min(stratum.n, stratum.effective[1] ?? stratum.n),
    own: own && readSetOf(own),
  };
}

/**
 * How complaints may be misread on each side, from the held-out tables of the heads and, in public, from spills that sure links find whether
 * they are read as complaints or not. Measured once per corpus.
 */
export const complaintReading = (
  corpus: CorpusTables,
  { seed }: Pick<ResolvedFunnelOptions, 'seed'>,
): Promise<ComplaintReading> =>
  oncePerCorpus(corpus, `complaint reading ${seed}`, async () => {
    const tables = (await corpus.confusions()).filter(({ head }) => head === 'complaint');
    if (tables.length === 0) return { tables: 0 };
    const strata = await strataOf(corpus, 'complaint', [TOLD]),
      sets = tables.map(readSetOf);
    const found = (await spillsOf(corpus)).cases.filter(({ spilled, best }) => spilled && best > SURE);
    const unread = {
      told: found.filter(({ readProbability }) => readProbability > 0).length,
      of: found.length,
    };
    const side = (stage: 'private' | 'public'): ReadingErrors | undefined =>
      readingErrors(
        strata
          .filter(({ genre }) => (genre === 'private') === (stage === 'private'))
          .map((stratum) => toldOf(stratum, tables)),
        sets,
        // apart from each other: a reader may do well on one side and not on the other
        stage === 'private' ? { seed } : { seed: seed + 1, unread },
      );
    const [inPrivate, inPublic] = [side('private'), side('public')];
    return {
      ...(inPrivate && { private: inPrivate }),
      ...(inPublic && { public: inPublic }),
      tables: tables.length,
    };
  });

export interface Bounds {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** The middle of some draws, with bounds that hold a share `level` of them. */
export const boundsOf = (draws: readonly number[], level: number): Bounds => ({
  middle: drawAt(draws, 0.5),
  low: drawAt(draws, (1 - level) / 2),
  high: drawAt(draws, (1 + level) / 2),
});
