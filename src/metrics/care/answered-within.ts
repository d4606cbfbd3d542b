import { DeversoirError } from '../../util/errors.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions } from '../options.js';
import {
  byStage,
  CARE_CASES,
  careCases,
  configOf,
  curveOf,
  ofStage,
  withHours,
  type CareOptions,
} from './care-cases.js';

export interface AnsweredWithinOptions extends CareOptions {
  /** Target of the headline figure (SLA attainment), in hours. Default: `replyTargetHours` of the configuration, else 24. */
  readonly replyTargetHours?: number;
}

const HOURS = [0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 120, 168] as const;
const frame = metricFrame({
  name: 'answeredWithin',
  label: {
    fr: 'Part des dossiers ayant reçu une réponse, selon le délai',
    en: 'Share of cases answered within a time',
  },
  unit: 'share',
  denominator: CARE_CASES,
  method: {
    fr: '1 − Kaplan-Meier, intervalle log-log ; sans réponse : censuré à la fin de l’observation de son étape. Chiffre de tête : part qui a eu une réponse dans le délai visé, 24 heures sauf demande contraire.',
    en: '1 − Kaplan-Meier, log-log interval; unanswered: censored where the observation of its stage ends. Headline: share answered within the target, 24 hours unless told otherwise.',
  },
  limits: {
    fr: 'Heures réelles, nuits et jours fermés compris, sauf horaires d’ouverture donnés ; seule une réponse humaine vue par le client compte. Le chiffre de tête ne mêle pas privé et public.',
    en: 'Clock hours, nights and closed days included, unless business hours are given; only a human reply seen by the customer counts. The headline figure never pools private and public.',
  },
  columns: {
    stage: 'text',
    hours: 'number',
    share: 'number',
    low: 'number',
    high: 'number',
    atRisk: 'number',
    n: 'number',
  },
});

/** The curve at t; when all were answered before t, the last point still holds. */
function pointAt(km: ReturnType<typeof curveOf>, t: number): ReturnType<typeof km.at> {
  const last = km.times.length - 1;
  return km.survival[last] === 0 ? km.at(Math.min(t, km.times[last] as number)) : km.at(t);
}

/** Share of cases answered within 15 minutes to 7 days, by stage. Value: within the target, private cases, without any the public ones. */
export const answeredWithin = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: AnsweredWithinOptions) => {
    const { level } = resolveOptions(options);
    const { replyTargetHours = configOf(corpus).replyTargetHours ?? 24 } = options;
    if (!(replyTargetHours > 0))
      throw new DeversoirError('option-invalid', `replyTargetHours ${replyTargetHours}`, {
        hint: 'use a number of hours above 0',
      });
    const stages = byStage(await careCases(corpus, options));
    const [first] = stages;
    if (first === undefined)
      return unmeasured(frame, 0, 'aucun dossier daté n’appelait de réponse', 'no dated case needed a reply');
    const rows = stages.flatMap(([stage, list]) => {
      const km = curveOf(list, level);
      return HOURS.flatMap((hours): RowOf<typeof frame.columns>[] => {
        const point = pointAt(km, hours);
        if (!point) return [];
        const [share, low, high] = [1 - point.survival, 1 - point.high, 1 - point.low];
        return [{ stage, hours, share, low, high, atRisk: point.atRisk, n: list.length }];
      });
    });
    const [stage, cases] = first;
    const told = withHours({ ...frame, denominator: ofStage(stage, CARE_CASES) }, corpus, options);
    const point = pointAt(curveOf(cases, level), replyTargetHours);
    if (!point)
      return unmeasured(
        told,
        cases.length,
        `aucun dossier suivi pendant ${replyTargetHours} heures`,
        `no case was observed for ${replyTargetHours} hours`,
        rows,
      );
    const interval = { low: 1 - point.high, high: 1 - point.low, level, method: 'kaplan-meier-log-log' };
    return makeMetric(told, { value: 1 - point.survival, n: cases.length, interval, rows });
  },
);
