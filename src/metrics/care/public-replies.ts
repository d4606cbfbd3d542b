import type { CorpusTables } from '../../engine/corpus-tables.js';
import { humanReply } from '../../engine/human-messages.js';
import type { ReadingErrors } from '../../stats/quantification/reading-errors.js';
import { misreadRate, type Befallen } from '../../stats/quantification/misread-rate.js';
import { onceForAllParts } from '../memo.js';
import { GENRE } from '../basic/read-strata.js';
import { complaintReading } from '../funnel/complaint-reading.js';
import { resolveFunnelOptions } from '../funnel/funnel-cases.js';
import { PUBLIC_CUSTOMER } from '../sql.js';
import { ANSWERED_IN_PUBLIC, NEEDS_REPLY } from './reply-coverage.js';

/** A rate of answers in public with its bounds, the errors of reading complaints carried. */
export interface PublicRate {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

type Counts = Befallen & { readonly channel: string };
const sumOf = (rows: readonly Counts[]): Befallen =>
  rows.reduce((sum, { n, k }) => ({ n: sum.n + n, k: sum.k + k }), { n: 0, k: 0 });

/**
 * What is read as a public complaint, by channel, and what the brand answered of it where all can read it. What many accounts copy counts once, with the
 * share of the copies that are answered: one campaign would else be most of a channel.
 */
const TOLD = `SELECT channel, CAST(count(*) AS DOUBLE) AS n, sum(answered) AS k FROM (
    SELECT firstChannel AS channel, avg(CAST(${ANSWERED_IN_PUBLIC} AS DOUBLE)) AS answered
    FROM cases LEFT JOIN main.caseReplies AS opening USING (caseId)
    WHERE firstStage = 'public' AND ${NEEDS_REPLY} GROUP BY firstChannel, coalesce(openingText, caseId))
  GROUP BY 1 ORDER BY 1`;

/** Customers' public messages that ask for nothing, as they are read, and those of them with a reply; copies once. */
const OTHERS = `SELECT channel, min(genre) AS genre, CAST(count(*) FILTER (WHERE other) AS DOUBLE) AS n, coalesce(sum(replied) FILTER (WHERE other), 0) AS k
  FROM (SELECT channel, other, min(${GENRE}) AS genre, avg(CAST(replied AS DOUBLE)) AS replied FROM (SELECT *, len(list_intersect(intents, ['complaint', 'question', 'request'])) = 0 AND messageId NOT IN (SELECT messageId FROM main.caseMessages) AS other,
      messageId IN (SELECT parentId FROM main.storedMessages WHERE parentId IS NOT NULL AND stage = 'public' AND ${humanReply()}) AS replied
    FROM main.storedMessages WHERE ${PUBLIC_CUSTOMER} AND channel NOT LIKE '%-share') GROUP BY channel, other, coalesce(textKey, messageId)) GROUP BY 1`;

export interface PublicRates {
  readonly byChannel: ReadonlyMap<string, PublicRate>;
  /** Over all channels but one, by that one. */
  readonly besides: ReadonlyMap<string, PublicRate>;
  /** Over all channels given. */
  readonly all: PublicRate | undefined;
}

/**
 * Rate of answers to public complaints of some channels: what is wrongly read as a complaint is hardly ever answered and what is missed may
 * have been, so that the rate among those read lies too low. `undefined` where nothing is known of the reader's errors; a channel is
 * absent where they could explain all that was read.
 */
export async function publicRates(
  corpus: CorpusTables,
  channels: ReadonlySet<string>,
  level: number,
): Promise<PublicRates | undefined> {
  const { seed } = resolveFunnelOptions({});
  const { kinds, public: inPublic, tables } = await complaintReading(corpus, { seed });
  if (tables === 0 || channels.size === 0) return undefined;
  const told = ((await corpus.query(TOLD)).objects() as Counts[]).filter(({ channel }) =>
      channels.has(channel),
    ),
    others = (
      await onceForAllParts(
        corpus,
        OTHERS,
        async (whole) => (await whole.query(OTHERS)).objects() as (Counts & { genre: string })[],
      )
    ).filter(({ channel }) => channels.has(channel));
  const rateOf = (own: readonly Counts[], besides: readonly Counts[], errors: ReadingErrors | undefined) =>
    errors && misreadRate(sumOf(own), sumOf(besides), errors, { seed, level });
  const each = (of: (channel: string) => PublicRate | undefined): ReadonlyMap<string, PublicRate> =>
    new Map(
      told.flatMap(({ channel }): [string, PublicRate][] => {
        const rate = of(channel);
        return rate === undefined ? [] : [[channel, rate]];
      }),
    );
  const part = (holds: (channel: string) => boolean, errors?: ReadingErrors): PublicRate | undefined => {
    const besides = others.filter(({ channel }) => holds(channel));
    return rateOf(
      told.filter(({ channel }) => holds(channel)),
      besides,
      errors ?? kinds[besides[0]?.genre ?? ''],
    );
  };
  return {
    byChannel: each((own) => part((channel) => channel === own)),
    besides: each((own) => part((channel) => channel !== own, inPublic)),
    all: rateOf(told, others, inPublic),
  };
}
