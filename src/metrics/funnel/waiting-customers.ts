import type { CorpusTables } from '../../engine/corpus-tables.js';
import { CASE_KEY } from '../../engine/said-in-cases.js';
import { zOf, type StatInterval } from '../../stats/shares/interval.js';
import { measuredChannels, WITH_REPLIES } from '../care/reply-coverage.js';
import { oncePerCorpus } from '../memo.js';
import { foundSpills } from './found-spills.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { DORMANT_DAYS } from './reservoir-model.js';
import { waitingEstimate } from './waiting-estimate.js';

const DORMANT = DORMANT_DAYS * 86_400_000;
/** Nothing but thanks and praise: nobody waits for an answer to that. */
const PLEASED = `NOT complaint AND coalesce(met.pleased AND NOT met.asks, false)`;

const PRIVATE_WORD = `stage = 'private' AND human AND NOT mute`;
/**
 * The last private word of a person where a customer said it, and said no thanks; the customer's first private word, its channel, and their last
 * public one.
 */
const WORDS = `LEFT JOIN (SELECT caseKey AS wordOf, CASE WHEN arg_max(direction = 'inbound' AND NOT thanks, place) FILTER (WHERE ${PRIVATE_WORD}) THEN max(sentAt) FILTER (WHERE ${PRIVATE_WORD}) END AS lastWordAt,
    min(sentAt) FILTER (WHERE ${PRIVATE_WORD} AND direction = 'inbound') AS wroteAt, arg_min(channel, place) FILTER (WHERE ${PRIVATE_WORD} AND direction = 'inbound') AS wroteOn,
    max(sentAt) FILTER (WHERE stage = 'public' AND direction = 'inbound') AS postedAt
  FROM main.caseSaid WHERE sentAt IS NOT NULL GROUP BY caseKey) ON wordOf = ${CASE_KEY}`;
/** Who complained in public first, has spoken in private only since, and had the last word there. */
const CAME_AFTER = `firstStage = 'public' AND postedAt < wroteAt AND waitingSince IS NOT NULL AND lastWordAt IS NOT NULL`;

/** A case opened in private, or gone on there after a public post, without a trace of resolution, and the word of its customer that waits. */
export interface OpenPrivateCase {
  readonly caseId: string;
  readonly channel: string;
  readonly driver: string | null;
  readonly complaint: boolean;
  readonly messages: number;
  readonly openedAt: Date | null;
  readonly waitingSince: Date | null;
  /** When its customer had the last word. */
  readonly lastWordAt: Date | null;
  readonly until: Date;
}
type Waiting = OpenPrivateCase & { readonly waitingSince: Date };

interface Listed {
  /** All that are open, complaints or not, on channels whose replies are seen. */
  readonly open: readonly OpenPrivateCase[];
  /** Those whose customer waits, the longest wait first, without the dormant. */
  readonly waiting: readonly Waiting[];
  readonly dormant: readonly Waiting[];
  /** Instant (ms) from which on who waits is not dormant. */
  readonly since: number;
  /** Complaints that are said to wait. */
  readonly said: number;
  /** Complaints answered whose customer had the last word since, which neither complains nor asks nor thanks: nothing says whether they wait. */
  readonly unsure: number;
}

/** Of the complaints said to wait, what is one customer who does: a share, its bounds, and what the rest is. */
interface Kept {
  readonly said: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly doubled: number;
  readonly unseen: number;
}

/** Customers who wait for an answer to a complaint brought in private. */
export interface WaitingCustomers extends Listed {
  readonly value: number;
  readonly interval: StatInterval | null;
  /** About how many of the cases said another channel counts already, and how many have gone public without being recognised. */
  readonly doubled: number;
  readonly unseen: number;
}

const isWaiting = (one: OpenPrivateCase): one is Waiting => one.waitingSince !== null;

/** Cases that are open in private, and whose customer waits; whether the replies of a channel are seen is asked of all exports of the brand, so that counts of channels sum to the whole. */
export const openPrivateCases = (corpus: CorpusTables): Promise<Listed> =>
  oncePerCorpus(corpus, 'who waits', () => readListed(corpus));

