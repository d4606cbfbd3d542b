import { groupRows, percentileInterval, resample } from '../../stats/shares/bootstrap.js';
import type { StatInterval } from '../../stats/shares/interval.js';
import { formatNumber } from '../../util/french.js';
import { seededRandom } from '../../util/random.js';
import type { CoxFit } from '../../stats/survival/cox.js';
import {
  OF_ALL,
  PRIVATE_DENOMINATOR,
  reasonOf,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
} from './funnel-cases.js';
import { adjustmentsOf, answerHazard, heldEqual, riskCases, type Held } from './answer-spells.js';
import type { LabelOptions } from '../basic/labelled-shares.js';
import { foundSpills } from './found-spills.js';
import { labelledSpills, lentTo, limitsWith, NONE_COMPLAINS, type LentByLabels } from './labelled-spills.js';
import { spillsOf } from './spill-cases.js';
import { timeToSpill } from './time-to-spill.js';
import { onSteps, standardised, stepTimes, type Spared, type SteppedCase } from './reply-policy.js';
import { watchedCases } from './reservoir-learning.js';
import { defineMetric } from '../define-metric.js';
import {
  makeMetric,
  metricFrame,
  unmeasured,
  type Bilingual,
  type Measured,
  type RowOf,
} from '../make-metric.js';

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
    fr: 'Formule g paramétrique à 30 jours (Robins 1986) : chaque plainte déborde, se résout ou reçoit une réponse aux rythmes observés à son âge, le débordement selon le modèle de Cox de l’effet de la réponse (variable dans le temps, ajusté) ; puis de même, avec une réponse au plus tard à 2 heures ou à 24 heures. La différence des deux cours vient donc des seules plaintes qui attendent encore passé ce délai. Plaintes suivies tant que les exports publics observent ; différence rapportée à la part des débordements que les rattachements retrouvent (celle du taux de débordement) et au nombre de plaintes. Part observée : celle des plaintes débordées en 30 jours, telle que la dit le délai de débordement ; le modèle dit quelle partie en serait évitée. Intervalle : plaintes rééchantillonnées, part retrouvée tirée avec, et en haut un débordement tardif de plus (Fay et Feuer 1997) : n’en voir aucun n’est pas zéro. Avec 30 dossiers privés étiquetés par l’utilisateur, le nombre de plaintes et le niveau des débordements sont ceux que disent ses étiquettes, comme aux délais du débordement ; l’effet de la réponse reste celui des plaintes telles que lues.',
    en: 'Parametric g-formula over 30 days (Robins 1986): each complaint spills, is resolved or is answered at the rates observed at its age, the spill by the Cox model of the effect of a reply (answered varies in time, adjusted); then the same with a reply after 2 hours or 24 hours at the latest. The difference of both courses comes from complaints that still wait past that time alone. Complaints are followed while public exports watch; the difference is taken over the share of spills that links find (that of the spill rate) and times the number of complaints. Share observed: that of complaints spilled within 30 days, as the time to spill tells it; the model tells which part of it would be spared. Interval: complaints resampled, the share found drawn with them, and above one late spill more (Fay & Feuer 1997): to see none is not zero. With 30 private cases labelled by the user the number of complaints and the level of spills are those that the labels tell, as for the delays of spills; the effect of a reply stays that of complaints as read.',
  },
  limits: {
    fr: 'Une borne haute plutôt qu’une promesse : les réponses rapides vont aussi aux plaintes simples, et ce qui les distingue n’est ajusté que par la colère, le canal et le motif. Vaut si, à colère, canal et motif égaux, rien d’autre ne distingue les plaintes qui ont eu tôt une réponse, si l’effet est le même à tout âge et si des réponses plus rapides valent celles d’aujourd’hui ; le rythme des réponses est tenu pour le même d’une plainte à l’autre. Une plainte qui a eu une réponse plus tôt la garde.',
    en: 'An upper bound rather than a promise: fast replies also go to simple complaints, and what sets those apart is adjusted for by anger, channel and driver alone. Holds if, at equal anger, channel and driver, nothing else sets complaints answered early apart, if the effect is the same at every age and if faster replies are worth those of today; replies are taken to come at the same pace for every complaint. A complaint answered earlier keeps its reply.',
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

const usable = (fit: ReturnType<typeof answerHazard>): fit is CoxFit =>
  fit.measured && fit.warnings.length === 0 && fit.coef.every((value) => Number.isFinite(value));

/** Spills within 30 days that would not have happened had all been answered within 2 h or 24 h, by the model. Value: within 24 h. */
export const avoidableSpills = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions & LabelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level, seed, replicates } = resolved;
    const all = await riskCases(corpus),
      cases = await watchedCases(corpus, all);
    if (all.length === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(frame, 0, fr, en);
    }
    const n = cases.length;
    if (n === 0)
      return unmeasured(
        frame,
        0,
        'aucune plainte privée ne s’ouvre sur la période des exports publics',
        'no private complaint opens over the days of the public exports',
      );
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
    const held = heldEqual(onSteps(cases, times), adjustments);
    const shares = standardised(held.cases, times, fit, POLICIES);
    if (shares === undefined)
      return unmeasured(
        frame,
        n,
        'aucun dossier encore ouvert n’est suivi pendant 30 jours',
        'no open case was followed for 30 days',
      );
    const { cases: watched } = await spillsOf(corpus);
    const labelled =
      watched.length === 0 ? undefined : await labelledSpills(corpus, options.labels ?? [], resolved);
    const lent = lentTo({ key: OF_ALL, rows: watched }, await foundSpills(corpus, resolved), labelled);
    if (lent === undefined) return unmeasured(frame, n, NONE_COMPLAINS.fr, NONE_COMPLAINS.en);
    const { found } = lent.found;
    const uniform = seededRandom(seed),
      shrunk = Math.sqrt(size / n);
    const drawn: Drawn[] = [];
    const visit = (some: readonly Held<SteppedCase>[]): void => {
      const refitted = answerHazard(some, held.adjustments, level);
      const one = usable(refitted) ? standardised(some, times, refitted, POLICIES) : undefined;
      if (one === undefined) return;
      const scaled = (value: number, whole: number): number => whole + shrunk * (value - whole);
      drawn.push({
        observed: scaled(one.observed, shares.observed),
        spared: one.spared.map((value, k) => scaled(value, shares.spared[k] as number)),
        found: (found?.quantile(uniform()) ?? 1) * (lent.doubt?.(uniform()) ?? 1),
        missed: -Math.log(1 - uniform()) / n,
      });
    };
    resample(groupRows(held.cases, undefined), seed, replicates, visit, size);
    const many = watched.length === 0 ? all.length : (all.length * lent.weight) / watched.length;
    const limits = limitsOf(n, {
      unknown: found === undefined || lent.found.floor,
      outside: Math.round(many) - Math.round(lent.weight),
    });
    const { value: within30Days } = await timeToSpill.inAll(corpus, options);
    return make(shares, drawn, lent, {
      all: many,
      within30Days,
      level,
      limits: limitsWith(limits, options.labels, labelled).limits ?? limits,
    });
  },
);

