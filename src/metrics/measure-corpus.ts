import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { answeredWithin, firstReplyTime, responseRate } from './care/care.js';
import { completeness, doubtReasons, formats, languages, rejectReasons } from './basic/completeness.js';
import { contributions, contributionsToPromote } from './basic/contributions.js';
import { drivers, driverShift } from './basic/driver-shares.js';
import { harm } from './basic/harm.js';
import type { MetricOptions } from './options.js';
import { pressArticles } from './basic/press-articles.js';
import { rating } from './basic/rating.js';
import { netSentimentByPeriod, netSentimentScore } from './basic/net-sentiment.js';
import { shareOfVoice } from './basic/share-of-voice.js';
import { travellingTexts } from './basic/travelling-texts.js';
import { verbatims } from './basic/verbatims.js';
import { volume, volumeByChannel } from './basic/volume.js';
import { measureAll } from './measure-all.js';

/** The metrics of a report, in its order. Each can be called alone. */
export const BASIC_METRICS = [
  volume,
  volumeByChannel,
  netSentimentScore,
  netSentimentByPeriod,
  drivers,
  driverShift,
  shareOfVoice,
  rating,
  firstReplyTime,
  answeredWithin,
  responseRate,
  harm,
  contributions,
  contributionsToPromote,
  travellingTexts,
  pressArticles,
  verbatims,
  completeness,
  formats,
  languages,
  rejectReasons,
  doubtReasons,
] as const;

/** Runs every basic metric on a corpus, one after the other. The funnel's metrics are apart, in `funnel-*.ts`. */
export function measureCorpus(corpus: CorpusTables, options: MetricOptions = {}): Promise<Metric[]> {
  return measureAll(BASIC_METRICS, corpus, options);
}
