export { barsOfMessage, type BarOfMessage } from './bars-of-message.js';
export { answeredWithin, firstReplyTime, responseRate } from './care.js';
export { completeness, doubtReasons, formats, languages, rejectReasons } from './completeness.js';
export { contributions, contributionsToPromote } from './contributions.js';
export { drivers, driverShift } from './drivers.js';
export { BASIC_METRICS, measureCorpus } from './measure-corpus.js';
export { harm } from './moderation.js';
export type { MetricOptions } from './options.js';
export { pressArticles } from './press.js';
export { rating } from './ratings.js';
export {
  netScoreInterval,
  shareDifferenceInterval,
  shareRatioInterval,
  type ShareCount,
} from './score-interval.js';
export { netSentimentByPeriod, netSentimentScore } from './sentiment.js';
export { shareOfVoice } from './share-of-voice.js';
export { travellingTexts } from './travelling-texts.js';
export { verbatims } from './verbatims.js';
export { volume, volumeByChannel } from './volume.js';
export { FUNNEL_METRICS, measureFunnel } from './funnel.js';
export { funnelCounts, funnelFlows } from './funnel-counts.js';
export { spillover } from './funnel-spillover.js';
export { timeToSpill } from './funnel-time-to-spill.js';
export { answerEffect } from './funnel-answer-effect.js';
export { caseTimeline, type CaseTimelineOptions } from './case-timeline.js';
export { CRISIS_METRICS, measureCrises } from './crisis.js';
export { alertRules, crisisAlerts, type CrisisAlertOptions } from './crisis-alerts.js';
export { crisisBursts } from './crisis-bursts.js';
export { crisisSheets, type CrisisSheetOptions } from './crisis-sheets.js';
export { crisisTimeline } from './crisis-timeline.js';
export { SCCT_CLUSTERS, suggestScct, type ScctCluster, type ScctSuggestion } from './scct.js';
export { avoidableSpills } from './funnel-avoidable.js';
export type { FunnelOptions } from './funnel-cases.js';
export { deversoirMatrix } from './funnel-deversoir.js';
export { icebergRatio } from './funnel-iceberg.js';
export { multiStateFunnel } from './funnel-multi-state.js';
export { reservoir, reservoirCheck, reservoirOverTime } from './funnel-reservoir.js';