interface Drawn extends Spared {
  readonly found: number;
  /** What the rarest of late spills may have left out of n complaints: one more, drawn (Fay & Feuer 1997). Resampling none gives none. */
  readonly missed: number;
}

function make(
  whole: Spared,
  drawn: readonly Drawn[],
  { found: { found, floor }, times }: LentByLabels,
  {
    all,
    within30Days,
    level,
    limits,
  }: {
    readonly all: number;
    readonly within30Days: number | null;
    readonly level: number;
    readonly limits: Bilingual;
  },
): Measured<typeof frame.columns> {
  // known too badly to correct: what is seen, up to what the corrected draws reach
  const share = floor ? 1 : (found?.share ?? 1);
  const modelled = (times * whole.observed) / share;
  // one level for the whole report: the model tells the part of it that is spared
  const toLevel = within30Days !== null && modelled > 0 ? within30Days / modelled : 1;
  const boundsOf = (
    lowest: (one: Drawn) => number,
    highest: (one: Drawn) => number,
  ): { low: number | null; high: number | null } => {
    if (drawn.length < 20) return { low: null, high: null };
    const [least, corrected, most] = [
      lowest,
      (one: Drawn) => lowest(one) / one.found,
      (one: Drawn) => highest(one) / one.found,
    ].map((of) => percentileInterval(drawn.map(of), level)) as [StatInterval, StatInterval, StatInterval];
    return { low: floor ? Math.min(least.low, corrected.low) : corrected.low, high: most.high };
  };
  const rows = POLICIES.map((withinHours, policy): Row => {
    const spared = (one: Spared): number => one.spared[policy] as number;
    const left = (one: Drawn): number => toLevel * times * Math.max(0, one.observed - spared(one));
    const value = boundsOf(
        (one) => all * toLevel * times * spared(one),
        (one) => all * toLevel * times * (spared(one) + one.missed),
      ),
      projected = boundsOf(left, left);
    return {
      withinHours,
      value: (all * toLevel * times * spared(whole)) / share,
      low: value.low,
      high: value.high,
      actualShare: Math.min(1, toLevel * modelled),
      policyShare: Math.min(1, (toLevel * times * Math.max(0, whole.observed - spared(whole))) / share),
      shareLow: projected.low,
      shareHigh: projected.high === null ? null : Math.min(1, projected.high),
      n: Math.round(all),
    };
  });
  const day = rows[1] as Row;
  const interval =
    day.low === null || day.high === null
      ? null
      : { low: day.low, high: day.high, level, method: 'bootstrap-by-case' };
  return makeMetric(frame, { value: day.value, n: Math.round(all), interval, rows, limits });
}

function limitsOf(
  n: number,
  { unknown, outside }: { readonly unknown: boolean; readonly outside: number },
): Bilingual {
  const of = n > MOST_DRAWN ? DRAWN_FEWER : (frame.limits as Bilingual);
  const [fr, en] =
    outside > 0
      ? [
          `${of.fr} Compte aussi ${outside === 1 ? 'la plainte ouverte' : `les ${formatNumber(outside)} plaintes ouvertes`} quand aucun export public n’observe, que le taux de débordement laisse de côté.`,
          `${of.en} Counts the ${outside === 1 ? 'complaint' : `${outside} complaints`} opened when no public export watches too, which the spill rate leaves out.`,
        ]
      : [of.fr, of.en];
  if (!unknown) return { fr, en };
  return {
    fr: `${fr} La part des débordements qu’on ne voit pas est trop mal connue : la valeur est celle des débordements vus.`,
    en: `${en} The share of spills that is not seen is known too badly: the value is that of spills seen.`,
  };
}
