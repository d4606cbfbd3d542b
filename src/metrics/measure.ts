import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { checkCorpus } from '../util/checked-options.js';
import { DeversoirError } from '../util/errors.js';
import {
  completeness,
  doubtReasons,
  messageFormats,
  messageLanguages,
  rejectReasons,
} from './basic/completeness.js';
import { contributionShares, contributionsToPromote } from './basic/contribution-shares.js';
import { correctedShares } from './basic/corrected-shares.js';
import { driverShares, driverShift } from './basic/driver-shares.js';
import { scoreDecomposition, type DecompositionOptions } from './change/score-decomposition.js';
import { driverEffort } from './priorities/driver-effort.js';
import { valueAtStake, type ValueOptions } from './priorities/value-at-stake.js';
import { channelPaths, storePorosity } from './basic/channel-paths.js';
import { engagement } from './basic/engagement.js';
import { topicProfiles } from './topics/topic-profiles.js';
import { topicTrends, type TopicTrendOptions } from './topics/topic-trends.js';
import { benchmarks, type BenchmarkOptions } from './sector/benchmarks.js';
import { productTruth, type ProductTruthOptions } from './sector/product-truth.js';
import { scoreAppMentions } from './sector/score-app-mentions.js';
import { sectorFigures } from './sector/sector-figures.js';
import { harmShares } from './basic/harm-shares.js';
import { meanRating } from './basic/mean-rating.js';
import { reshareShare } from './basic/reshare-share.js';
import { satisfactionProxies } from './basic/satisfaction-proxies.js';
import { caseCounts } from './funnel/case-counts.js';
import { messageCounts, messageSample } from './basic/message-sample.js';
import { messageVolume, volumeByChannel } from './basic/message-volume.js';
import { netSentimentByPeriod, netSentimentScore } from './basic/net-sentiment.js';
import { pressArticles } from './basic/press-articles.js';
import { shareOfVoice } from './basic/share-of-voice.js';
import { topicShares } from './basic/topic-shares.js';
import { travellingTexts } from './basic/travelling-texts.js';
import type { LabelOptions } from './basic/labelled-shares.js';
import { verbatims, type VerbatimOptions } from './basic/verbatims.js';
import { answeredWithin, type AnsweredWithinOptions } from './care/answered-within.js';
import { firstReplyTime } from './care/first-reply-time.js';
import { nextReplyTime } from './care/next-reply-time.js';
import { resolutionTime } from './care/resolution-time.js';
import { responseRate } from './care/response-rate.js';
import { graveCases } from './care/grave-cases.js';
import { waitingCases } from './care/waiting-cases.js';
import { alertRules, crisisAlerts, type CrisisAlertOptions } from './crisis/crisis-alerts.js';
import { crisisAround } from './crisis/crisis-around.js';
import { crisisBursts } from './crisis/crisis-bursts.js';
import { crisisSheets, type CrisisSheetOptions } from './crisis/crisis-sheets.js';
import { crisisTexts } from './crisis/crisis-texts.js';
import { crisisTimeline } from './crisis/crisis-timeline.js';
import { answerEffect } from './funnel/answer-effect.js';
import { avoidableSpills } from './funnel/avoidable-spills.js';
import { caseTimeline, type CaseTimelineOptions } from './funnel/case-timeline.js';
import { deversoirMatrix } from './funnel/deversoir-matrix.js';
import type { FunnelOptions } from './funnel/funnel-cases.js';
import { funnelCounts, funnelFlows } from './funnel/funnel-counts.js';
import { icebergRatio } from './funnel/iceberg-ratio.js';
import { multiStateFunnel } from './funnel/multi-state-funnel.js';
import { observationWindows } from './funnel/observation-windows.js';
import { reservoirCheck } from './funnel/reservoir-check.js';
import { reservoirOverTime } from './funnel/reservoir-over-time.js';
import { reservoir } from './funnel/reservoir.js';
import { spillRate } from './funnel/spill-rate.js';
import { unidentifiedComplaints } from './funnel/unidentified-complaints.js';
import { timeToSpill } from './funnel/time-to-spill.js';
import { periodChange } from './period-change.js';
import type { MetricDefinition } from './make-metric.js';
import { measureAll, type MeasureNotices } from './measure-all.js';
import { SOURCES } from './method-sources.js';

/** What any metric may be told. */
export type AnyMetricOptions = AnsweredWithinOptions &
  FunnelOptions &
  CaseTimelineOptions &
  CrisisSheetOptions &
  CrisisAlertOptions &
  LabelOptions &
  VerbatimOptions &
  DecompositionOptions &
  ValueOptions &
  BenchmarkOptions &
  ProductTruthOptions &
  TopicTrendOptions;

/** A metric's function, whatever its rows and options. */
export interface AnyMetricFunction {
  (corpus: CorpusTables, options?: AnyMetricOptions & { readonly by?: undefined }): Promise<Metric>;
  readonly definition: MetricDefinition;
}

