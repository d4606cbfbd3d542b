import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { answeredWithin, firstReplyTime } from './care/care.js';
import { responseRate } from './care/response-rate.js';
import {
  completeness,
  doubtReasons,
  messageFormats,
  messageLanguages,
  rejectReasons,
} from './basic/completeness.js';
import { contributionShares, contributionsToPromote } from './basic/contribution-shares.js';
import { driverShares, driverShift } from './basic/driver-shares.js';
import { harmShares } from './basic/harm-shares.js';
import type { MetricOptions } from './options.js';
import { pressArticles } from './basic/press-articles.js';
import { meanRating } from './basic/mean-rating.js';
import { netSentimentByPeriod, netSentimentScore } from './basic/net-sentiment.js';
import { shareOfVoice } from './basic/share-of-voice.js';
import { travellingTexts } from './basic/travelling-texts.js';
import { topicShares } from './basic/topic-shares.js';
import { verbatims } from './basic/verbatims.js';
import { messageVolume, volumeByChannel } from './basic/message-volume.js';
import { measureAll } from './measure-all.js';

/** The metrics of a report, in its order. Each can be called alone. */
export const BASIC_METRICS = [
  messageVolume,
  volumeByChannel,
  netSentimentScore,
  netSentimentByPeriod,
  driverShares,
  driverShift,
  topicShares,
  shareOfVoice,
  meanRating,
  firstReplyTime,
  answeredWithin,
  responseRate,
  harmShares,
  contributionShares,
  contributionsToPromote,
  travellingTexts,
  pressArticles,
  verbatims,
  completeness,
  messageFormats,
  messageLanguages,
  rejectReasons,
  doubtReasons,
] as const;

/** Runs every basic metric on a corpus, one after the other. The funnel's metrics are apart, in `funnel-*.ts`. */
export function measureCorpus(corpus: CorpusTables, options: MetricOptions = {}): Promise<Metric[]> {
  return measureAll(BASIC_METRICS, corpus, options);
}
