import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Metric } from '../../model/index.js';
import type { FunnelOptions } from './funnel-cases.js';
import { answerEffect } from './answer-effect.js';
import { funnelCounts, funnelFlows } from './funnel-counts.js';
import { avoidableSpills } from './avoidable-spills.js';
import { deversoirMatrix } from './deversoir-matrix.js';
import { observationWindows } from './observation-windows.js';
import { icebergRatio } from './iceberg-ratio.js';
import { multiStateFunnel } from './multi-state-funnel.js';
import { reservoir, reservoirCheck, reservoirOverTime } from './reservoir.js';
import { spillRate } from './spill-rate.js';
import { unidentifiedComplaints } from './unidentified-complaints.js';
import { timeToSpill } from './time-to-spill.js';
import { measureAll } from '../measure-all.js';

/** The funnel's metrics in the order of the report: how many cases overflow, how fast, after which silence. Each can be called alone. */
export const FUNNEL_METRICS = [
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
] as const;

/** Runs every metric of the funnel on a corpus, one after the other. */
export function measureFunnel(corpus: CorpusTables, options: FunnelOptions = {}): Promise<Metric[]> {
  return measureAll(FUNNEL_METRICS, corpus, options);
}
