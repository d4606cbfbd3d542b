import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Metric } from '../../model/index.js';
import { crisisTexts } from './crisis-texts.js';
import { alertRules, crisisAlerts, type CrisisAlertOptions } from './crisis-alerts.js';
import { crisisBursts } from './crisis-bursts.js';
import { crisisSheets, type CrisisSheetOptions } from './crisis-sheets.js';
import { crisisTimeline } from './crisis-timeline.js';
import { measureAll } from '../measure-all.js';

/** The metrics of bursts, crises and alerts, in the order of the report. Each can be called alone. */
export const CRISIS_METRICS = [
  crisisTimeline,
  crisisSheets,
  crisisTexts,
  crisisBursts,
  alertRules,
  crisisAlerts,
] as const;

/** Runs every metric of crises on a corpus, one after the other. */
export function measureCrises(
  corpus: CorpusTables,
  options: CrisisSheetOptions & CrisisAlertOptions = {},
): Promise<Metric[]> {
  return measureAll(CRISIS_METRICS, corpus, options);
}
