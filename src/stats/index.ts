// Shares, resampling
export {
  clopperPearsonInterval,
  jeffreysInterval,
  wilsonInterval,
  type StatInterval,
} from './shares/interval.js';
export { quantile } from './shares/quantile.js';
export {
  bootstrap,
  bootstrapRatio,
  type BootstrapOptions,
  type BootstrapResult,
  type RatioKind,
} from './shares/bootstrap.js';
export { notMeasured, type NotMeasured, type NotMeasuredReason } from './measured.js';

export type { Numbers } from './checks.js';

// Time to event
export {
  kaplanMeier,
  type DurationsInput,
  type KaplanMeier,
  type QuantileEstimate,
  type SurvivalPoint,
} from './survival/kaplan-meier.js';
export { logRankTest, type LogRankTest } from './survival/log-rank.js';
export {
  aalenJohansen,
  type AalenJohansen,
  type CompetingRisksInput,
  type IncidencePoint,
} from './survival/aalen-johansen.js';
export { coxRegression, type CoxFit, type CoxInput, type CoxTerm } from './survival/cox.js';
export {
  multiState,
  type MultiState,
  type MultiStateOptions,
  type StateEstimate,
  type StateSpell,
} from './survival/multi-state.js';

export {
  unseenHazard,
  type SeenDoubt,
  type UnseenHazard,
  type UnseenSpell,
} from './survival/unseen-hazard.js';

// Mutual excitation
export {
  branchingRadius,
  totalEffect,
  type HawkesEvents,
  type HawkesParameters,
  type WeeklyProfile,
} from './hawkes/hawkes-model.js';
export {
  hawkesCompensator,
  hawkesGoodnessOfFit,
  hawkesLogLikelihood,
  type HawkesCompensator,
  type TimeRescalingTest,
} from './hawkes/hawkes-likelihood.js';
export type { Span } from './hawkes/kernel-baseline.js';
export {
  fitHawkesKernels,
  KERNEL_HALF_LIVES,
  type FitKernelsOptions,
  type KernelFit,
} from './hawkes/kernel-fit.js';
export type { KnownPair } from './hawkes/kernel-columns.js';
export {
  markedEffect,
  type MarkedEffect,
  type MarkedEffectInput,
  type MarkedEvents,
} from './hawkes/marked-effect.js';
export { lagShape } from './hawkes/lag-shape.js';
export type { CountedType } from './hawkes/hawkes-counts.js';
export {
  simulateHawkes,
  type SimulatedHawkes,
  type SimulateHawkesOptions,
} from './hawkes/hawkes-simulate.js';

// Bursts and alarms
export { kleinbergBursts, type Burst, type BurstOptions, type Bursts } from './alarms/burst.js';
export {
  expectedCount,
  fitCountBaseline,
  type CountBaseline,
  type CountBaselineOptions,
} from './alarms/count-baseline.js';
export { calmPeriods } from './alarms/calm-days.js';
export type { Echo } from './alarms/echo.js';
export type { Periods } from './alarms/slot-means.js';
export { cusum, ewma, type AlarmSeries } from './alarms/control-chart.js';
export { meanPlusSdRule, shortAgainstLongRule, weekOverWeekRule } from './alarms/spike-rules.js';
export {
  calibrateThreshold,
  type AlarmRule,
  type CalibratedThreshold,
  type CalibrateOptions,
} from './alarms/false-alarms.js';

// Events of which only part can be seen
export { chapman } from './quantification/chapman.js';
export { forwardExcess, type ForwardExcess, type KeyedPairs } from './quantification/forward-excess.js';
export { foundShare, type FoundShare, type Witness } from './quantification/found-share.js';
export { readChances, type ReadCase, type ReadChances } from './quantification/read-in-part.js';
export { standardisedCount, type RateStratum, type StandardisedCount } from './shares/standardised-rate.js';
export { imputedShare, shareOverFound, type ImputedShare } from './shares/imputed-share.js';
export {
  readingErrors,
  type FoundUnread,
  type ReadingErrors,
  type ReadSet,
  type ToldTexts,
} from './quantification/reading-errors.js';
export { bandedRates, type BandedRate, type BandedTexts } from './quantification/banded-rates.js';
export { linkabilityOf, type Agreement } from './quantification/linkability.js';
export {
  correctedShares,
  type Corrected,
  type CorrectedAt,
  type KeyedCase,
  type UnseenOptions,
} from './quantification/unseen-events.js';

// Probabilities, and shares corrected for a classifier's errors
export { logisticRegression, type LogisticFit, type LogisticInput, type LogisticTerm } from './logistic.js';
export { brierScore, reliabilityTable, type ReliabilityRow } from './quantification/calibration.js';
export {
  predictionPoweredShare,
  roganGladen,
  type CorrectedShare,
  type PredictionPoweredInput,
  type PredictionPoweredShare,
  type RoganGladenInput,
} from './quantification/corrected-share.js';
export {
  furtherShares,
  type FurtherShares,
  type LabelTable,
  type ToldLabels,
} from './quantification/further-shares.js';
export { stratifiedShare } from './quantification/stratified-share.js';
export {
  allocateSample,
  allocatedVariance,
  stratumLabelsNeeded,
  type SampleStratum,
} from './quantification/sample-allocation.js';
export {
  quantifyShares,
  type LabelledPosteriors,
  type Posteriors,
  type QuantificationMethod,
  type QuantifiedShares,
} from './quantification/quantification.js';
export { mixRate, type MixRate, type MixRatePart, type TwoPeriods } from './shares/mix-rate.js';
export {
  funnelLimits,
  sharePrior,
  shrunkShare,
  type FunnelLimits,
  type GroupCount,
  type ShareLaw,
  type SharePrior,
  type ShrunkShare,
} from './shares/shrinkage.js';
export { mixtureShares, type MixtureInput, type MixtureShares } from './quantification/mixture-shares.js';
