import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Metric } from '../../model/index.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import { correctedShares } from '../basic/corrected-shares.js';
import { meanRating } from '../basic/mean-rating.js';
import { netSentimentScore } from '../basic/net-sentiment.js';
import { firstReplyTime } from '../care/first-reply-time.js';
import { responseRate } from '../care/response-rate.js';
import { waitingCases } from '../care/waiting-cases.js';
import { spillRate } from '../funnel/spill-rate.js';
import { checkCorpus } from '../../util/checked-options.js';
import type { OnProgress } from '../../util/progress.js';
import type { MetricOptions } from '../options.js';

/** What a client is compared by with others, in the order that is told. */
export const HEADLINE_FIGURES = [
  'spillRate',
  'responseRate',
  'publicResponseRate',
  'firstReplyTime',
  'publicFirstReplyTime',
  'waitingShare',
  'complaintShare',
  'netSentimentScore',
  'meanRating',
] as const;
export type HeadlineName = (typeof HEADLINE_FIGURES)[number];

/** One headline figure of one corpus. */
export interface HeadlineFigure {
  readonly metric: HeadlineName;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** A share whose interval holds over half of all that it could be is none: the report tells a floor, which compares with nothing. */
const WIDEST = 0.5;

/** Delays of brands whose desks open at other hours compare by all hours alone. */
const ALL_HOURS = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24 } as const;

const own = (metric: HeadlineName, { value, interval, n }: Metric): HeadlineFigure[] =>
  value === null || interval === null ? [] : [{ metric, value, low: interval.low, high: interval.high, n }];

/** Of one corpus, as its progress counts them. */
const STEPS = 7;

/** The headline figures of a corpus that were measured, each with its interval and n; nothing that names or links. */
export async function headlineFigures(
  corpus: CorpusTables,
  { onProgress, ...options }: MetricOptions & { readonly onProgress?: OnProgress } = {},
): Promise<HeadlineFigure[]> {
  checkCorpus('headlineFigures', corpus);
  const { level = 0.95 } = options;
  const found: HeadlineFigure[] = [];
  let done = 0;
  const tell = (item: HeadlineName): void =>
    onProgress?.({ task: 'measuring', item, done: done++, total: STEPS, unit: 'metrics' });
  tell('spillRate');
  found.push(
    ...own('spillRate', await spillRate(corpus, options)).filter(({ low, high }) => high - low <= WIDEST),
  );
  tell('responseRate');
  const answers = await responseRate(corpus, options);
  const inPrivate = answers.rows().some(({ stage, share }) => stage === 'private' && share !== null);
  found.push(...own(inPrivate ? 'responseRate' : 'publicResponseRate', answers));
  tell('firstReplyTime');
  const replies = await firstReplyTime(corpus, { ...options, businessHours: ALL_HOURS });
  const [first] = replies.rows();
  found.push(...own(first?.stage === 'private' ? 'firstReplyTime' : 'publicFirstReplyTime', replies));
  tell('waitingShare');
  const waiting = await waitingCases(corpus, options);
  if (waiting.value !== null && waiting.n > 0) {
    const { value, n, interval } = waiting,
      drawn = wilsonInterval(Math.min(n, value), n, level);
    found.push({
      metric: 'waitingShare',
      value: Math.min(1, value / n),
      low: Math.min(drawn.low, (interval?.low ?? value) / n),
      high: Math.min(1, Math.max(drawn.high, (interval?.high ?? value) / n)),
      n,
    });
  }
  tell('complaintShare');
  const complaints = (await correctedShares(corpus, options))
    .rows()
    .find(({ head, label, genre }) => head === 'complaint' && label === 'complaint' && genre === 'all');
  if (complaints !== undefined && complaints.share !== null) {
    const { share, low, high, n } = complaints;
    found.push({ metric: 'complaintShare', value: share, low, high, n });
  }
  tell('netSentimentScore');
  found.push(...own('netSentimentScore', await netSentimentScore(corpus, options)));
  tell('meanRating');
  found.push(...own('meanRating', await meanRating(corpus, options)));
  return found;
}
