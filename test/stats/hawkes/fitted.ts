import {
  fitHawkes,
  type FitHawkesOptions,
  type HawkesEvents,
  type HawkesFit,
} from '../../../src/stats/index.js';

export function fitted(events: HawkesEvents, options?: FitHawkesOptions): HawkesFit {
  const fit = fitHawkes(events, options);
  if (!fit.measured) throw new Error(fit.because);
  return fit;
}
