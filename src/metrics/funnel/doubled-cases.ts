import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { humanReply } from '../../engine/human-messages.js';
import { LEAST_LINKABILITY } from '../../stats/quantification/linkability.js';
import { drawAt } from '../../stats/quantification/reading-errors.js';
import { negativeBinomial } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import { oncePerCorpus } from '../memo.js';
import type { UnseenOpen } from './unseen-open.js';

/** Conversations that may go on with one of another channel: how likely, whether they stand apart, in how many other channels their matter is, and whether both threads were answered. */
const AGAIN = `WITH answered AS (SELECT DISTINCT threadId FROM main.storedMessages AS reply WHERE stage = 'private' AND ${humanReply('reply')})
  SELECT toMessageId, max(linkProbability) AS p, bool_or(used) AS joined, CAST(max(greatest(1, len(list_filter(channels, one -> one <> later.channel)))) AS DOUBLE) AS others,
    bool_and(earlier.threadId IN (SELECT threadId FROM answered) AND later.threadId IN (SELECT threadId FROM answered)) AS bothAnswered
  FROM main.links JOIN main.storedMessages AS earlier ON earlier.messageId = fromMessageId JOIN main.storedMessages AS later ON later.messageId = toMessageId
    LEFT JOIN (SELECT caseKey, list(DISTINCT channel) AS channels FROM main.caseSaid WHERE stage = 'private' AND direction = 'inbound' GROUP BY caseKey) AS matter ON caseKey = hash(caseId)
  WHERE caseId IN (SELECT caseId FROM cases) AND fromStage = 'private' AND toStage = 'private' AND earlier.channel <> later.channel AND epoch_ms(later.sentAt) >= $since
  GROUP BY toMessageId ORDER BY toMessageId`;

/**
 * Cases by channel and by the keys that they show there; an account is of its platform alone. The channel is asked for after the joins: as one of them it would meet every message
 * of a channel with every case of it (at a million messages 21 GB on disk).
 */
const SHOWN = `SELECT channel, keys, CAST(count(*) AS DOUBLE) AS n FROM (
    SELECT firstChannel AS channel, bit_or(keys) FILTER (WHERE channel = firstChannel) AS keys FROM cases JOIN main.caseSaid ON caseKey = ${CASE_KEY}
    WHERE firstStage = 'private' AND stage = 'private' AND direction = 'inbound' GROUP BY caseKey, firstChannel HAVING bool_or(channel = firstChannel))
  GROUP BY ALL ORDER BY ALL`;

interface Again {
  readonly p: number;
  readonly joined: boolean;
  readonly others: number;
  readonly bothAnswered: boolean;
}
interface Shown {
  readonly channel: string;
  readonly keys: number;
  readonly n: number;
}

const DRAWS = 1000;

/** P(a case shows a key of one kind with one at least of so many that open in other channels): a chat that shows an account alone meets none of them. */
function commonKey(shown: readonly Shown[]): ((others: number) => number) | undefined {
  const met = shown.flatMap(({ channel, keys, n }) => {
    const others = shown.filter((one) => one.channel !== channel),
      sum = (cases: readonly Shown[]): number => cases.reduce((total, one) => total + one.n, 0);
    return others.length === 0
      ? []
      : [{ n, share: sum(others.filter((one) => (keys & one.keys) !== 0)) / sum(others) }];
  });
  const all = met.reduce((sum, { n }) => sum + n, 0);
  return all === 0
    ? undefined
    : (others) => met.reduce((sum, { n, share }) => sum + n * (1 - (1 - share) ** others), 0) / all;
}

/**
 * How many of the cases that wait are one matter counted twice: whoever is not answered tries another channel, and a case that shows
 * no key there is not recognised. Each one recognised, over the chance that it shows a common key with one of the channels its matter is in (Horvitz & Thompson 1952:
 * whoever writes everywhere at once is met by any of the others), less those that were joined; each waits but where both its threads were answered. Supposes that who changes channel shows as many keys as
 * others, and goes where others are. Exports do not tell it: who writes everywhere at once under one name is met everywhere. So what is not met is half of that, and as likely any share of it. `since`: of second conversations from then on, ms; `part`: in channels where this share of the cases is. `undefined` where there is one channel or hardly a common key.
 */
export async function doubledCases(
  corpus: CorpusTables,
  {
    seed,
    level,
    since = 0,
    part = 1,
  }: { readonly seed: number; readonly level: number; readonly since?: number; readonly part?: number },
): Promise<UnseenOpen | undefined> {
  const chance = await oncePerCorpus(corpus, 'common keys of doubled cases', async () =>
    commonKey((await corpus.query(SHOWN)).objects() as unknown as Shown[]),
  );
  if (chance === undefined || chance(1) < LEAST_LINKABILITY) return undefined;
  const missedBy = (others: number): number => (part * (1 - chance(others))) / chance(others);
  const again = await oncePerCorpus(
    corpus,
    `doubled ${since}`,
    async () => (await corpus.query(AGAIN, { since })).objects() as unknown as Again[],
  );
  const sum = (holds: (one: Again) => boolean): number =>
    again.reduce((total, one) => (holds(one) ? total + one.p : total), 0);
  const found = sum(() => true),
    missed = again.reduce((total, { p, others }) => total + p * missedBy(others), 0),
    // half a pair before any
    mean = missed + missedBy(1) / 2;
  // before any: one that waits
  const waiting = (1 + sum(({ bothAnswered }) => !bothAnswered)) / (1 + found);
  const apart = again.filter(({ joined }) => !joined);
  const uniform = seededRandom(seed);
  const draws = Array.from({ length: DRAWS }, () => {
    const weighed = apart.reduce((count, { p }) => count + Number(uniform() < part * p), 0);
    const unfound = mean === 0 ? 0 : uniform() * negativeBinomial(uniform, mean, found + 0.5);
    return waiting * (weighed + unfound);
  }).toSorted((a, b) => a - b);
  const expected = waiting * (part * sum(({ joined }) => !joined) + missed / 2);
  return {
    expected,
    low: Math.min(expected, drawAt(draws, (1 - level) / 2)),
    high: Math.max(expected, drawAt(draws, (1 + level) / 2)),
  };
}
