import { aalenJohansen } from '../../stats/survival/aalen-johansen.js';
import { groupRows, percentileInterval, resample } from '../../stats/shares/bootstrap.js';
import { formatNumber } from '../../util/french.js';
import type { CoxFit } from '../../stats/survival/cox.js';
import {
  PRIVATE_DENOMINATOR,
  reasonOf,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
} from './funnel-cases.js';
import { adjustmentsOf, answerHazard, riskCases, type Adjustment, type RiskCase } from './answer-spells.js';
import { hazardsOf, HORIZON, incidence, stepTimes } from './reply-policy.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Measured, type RowOf } from '../make-metric.js';

/** Replies within so many hours, for all. */
const POLICIES = [2, 24] as const;
/** Cases of a resample at most. */
const MOST_DRAWN = 1500;

const frame = metricFrame({
  name: 'avoidableSpills',
  label: {
    fr: 'Débordements en moins si tous recevaient une réponse en 24 heures',
    en: 'Fewer spills if all were answered within 24 hours',
  },
  unit: 'cases',
  denominator: PRIVATE_DENOMINATOR,
  method: {
    fr: 'Incidence cumulée standardisée à 30 jours : le modèle de Cox de l’effet de la réponse (réponse variable dans le temps, ajusté) est appliqué à chaque plainte avec une réponse au plus tard à 2 heures ou à 24 heures, et comparé à l’incidence observée (Aalen-Johansen) ; la résolution concurrente suit la fréquence observée parmi les plaintes du même âge qui ont eu une réponse. Différence rapportée au nombre de plaintes, intervalle par rééchantillonnage des plaintes.',
    en: 'Standardised 30-day cumulative incidence: the Cox model of the effect of a reply (answered varies in time, adjusted) is applied to each complaint with a reply after 2 hours or 24 hours at the latest, and compared with the observed incidence (Aalen-Johansen); competing resolution follows the frequency observed among answered complaints of the same age. Difference times the number of complaints, interval by resampling complaints.',
  },
  limits: {
    fr: 'Une borne haute plutôt qu’une promesse : les réponses rapides vont aussi aux plaintes simples, et ce qui les distingue n’est ajusté que par la colère, le canal et le motif. Vaut si, à colère, canal et motif égaux, rien d’autre ne distingue les plaintes qui ont eu tôt une réponse, si l’effet est le même à tout âge et si des réponses plus rapides valent celles d’aujourd’hui. Une plainte qui a eu une réponse plus tôt la garde.',
    en: 'An upper bound rather than a promise: fast replies also go to simple complaints, and what sets those apart is adjusted for by anger, channel and driver alone. Holds if, at equal anger, channel and driver, nothing else sets complaints answered early apart, if the effect is the same at every age and if faster replies are worth those of today. A complaint answered earlier keeps its reply.',
  },
  columns: {
    withinHours: 'number',
    value: 'number?',
    low: 'number?',
    high: 'number?',
    actualShare: 'number?',
    policyShare: 'number?',
    shareLow: 'number?',
    shareHigh: 'number?',
    n: 'number',
  },
});
/** Where there are more cases than a resample draws. */
const DRAWN_FEWER = {
  fr: `${frame.limits?.fr ?? ''} Intervalle par tirages de ${formatNumber(MOST_DRAWN)} plaintes, dont les écarts sont ramenés au nombre de toutes (m parmi n : Bickel, Götze et van Zwet 1997).`,
  en: `${frame.limits?.en ?? ''} Interval by draws of ${MOST_DRAWN} complaints, whose deviations are scaled to the number of all (m out of n: Bickel, Götze & van Zwet 1997).`,
};
type Row = RowOf<typeof frame.columns>;

