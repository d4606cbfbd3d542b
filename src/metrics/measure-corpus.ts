import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { answeredWithin, firstReplyTime, responseRate } from './care.js';
import { completeness, doubtReasons, formats, languages, rejectReasons } from './completeness.js';
import { contributions, contributionsToPromote } from './contributions.js';
import { drivers, driverShift } from './drivers.js';
import { harm } from './moderation.js';
import type { MetricOptions } from './options.js';
import { pressArticles } from './press.js';
import { rating } from './ratings.js';
import { netSentimentByPeriod, netSentimentScore } from './sentiment.js';
import { shareOfVoice } from './share-of-voice.js';
import { travellingTexts } from './travelling-texts.js';
import { verbatims } from './verbatims.js';
import { volume, volumeByChannel } from './volume.js';
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
