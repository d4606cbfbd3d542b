export { wilsonInterval, clopperPearsonInterval, jeffreysInterval, type StatInterval } from './interval.js';
export { notMeasured, type NotMeasured, type NotMeasuredReason } from './measured.js';
export { quantile } from './quantile.js';
export { bootstrap, type BootstrapOptions, type BootstrapResult } from './bootstrap.js';
export { kaplanMeier, type DurationsInput, type KaplanMeier, type QuantileEstimate, type SurvivalPoint } from './kaplan-meier.js';
export { logRankTest, type LogRankTest } from './log-rank.js';
export { aalenJohansen, type AalenJohansen, type CompetingRisksInput, type IncidencePoint } from './aalen-johansen.js';
export { coxRegression, type CoxFit, type CoxInput, type CoxTerm } from './cox.js';