/** Shares spilled within 30 days: as observed, and under each policy by the model; `undefined` when no open case was followed so long. */
function standardised(
  cases: readonly RiskCase[],
  adjustments: readonly Adjustment[],
  times: Float64Array,
  fit: CoxFit,
): number[] | undefined {
  const observed = aalenJohansen({
    durations: cases.map(({ end }) => end),
    eventTypes: cases.map(({ spilled, resolved }) => (spilled ? 1 : resolved ? 2 : 0)),
    causes: 2,
  }).at(1, HORIZON);
  if (observed === undefined) return undefined;
  const coefs = fit.coef,
    effect = coefs[0] as number;
  const base = (one: RiskCase): number =>
    Math.exp(adjustments.reduce((sum, { of }, k) => sum + (coefs[k + 1] as number) * of(one), 0));
  const hazards = hazardsOf(cases, (one, answered) => base(one) * (answered ? Math.exp(effect) : 1), times);
  // Cases with the same reply time (to six minutes) and the same risk are worked out once.
  const known = new Map<string, number>();
  const of = (answered: number, own: number): number => {
    const key = `${answered.toFixed(1)}/${own}`;
    let found = known.get(key);
    if (found === undefined)
      known.set(key, (found = incidence(hazards, answered, own, own * Math.exp(effect))));
    return found;
  };
  const policies = POLICIES.map(
    (latest) =>
      cases.reduce((sum, one) => sum + of(Math.min(latest, one.answered ?? Infinity), base(one)), 0) /
      cases.length,
  );
  return [observed.incidence, ...policies];
}

const usable = (fit: ReturnType<typeof answerHazard>): fit is CoxFit =>
  fit.measured && fit.warnings.length === 0 && fit.coef.every((value) => Number.isFinite(value));

/** Spills within 30 days that would not have happened had all been answered within 2 h or 24 h, by the model. Value: within 24 h. */
export const avoidableSpills = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const { level, seed, replicates } = resolveFunnelOptions(options);
    const cases = await riskCases(corpus);
    const n = cases.length;
    if (n === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(frame, 0, fr, en);
    }
    const size = Math.min(n, MOST_DRAWN);
    let adjustments = adjustmentsOf(cases, n / size),
      fit = answerHazard(cases, adjustments, level);
    while (adjustments.length > 0 && !usable(fit)) {
      adjustments = adjustments.slice(0, -1);
      fit = answerHazard(cases, adjustments, level);
    }
    if (!fit.measured) {
      const { fr, en } = reasonOf(fit);
      return unmeasured(frame, n, fr, en);
    }
    const sides = new Set(cases.filter(({ spilled }) => spilled).map(({ answered }) => answered === null));
    if (!usable(fit) || sides.size < 2)
      return unmeasured(
        frame,
        n,
        'aucun débordement d’un côté de la réponse : l’effet n’a pas de borne',
        'no spill on one side of the reply: the effect has no bound',
      );
    const times = stepTimes(cases);
    if (times.length === 0)
      return unmeasured(frame, n, 'aucun dossier fini en 30 jours', 'no case ended within 30 days');
    const shares = standardised(cases, adjustments, times, fit);
    if (shares === undefined)
      return unmeasured(
        frame,
        n,
        'aucun dossier encore ouvert n’est suivi pendant 30 jours',
        'no open case was followed for 30 days',
      );
    const drawn: number[][] = [];
    const shrunk = Math.sqrt(size / n);
    const visit = (some: readonly RiskCase[]): void => {
      const refitted = answerHazard(some, adjustments, level);
      const one = usable(refitted) ? standardised(some, adjustments, times, refitted) : undefined;
      if (one !== undefined)
        drawn.push(one.map((value, k) => (shares[k] as number) + shrunk * (value - (shares[k] as number))));
    };
    resample(groupRows(cases, undefined), seed, replicates, visit, size);
    return make(shares, drawn, n, level);
  },
);

function make(
  shares: readonly number[],
  drawn: readonly (readonly number[])[],
  n: number,
  level: number,
): Measured<typeof frame.columns> {
  const avoided = (one: readonly number[], policy: number): number =>
    n * ((one[0] as number) - (one[policy + 1] as number));
  const rows = POLICIES.map((withinHours, policy): Row => {
    const interval =
      drawn.length < 20
        ? undefined
        : percentileInterval(
            drawn.map((one) => avoided(one, policy)),
            level,
          );
    const share =
      drawn.length < 20
        ? undefined
        : percentileInterval(
            drawn.map((one) => one[policy + 1] as number),
            level,
          );
    return {
      withinHours,
      value: avoided(shares, policy),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      actualShare: shares[0] as number,
      policyShare: shares[policy + 1] as number,
      shareLow: share?.low ?? null,
      shareHigh: share?.high ?? null,
      n,
    };
  });
  const day = rows[1] as Row;
  const interval =
    day.low === null || day.high === null
      ? null
      : { low: day.low, high: day.high, level, method: 'bootstrap-by-case' };
  return makeMetric(frame, {
    value: day.value,
    n,
    interval,
    rows,
    ...(n > MOST_DRAWN ? { limits: DRAWN_FEWER } : {}),
  });
}
