export { barsOfMessage, type BarOfMessage } from './bars-of-message.js';
export { answeredWithin, firstReplyTime } from './care/care.js';
export { responseRate } from './care/response-rate.js';
export {
  completeness,
  doubtReasons,
  messageFormats,
  messageLanguages,
  rejectReasons,
} from './basic/completeness.js';
export { contributionShares, contributionsToPromote } from './basic/contribution-shares.js';
export { driverShares, driverShift } from './basic/driver-shares.js';
export { BASIC_METRICS, measureCorpus } from './measure-corpus.js';
export { harmShares } from './basic/harm-shares.js';
export type { MetricOptions } from './options.js';
export { pressArticles } from './basic/press-articles.js';
export { meanRating } from './basic/mean-rating.js';
export {
  netScoreInterval,
  shareDifferenceInterval,
  shareRatioInterval,
  type ShareCount,
} from './basic/score-interval.js';
export { netSentimentByPeriod, netSentimentScore } from './basic/net-sentiment.js';
export { shareOfVoice } from './basic/share-of-voice.js';
export { topicShares } from './basic/topic-shares.js';
export { travellingTexts } from './basic/travelling-texts.js';
export { messageCounts, messageSample } from './basic/message-sample.js';
export { verbatims } from './basic/verbatims.js';
export { messageVolume, volumeByChannel } from './basic/message-volume.js';
export { FUNNEL_METRICS, measureFunnel } from './funnel/funnel-metrics.js';
export { funnelCounts, funnelFlows } from './funnel/funnel-counts.js';
export { spillRate } from './funnel/spill-rate.js';
export { timeToSpill } from './funnel/time-to-spill.js';
export { answerEffect } from './funnel/answer-effect.js';
export { caseTimeline, type CaseTimelineOptions } from './funnel/case-timeline.js';
export { CRISIS_METRICS, measureCrises } from './crisis/crisis-metrics.js';
export { alertRules, crisisAlerts, type CrisisAlertOptions } from './crisis/crisis-alerts.js';
export { crisisBursts } from './crisis/crisis-bursts.js';
export { crisisSheets, type CrisisSheetOptions } from './crisis/crisis-sheets.js';
export { crisisTexts } from './crisis/crisis-texts.js';
export { nameMovement, type MovementTexts } from './crisis/movement-name.js';
export { crisisTimeline } from './crisis/crisis-timeline.js';
export { SCCT_CLUSTERS, suggestScct, type ScctCluster, type ScctSuggestion } from './crisis/scct.js';
export { avoidableSpills } from './funnel/avoidable-spills.js';
export type { FunnelOptions } from './funnel/funnel-cases.js';
export { deversoirMatrix } from './funnel/deversoir-matrix.js';
export { icebergRatio } from './funnel/iceberg-ratio.js';
export { multiStateFunnel } from './funnel/multi-state-funnel.js';
export { reservoir, reservoirCheck, reservoirOverTime } from './funnel/reservoir.js';
export { differenceInterval, periodChange } from './period-change.js';
