import { finishMetric } from '../../src/metrics/define-metric.js';
import * as made from '../../src/metrics/make-metric.js';
import type { Metric } from '../../src/model/index.js';
import { PLAIN } from './fake-corpus.js';

/** A whole metric from a frame and a result written by hand. */
export const makeMetric = (...input: Parameters<typeof made.makeMetric>): Promise<Metric> =>
  finishMetric(made.makeMetric(...input), PLAIN);

/** A whole metric that was not measured. */
export const unmeasured = (...input: Parameters<typeof made.unmeasured>): Promise<Metric> =>
  finishMetric(made.unmeasured(...input), PLAIN);
