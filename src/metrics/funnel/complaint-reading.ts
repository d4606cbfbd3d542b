import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { drawAt, readingErrors, type ReadingErrors } from '../../stats/quantification/reading-errors.js';
import { othersTurn } from '../../util/turn.js';
import { HEAD_COLUMNS } from '../basic/head-columns.js';
import { readSetOf, strataOf, toldOf } from '../basic/read-strata.js';
import { oncePerCorpus } from '../memo.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { spillsOf } from './spill-cases.js';

/** Place of complaints among the labels of their head. */
const COMPLAINT = 1;
/** But for what is public, no review and of a file where hardly anybody complains: there only what surely does is told, of which the tables of errors say nothing. */
const OFTEN = `(stage <> 'public' OR kind = 'review' OR file NOT IN (SELECT file FROM main.doubts WHERE reason = 'few-complaints'))`;
/** Links surer than this find spills whatever the reader says of them. */
const SURE = 0.9;

/** What the reading of complaints may miss and tell wrongly on a side, as draws; absent: nothing is known of it. */
export interface ComplaintReading {
  readonly private?: ReadingErrors;
  readonly public?: ReadingErrors;
  /** The same of private conversations, by how they open: most say then what they are about, while most messages of a complaint say no more of it. */
  readonly conversations?: ReadingErrors;
  /** The same for each kind of public text: reviews are read better than comments. */
  readonly kinds: Readonly<Record<string, ReadingErrors>>;
  /** Tables of the reader's errors, on texts whose truth is known; 0: a reader of whom nothing is known. */
  readonly tables: number;
}

/** Private conversations: all, those that are read as complaints, and those whose opening is. */
const OPENINGS = `SELECT CAST(count(*) AS DOUBLE) AS n, CAST(count(*) FILTER (complaint) AS DOUBLE) AS complaining, CAST(count(*) FILTER (opens) AS DOUBLE) AS told,
    CAST(count(*) FILTER (complaint AND opens) AS DOUBLE) AS both
  FROM cases JOIN (SELECT caseKey, arg_min(complains, place) AS opens
    FROM main.caseSaid WHERE stage = 'private' AND direction = 'inbound' AND own AND sentAt IS NOT NULL GROUP BY caseKey) ON caseKey = ${CASE_KEY}
  WHERE firstStage = 'private'`;

/** Errors on the conversations read as complaints: as openings are read, and where only a later message is one, right as messages are. */
async function errorsOfConversations(
  corpus: CorpusTables,
  messages: ReadingErrors,
  errorsOf: (told: number, n: number) => ReadingErrors | undefined,
): Promise<ReadingErrors | undefined> {
  const { n, complaining, told, both } = (await corpus.query(OPENINGS)).object(0) as Record<
    'n' | 'complaining' | 'told' | 'both',
    number
  >;
  const openings = errorsOf(told, n);
  if (openings === undefined || complaining === 0) return undefined;
  const byOpening = both / complaining;
  return {
    ...openings,
    precision: openings.precision.map(
      (right, k) =>
        byOpening * right + (1 - byOpening) * (messages.precision[k % messages.precision.length] as number),
    ),
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
    const shipped = (await corpus.confusions()).filter(({ head }) => head === 'complaint'),
      tables = [...shipped, ...(await corpus.complaintSamples())];
    if (shipped.length === 0) return { kinds: {}, tables: 0 };
    const strata = await strataOf(corpus, 'complaint', HEAD_COLUMNS.complaint.cuts, OFTEN),
      sets = tables.map((table) => readSetOf(table, COMPLAINT));
    const found = (await spillsOf(corpus)).cases.filter(({ spilled, best }) => spilled && best > SURE);
    const unread = {
      told: found.filter(({ readProbability }) => readProbability > 0).length,
      of: found.length,
    };
    const errorsOf = (holds: (genre: string) => boolean, isPrivate = false): ReadingErrors | undefined =>
      readingErrors(
        strata.filter(({ genre }) => holds(genre)).map((stratum) => toldOf(stratum, tables, COMPLAINT)),
        sets,
        // apart from each other: a reader may do well on one side and not on the other
        isPrivate ? { seed } : { seed: seed + 1, unread },
      );
    const inPrivate = errorsOf((genre) => genre === 'private', true);
    await othersTurn();
    const inPublic = errorsOf((genre) => genre !== 'private');
    const genres = [...new Set(strata.map(({ genre }) => genre))].filter((genre) => genre !== 'private');
    const kinds: Record<string, ReadingErrors> = {};
    for (const genre of genres) {
      await othersTurn();
      const own = errorsOf((one) => one === genre);
      if (own !== undefined) kinds[genre] = own;
    }
    const conversations =
      inPrivate &&
      (await errorsOfConversations(corpus, inPrivate, (told, n) =>
        readingErrors(
          [{ told, n, effectiveN: n, own: sets[tables.findIndex(({ genre }) => genre === 'private')] }],
          sets,
          { seed },
        ),
      ));
    return {
      ...(conversations && { conversations }),
      ...(inPrivate && { private: inPrivate }),
      ...(inPublic && { public: inPublic }),
      kinds,
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
