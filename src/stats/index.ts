// Shares, resampling
export { clopperPearsonInterval, jeffreysInterval, wilsonInterval, type StatInterval } from './interval.js';
export { quantile } from './quantile.js';
export { bootstrap, type BootstrapOptions, type BootstrapResult } from './bootstrap.js';
export { notMeasured, type NotMeasured, type NotMeasuredReason } from './measured.js';

// Time to event
export {
  kaplanMeier,
  type DurationsInput,
  type KaplanMeier,
  type QuantileEstimate,
  type SurvivalPoint,
} from './kaplan-meier.js';
export { logRankTest, type LogRankTest } from './log-rank.js';
export {
  aalenJohansen,
  type AalenJohansen,
  type CompetingRisksInput,
  type IncidencePoint,
} from './aalen-johansen.js';
export { coxRegression, type CoxFit, type CoxInput, type CoxTerm } from './cox.js';
export {
  multiState,
  type MultiState,
  type MultiStateOptions,
  type StateEstimate,
  type StateSpell,
} from './multi-state.js';

// Mutual excitation
export {
  branchingRadius,
  totalEffect,
  type HawkesEvents,
  type HawkesParameters,
  type WeeklyProfile,
} from './hawkes-model.js';
export {
  hawkesCompensator,
  hawkesGoodnessOfFit,
  hawkesLogLikelihood,
  type HawkesCompensator,
  type TimeRescalingTest,
} from './hawkes-likelihood.js';
export { fitHawkes, type FitHawkesOptions, type HawkesFit } from './hawkes-fit.js';
export { fitHawkesWithCounts, type CountedType } from './hawkes-counts.js';
export type { HawkesIntervals } from './hawkes-intervals.js';
export { simulateHawkes, type SimulatedHawkes, type SimulateHawkesOptions } from './hawkes-simulate.js';

// Bursts and alarms
export { kleinbergBursts, type Burst, type BurstOptions, type Bursts } from './burst.js';
export {
  byPartsOfHour,
  expectedCount,
  fitCountBaseline,
  type CountBaseline,
  type CountBaselineOptions,
  type Echo,
} from './count-baseline.js';
export { cusum, ewma, type AlarmSeries } from './control-chart.js';
export { meanPlusSdRule, shortAgainstLongRule, weekOverWeekRule } from './spike-rules.js';
export {
  calibrateThreshold,
  type AlarmRule,
  type CalibratedThreshold,
  type CalibrateOptions,
} from './false-alarms.js';

// Probabilities, and shares corrected for a classifier's errors
export { logisticRegression, type LogisticFit, type LogisticInput, type LogisticTerm } from './logistic.js';
export {
  brierScore,
  expectedCalibrationError,
  reliabilityTable,
  type ReliabilityRow,
} from './calibration.js';
export {
  predictionPoweredShare,
  quantifyShares,
  roganGladen,
  type CorrectedShare,
  type LabelledPosteriors,
  type Posteriors,
  type PredictionPoweredInput,
  type QuantificationMethod,
  type QuantifiedShares,
  type RoganGladenInput,
} from './quantification.js';
