import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { alertRules, crisisAlerts, type CrisisAlertOptions } from './crisis-alerts.js';
import { crisisBursts } from './crisis-bursts.js';
import { crisisSheets, type CrisisSheetOptions } from './crisis-sheets.js';
import { crisisTimeline } from './crisis-timeline.js';

/** The metrics of bursts, crises and alerts, in the order of the report. Each can be called alone. */
export const CRISIS_METRICS = [crisisTimeline, crisisSheets, crisisBursts, alertRules, crisisAlerts] as const;

/** Runs every metric of crises on a corpus, one after the other. */
export async function measureCrises(corpus: CorpusTables, options: CrisisSheetOptions & CrisisAlertOptions = {}): Promise<Metric[]> {
  const metrics: Metric[] = [];
  for (const metric of CRISIS_METRICS) metrics.push(await metric(corpus, options));
  return metrics;
}
