import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { humanReply } from '../../engine/human-messages.js';
import { LEAST_LINKABILITY } from '../../stats/quantification/linkability.js';
import { drawAt } from '../../stats/quantification/reading-errors.js';
import { negativeBinomial } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import { oncePerCorpus } from '../memo.js';
import type { UnseenOpen } from './unseen-open.js';

/** Conversations that may go on with one of another channel: how likely, whether they stand apart, and whether both threads were answered. */
const AGAIN = `WITH answered AS (SELECT DISTINCT threadId FROM main.storedMessages AS reply WHERE stage = 'private' AND ${humanReply('reply')})
  SELECT toMessageId, max(linkProbability) AS p, bool_or(used) AS joined,
    bool_and(earlier.threadId IN (SELECT threadId FROM answered) AND later.threadId IN (SELECT threadId FROM answered)) AS bothAnswered
  FROM main.links JOIN main.storedMessages AS earlier ON earlier.messageId = fromMessageId JOIN main.storedMessages AS later ON later.messageId = toMessageId
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
  readonly bothAnswered: boolean;
}
interface Shown {
  readonly channel: string;
  readonly keys: number;
  readonly n: number;
}

const DRAWS = 1000;

/** P(both sides show a key of one kind), of a case and one that opens in another channel. */
function chanceOfCommonKey(shown: readonly Shown[]): number | undefined {
  let common = 0,
    all = 0;
  for (const one of shown) {
    const others = shown.filter(({ channel }) => channel !== one.channel),
      total = others.reduce((sum, { n }) => sum + n, 0);
    if (total === 0) continue;
    common +=
      (one.n * others.reduce((sum, { keys, n }) => ((keys & one.keys) === 0 ? sum : sum + n), 0)) / total;
    all += one.n;
  }
  return all === 0 ? undefined : common / all;
}

/**
 * How many of the cases that wait are one matter counted twice: whoever is not answered tries another channel, and a case that shows
 * no key there is not recognised. Those recognised, over the chance that two channels show a common key (Horvitz & Thompson 1952), less
 * those that were joined; each waits but where both its threads were answered. Supposes that who changes channel shows as many keys as
 * others, and goes where others are. `since`: of second conversations from then on, ms; `part`: in channels where this share of the cases is. `undefined` where there is one channel or hardly a common key.
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
    chanceOfCommonKey((await corpus.query(SHOWN)).objects() as unknown as Shown[]),
  );
  if (chance === undefined || chance < LEAST_LINKABILITY) return undefined;
  const again = await oncePerCorpus(
    corpus,
    `doubled ${since}`,
    async () => (await corpus.query(AGAIN, { since })).objects() as unknown as Again[],
  );
  const sum = (holds: (one: Again) => boolean): number =>
    again.reduce((total, one) => (holds(one) ? total + one.p : total), 0);
  const found = sum(() => true),
    missed = (part * (1 - chance)) / chance;
  // before any: one that waits
  const waiting = (1 + sum(({ bothAnswered }) => !bothAnswered)) / (1 + found);
  const apart = again.filter(({ joined }) => !joined);
  const uniform = seededRandom(seed);
  const draws = Array.from({ length: DRAWS }, () => {
    const weighed = apart.reduce((count, { p }) => count + Number(uniform() < part * p), 0);
    const unfound = missed === 0 ? 0 : negativeBinomial(uniform, (found + 0.5) * missed, found + 0.5);
    return waiting * (weighed + unfound);
  }).toSorted((a, b) => a - b);
  const expected = waiting * (part * sum(({ joined }) => !joined) + found * missed);
  return {
    expected,
    low: Math.min(expected, drawAt(draws, (1 - level) / 2)),
    high: Math.max(expected, drawAt(draws, (1 + level) / 2)),
  };
}