async function readListed(corpus: CorpusTables): Promise<Listed> {
  const rows = (
    await corpus.query(`SELECT caseId, CASE WHEN firstStage = 'private' THEN firstChannel ELSE wroteOn END AS channel, driver, complaint, messages, openedAt,
        CASE WHEN firstStage = 'private' THEN waitingSince ELSE greatest(waitingSince, wroteAt) END AS waitingSince, lastWordAt, observedUntil AS until
      FROM cases ${WITH_REPLIES} ${WORDS} WHERE (firstStage = 'private' OR ${CAME_AFTER}) AND resolvedAt IS NULL AND spilledAt IS NULL AND observedUntil IS NOT NULL AND NOT (${PLEASED})
      ORDER BY 7, caseId`)
  ).objects() as OpenPrivateCase[];
  const isMeasured = await measuredChannels(corpus.ofItsBrands());
  const open = rows.filter(({ channel }) => isMeasured({ stage: 'private', channel })),
    unanswered = open.filter(isWaiting);
  const isDormant = ({ waitingSince, until }: Waiting): boolean =>
    until.getTime() - waitingSince.getTime() > DORMANT;
  const waiting = unanswered.filter((one) => !isDormant(one));
  const since = open.reduce((last, { until }) => Math.max(last, until.getTime()), 0) - DORMANT;
  return {
    open,
    waiting,
    dormant: unanswered.filter(isDormant),
    since,
    unsure: open.filter(
      ({ complaint, waitingSince, lastWordAt }) =>
        complaint && waitingSince === null && lastWordAt !== null && lastWordAt.getTime() >= since,
    ).length,
    said: waiting.filter(({ complaint }) => complaint).length,
  };
}

/** What of those said is a customer who waits, learnt on all exports of the brand: parts of them are too small to tell. */
async function keptOf(corpus: CorpusTables, options: ResolvedFunnelOptions): Promise<Kept> {
  const { open, said, since } = await openPrivateCases(corpus);
  const young = ({ openedAt, waitingSince }: OpenPrivateCase): boolean =>
    Math.max(openedAt?.getTime() ?? 0, waitingSince?.getTime() ?? 0) >= since;
  const untraced = open.filter((one) => one.complaint && young(one)).length;
  const { doubled, unseen, ...estimate } = await waitingEstimate(
    corpus,
    { waiting: said, untraced },
    await foundSpills(corpus, options),
    { ...options, since },
  );
  return { said, ...estimate, doubled: doubled?.expected ?? 0, unseen: unseen?.expected ?? 0 };
}

/**
 * Customers who wait for an answer to a complaint: the cases said to wait, less what one matter in two channels counts twice and what went
 * public unseen (see `waitingEstimate`); of those of whom nothing says whether they wait none is counted, and all of them may be. A part of the exports is lent the share of all of them, and its count is one draw of so many (hypergeometric).
 */
export function waitingCustomers(
  corpus: CorpusTables,
  options: ResolvedFunnelOptions,
): Promise<WaitingCustomers> {
  const { level, seed, zone, replicates } = options,
    key = `${zone} ${level} ${seed} ${replicates}`;
  return oncePerCorpus(corpus, `waiting customers ${key}`, async () => {
    const own = await openPrivateCases(corpus),
      wide = corpus.ofItsBrands();
    const kept = await oncePerCorpus(wide, `waiting kept ${key}`, () => keptOf(wide, options));
    const part = own.said / Math.max(1, kept.said),
      value = part * kept.expected;
    const right = Math.min(1, kept.expected / Math.max(1, kept.said));
    const drawn = zOf(level) * Math.sqrt(own.said * right * (1 - right) * Math.max(0, 1 - part));
    return {
      ...own,
      value: Math.round(value),
      interval:
        kept.low === kept.high && own.unsure === 0
          ? null
          : {
              low: Math.floor(Math.max(0, value - Math.hypot(value - part * kept.low, drawn))),
              high: Math.ceil(value + Math.hypot(part * kept.high - value, drawn, own.unsure)),
              level,
              method: 'mover',
            },
      doubled: part * kept.doubled,
      unseen: part * kept.unseen,
    };
  });
}