/** Every metric, by subject, in the order of the report. */
export const METRICS = {
  funnel: [
    observationWindows,
    funnelCounts,
    funnelFlows,
    spillRate,
    timeToSpill,
    answerEffect,
    avoidableSpills,
    multiStateFunnel,
    deversoirMatrix,
    icebergRatio,
    unidentifiedComplaints,
    reservoir,
    reservoirOverTime,
    reservoirCheck,
    caseTimeline,
  ],
  change: [periodChange, scoreDecomposition],
  priorities: [driverEffort, valueAtStake],
  crisis: [crisisTimeline, crisisSheets, crisisAround, crisisTexts, crisisBursts, alertRules, crisisAlerts],
  volume: [messageVolume, volumeByChannel, reshareShare, engagement, channelPaths, storePorosity],
  tone: [correctedShares, netSentimentScore, netSentimentByPeriod, meanRating, satisfactionProxies],
  drivers: [driverShares, driverShift],
  topics: [topicShares, topicTrends, topicProfiles],
  market: [shareOfVoice, benchmarks, sectorFigures, productTruth, scoreAppMentions],
  care: [
    firstReplyTime,
    nextReplyTime,
    answeredWithin,
    responseRate,
    resolutionTime,
    waitingCases,
    graveCases,
  ],
  moderation: [harmShares],
  contributions: [contributionShares, contributionsToPromote],
  texts: [travellingTexts, pressArticles, verbatims],
  data: [completeness, messageFormats, messageLanguages, rejectReasons, doubtReasons],
  sample: [messageSample, messageCounts, caseCounts],
} as const satisfies Readonly<Record<string, readonly AnyMetricFunction[]>>;

export type MetricSubject = keyof typeof METRICS;
/** The name of a metric: that of its function. */
export type MetricName = (typeof METRICS)[MetricSubject][number]['definition']['frame']['name'];

const ALL: readonly AnyMetricFunction[] = Object.values(METRICS).flat();

/** The names of the metrics of a subject, in order. */
export const metricsOf = (subject: MetricSubject): readonly MetricName[] =>
  METRICS[subject].map(({ definition }) => definition.frame.name);

export type MeasureOptions = AnyMetricOptions &
  MeasureNotices & {
    /** Names of metrics, or of subjects (`care`, `funnel`, …). Default: all. */
    readonly which?: MetricName | MetricSubject | readonly (MetricName | MetricSubject)[];
  };

/**
 * Measures all metrics of a corpus, or the named ones, one after the other, in their order. A metric whose calculation fails is given
 * as not measured, with the error as its reason, and `onWarning` is told. Options are those of the metrics, the same for all.
 *
 * Throws `option-invalid` for a name that no metric has and for `by`, which a metric's own function takes.
 */
export async function measure(corpus: CorpusTables, options: MeasureOptions = {}): Promise<Metric[]> {
  checkCorpus('measure', corpus);
  const { which, onProgress, onWarning, signal, ...rest } = options;
  if ('by' in rest && rest.by !== undefined)
    throw new DeversoirError('option-invalid', 'measure takes no "by"', {
      hint: 'give it to a metric: await spillRate(corpus, { by: … })',
    });
  return measureAll(which === undefined ? ALL : chosen(which), corpus, rest, {
    ...(onProgress && { onProgress }),
    ...(onWarning && { onWarning }),
    ...(signal && { signal }),
  });
}

function chosen(which: string | readonly string[]): readonly AnyMetricFunction[] {
  const names = typeof which === 'string' ? [which] : which;
  const found = names.flatMap((name) => {
    if (name in METRICS) return METRICS[name as MetricSubject] as readonly AnyMetricFunction[];
    const one = ALL.find(({ definition }) => definition.frame.name === name);
    if (one !== undefined) return [one];
    throw new DeversoirError('option-invalid', `no metric "${name}"`, {
      hint: `expected ${[...Object.keys(METRICS), ...ALL.map(({ definition }) => definition.frame.name)].join(', ')}`,
    });
  });
  return [...new Set(found)];
}

/** A metric as the catalogue tells it. */
export interface CatalogueEntry {
  readonly name: MetricName;
  readonly subject: MetricSubject;
  readonly label: Metric['label'];
  readonly unit: Metric['unit'];
  /** What n counts. */
  readonly denominator: Metric['denominator'];
  /** How it is made. */
  readonly definition: Metric['method'];
  readonly limits?: Metric['limits'];
  /** Where the method comes from. */
  readonly source: string;
  /** Whether `by` groups it: one value a group, or its own rows; absent: a list that can't be grouped. */
  readonly groups?: 'value' | 'rows';
}

/**
 * Every metric with its definition, unit and source, in the order of the report.
 *
 * @example
 * catalogue().find(({ name }) => name === 'spillRate').unit
 * // → 'share'
 */
export function catalogue(): readonly CatalogueEntry[] {
  return (Object.keys(METRICS) as MetricSubject[]).flatMap((subject) =>
    (METRICS[subject] as readonly AnyMetricFunction[]).map(({ definition: { frame, groups } }) => ({
      name: frame.name as MetricName,
      subject,
      label: frame.label,
      unit: frame.unit,
      denominator: frame.denominator,
      definition: frame.method,
      ...(frame.limits && { limits: frame.limits }),
      source: SOURCES[frame.name] ?? 'count of rows: nothing is estimated',
      ...(groups && { groups }),
    })),
  );
}
