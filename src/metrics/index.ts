export { alertRules, crisisAlerts, type CrisisAlertOptions } from './crisis/crisis-alerts.js';
export { answeredWithin, type AnsweredWithinOptions } from './care/answered-within.js';
export type { CareOptions } from './care/care-cases.js';
export { firstReplyTime } from './care/first-reply-time.js';
export { nextReplyTime } from './care/next-reply-time.js';
export { resolutionTime } from './care/resolution-time.js';
export { satisfactionProxies } from './basic/satisfaction-proxies.js';
export { responseRate } from './care/response-rate.js';
export { graveCases } from './care/grave-cases.js';
export { waitingCases } from './care/waiting-cases.js';
export { answerEffect } from './funnel/answer-effect.js';
export { avoidableSpills } from './funnel/avoidable-spills.js';
export { caseTimeline, type CaseTimelineOptions } from './funnel/case-timeline.js';
export {
  completeness,
  doubtReasons,
  messageFormats,
  messageLanguages,
  rejectReasons,
} from './basic/completeness.js';
export { benchmarks, type BenchmarkOptions } from './sector/benchmarks.js';
export { productTruth, type ProductTruthOptions } from './sector/product-truth.js';
export {
  productMatcher,
  type ProductMatch,
  type ProductMatcher,
  type ProductMention,
} from './sector/product-match.js';
export { scoreAppMentions } from './sector/score-app-mentions.js';
export {
  HEADLINE_FIGURES,
  headlineFigures,
  type HeadlineFigure,
  type HeadlineName,
} from './sector/headline-figures.js';
export { sectorFigures } from './sector/sector-figures.js';
export {
  joinedPeerSet,
  parsePeerSet,
  peerSetOf,
  PEER_FORMAT,
  type Peer,
  type PeerFigure,
  type PeerSet,
} from './sector/peer-set.js';
export {
  DECOMPOSED_BY,
  scoreDecomposition,
  type DecomposedBy,
  type DecompositionOptions,
} from './change/score-decomposition.js';
export { driverEffort, type Priority } from './priorities/driver-effort.js';
export { valueAtStake, type ValueOptions } from './priorities/value-at-stake.js';
export { contributionShares, contributionsToPromote } from './basic/contribution-shares.js';
export { crisisAround } from './crisis/crisis-around.js';
export { crisisBursts } from './crisis/crisis-bursts.js';
export { crisisSheets, type CrisisSheetOptions } from './crisis/crisis-sheets.js';
export type { ScctCluster } from './crisis/scct.js';
export { crisisTexts } from './crisis/crisis-texts.js';
export { crisisTimeline } from './crisis/crisis-timeline.js';
export { deversoirMatrix } from './funnel/deversoir-matrix.js';
export { correctedShares } from './basic/corrected-shares.js';
export { HEAD_COLUMNS } from './basic/head-columns.js';
export type { LabelOptions, MessageLabel } from './basic/labelled-shares.js';
export {
  drawLabelSample,
  type LabelRow,
  type LabelSample,
  type LabelSampleOptions,
  type LabelStratum,
} from './basic/label-sample.js';
export { channelPaths, storePorosity } from './basic/channel-paths.js';
export { engagement } from './basic/engagement.js';
export { topicProfiles } from './topics/topic-profiles.js';
export { topicTrends, type TopicTrendOptions } from './topics/topic-trends.js';
export { driverShares, driverShift } from './basic/driver-shares.js';
export { funnelCounts, funnelFlows } from './funnel/funnel-counts.js';
export { harmShares } from './basic/harm-shares.js';
export { icebergRatio } from './funnel/iceberg-ratio.js';
export { differenceInterval, type ToldFigure } from './basic/score-interval.js';
export { meanRating } from './basic/mean-rating.js';
export {
  catalogue,
  measure,
  metricsOf,
  type AnyMetricFunction,
  type AnyMetricOptions,
  type CatalogueEntry,
  type MeasureOptions,
  type MetricName,
  type MetricSubject,
} from './measure.js';
export type { MeasureNotices } from './measure-all.js';
export { messageCounts, messageSample } from './basic/message-sample.js';
export { reshareShare } from './basic/reshare-share.js';
export { caseCounts } from './funnel/case-counts.js';
export { messageVolume, volumeByChannel } from './basic/message-volume.js';
export { multiStateFunnel } from './funnel/multi-state-funnel.js';
export { netSentimentByPeriod, netSentimentScore } from './basic/net-sentiment.js';
export { periodChange } from './period-change.js';
export { observationWindows } from './funnel/observation-windows.js';
export { pressArticles } from './basic/press-articles.js';
export { reservoirCheck } from './funnel/reservoir-check.js';
export { reservoirOverTime } from './funnel/reservoir-over-time.js';
export { reservoir } from './funnel/reservoir.js';
export { shareOfVoice } from './basic/share-of-voice.js';
export { spillRate } from './funnel/spill-rate.js';
export { timeToSpill } from './funnel/time-to-spill.js';
export { topicShares } from './basic/topic-shares.js';
export { travellingTexts } from './basic/travelling-texts.js';
export { unidentifiedComplaints } from './funnel/unidentified-complaints.js';
export { verbatims, type VerbatimOptions } from './basic/verbatims.js';
export type { FunnelOptions } from './funnel/funnel-cases.js';
export type { GroupedValue } from './group-by.js';
export type { MetricFunction } from './define-metric.js';
export type {
  ColumnType,
  Measured,
  MetricColumns,
  MetricDefinition,
  MetricFrame,
  RowOf,
} from './make-metric.js';
export type { MetricOptions } from './options.js';
