import { percentileInterval, resampleCounts } from '../../stats/shares/bootstrap.js';
import type { StatInterval } from '../../stats/shares/interval.js';
import { formatNumber } from '../../util/french.js';
import { seededRandom } from '../../util/random.js';
import {
  OF_ALL,
  PRIVATE_DENOMINATOR,
  reasonOf,
  replicatesFor,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
} from './funnel-cases.js';
import { answerHazard, riskCases } from './answer-spells.js';
import type { LabelOptions } from '../basic/labelled-shares.js';
import { foundSpills } from './found-spills.js';
import { labelledSpills, lentTo, limitsWith, NONE_COMPLAINS, type LentByLabels } from './labelled-spills.js';
import { spillsOf } from './spill-cases.js';
import { timeToSpill } from './time-to-spill.js';
import { spared, type Spared } from './reply-policy.js';
import { onSteps, stepTimes } from './stepped-cases.js';
import { effectOf, type ToldEffect } from './told-effect.js';
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

const frame = metricFrame({
  name: 'avoidableSpills',
  label: {
    fr: 'Débordements en moins si tous recevaient une réponse en 24 heures',
    en: 'Fewer spills if all were answered within 24 hours',
  },
  unit: 'cases',
  denominator: PRIVATE_DENOMINATOR,
  method: {
    fr: 'Chaque plainte déborde, se résout ou reçoit une réponse aux rythmes observés à son âge, sur 30 jours ; puis, passé 2 heures ou 24 heures, celles qui attendent encore débordent au risque d’une plainte répondue, tel que le dit l’effet de la réponse, et se résolvent comme avant (effet direct : Robins et Greenland 1992). Même rapport, même loi que l’effet de la réponse, débordements invisibles compris : l’intervalle atteint 0 exactement quand celui du rapport atteint 1. Plaintes suivies tant que les exports publics observent ; différence rapportée à la part des débordements que les rattachements retrouvent (celle du taux de débordement) et au nombre de plaintes. Part observée : celle des plaintes débordées en 30 jours, telle que la dit le délai de débordement ; le modèle dit quelle partie en serait évitée. Intervalle : rapport tiré de sa loi, plaintes rééchantillonnées et part retrouvée tirée avec, et en haut un débordement tardif de plus (Fay et Feuer 1997) : n’en voir aucun n’est pas zéro. Avec 30 dossiers privés étiquetés par l’utilisateur, le nombre de plaintes et le niveau des débordements sont ceux que disent ses étiquettes, comme aux délais du débordement ; l’effet de la réponse reste celui des plaintes telles que lues.',
    en: 'Each complaint spills, is resolved or is answered at the rates observed at its age, over 30 days; then, past 2 hours or 24 hours, those that still wait spill at the risk of an answered complaint, as the effect of a reply tells it, and are resolved as before (direct effect: Robins & Greenland 1992). One ratio and one law with the effect of a reply, unseen spills included: the interval reaches 0 exactly where that of the ratio reaches 1. Complaints are followed while public exports watch; the difference is taken over the share of spills that links find (that of the spill rate) and times the number of complaints. Share observed: that of complaints spilled within 30 days, as the time to spill tells it; the model tells which part of it would be spared. Interval: the ratio is drawn from its law, complaints are resampled and the share found is drawn with them, and above one late spill more (Fay & Feuer 1997): to see none is not zero. With 30 private cases labelled by the user the number of complaints and the level of spills are those that the labels tell, as for the delays of spills; the effect of a reply stays that of complaints as read.',
  },
  limits: {
    fr: 'Une association projetée, pas une promesse : les réponses rapides vont aussi aux plaintes simples, et ce qui les distingue n’est ajusté que par la colère, le canal et le motif. Ce qu’une réponse plus tôt réglerait plus tôt n’est pas compté. Vaut si, à colère, canal et motif égaux, rien d’autre ne distingue les plaintes qui ont eu tôt une réponse, si l’effet est le même à tout âge et si des réponses plus rapides valent celles d’aujourd’hui ; le rythme des réponses est tenu pour le même d’une plainte à l’autre. Une plainte qui a eu une réponse plus tôt la garde.',
    en: 'An association projected, not a promise: fast replies also go to simple complaints, and what sets those apart is adjusted for by anger, channel and driver alone. What an earlier reply would settle earlier is not counted. Holds if, at equal anger, channel and driver, nothing else sets complaints answered early apart, if the effect is the same at every age and if faster replies are worth those of today; replies are taken to come at the same pace for every complaint. A complaint answered earlier keeps its reply.',
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
type Row = RowOf<typeof frame.columns>;

/** A side of the reply on which no spill is seen has no finite ratio: it is taken as a thousandth of the other's. */
const LEAST_COUNTED = 1e-3;

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
    const { told, why, n: of } = await effectOf(corpus, resolved);
    if (!told) return unmeasured(frame, of, why.fr, why.en);
    const counted = answerHazard(cases, [], level);
    if (!counted.measured) {
      const { fr, en } = reasonOf(counted);
      return unmeasured(frame, n, fr, en);
    }
    const asCounted = Math.min(
      1 / LEAST_COUNTED,
      Math.max(LEAST_COUNTED, Math.exp(counted.coef[0] as number)),
    );
    const riskOf = (ratio: number): { ratio: number; asCounted: number } => ({
      ratio,
      asCounted: (asCounted * ratio) / told.ratio,
    });
    const times = stepTimes(cases);
    if (times.length === 0)
      return unmeasured(frame, n, 'aucun dossier fini en 30 jours', 'no case ended within 30 days');
    const stepped = onSteps(cases, times),
      each = new Uint32Array(n).fill(1),
      shares = spared(stepped, each, riskOf(told.ratio), POLICIES);
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
      draws = replicatesFor(n, replicates);
    // the law of the ratio in equal parts, one for each resample
    const ratios = told.quantiles(Array.from({ length: draws }, (_, k) => (k + 0.5) / draws));
    const drawn: Drawn[] = [];
    resampleCounts(n, seed, draws, (counts, at) => {
      const ratio = ratios[at] as number,
        one = spared(stepped, counts, riskOf(ratio), POLICIES);
      if (one === undefined) return;
      drawn.push({
        ...one,
        found: (found?.quantile(uniform()) ?? 1) * (lent.doubt?.(uniform()) ?? 1),
        missed: ratio < 1 ? -Math.log(1 - uniform()) / n : 0,
      });
    });
    const many = watched.length === 0 ? all.length : (all.length * lent.weight) / watched.length;
    const limits = limitsOf({
      unknown: found === undefined || lent.found.floor,
      outside: Math.round(many) - Math.round(lent.weight),
    });
    const { value: within30Days } = await timeToSpill.inAll(corpus, options);
    return make(shares, drawn, lent, {
      told,
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
    told,
    all,
    within30Days,
    level,
    limits,
  }: {
    readonly told: ToldEffect;
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
    const fewer = (one: Spared): number => one.spared[policy] as number;
    const left = (one: Drawn): number => toLevel * times * Math.max(0, one.observed - fewer(one));
    const value = boundsOf(
        (one) => all * toLevel * times * fewer(one),
        (one) => all * toLevel * times * (fewer(one) + one.missed),
      ),
      projected = boundsOf(left, left);
    return {
      withinHours,
      value: (all * toLevel * times * fewer(whole)) / share,
      ...asSigned(value, told),
      actualShare: Math.min(1, toLevel * modelled),
      policyShare: Math.min(1, (toLevel * times * Math.max(0, whole.observed - fewer(whole))) / share),
      shareLow: projected.low === null ? null : Math.min(1, projected.low),
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

/** Fewer spills come of a ratio under 1, more of one above: bounds are on the sides of 0 on which those of the ratio are of 1, to the last draw. */
function asSigned(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  told: ToldEffect,
): { low: number | null; high: number | null } {
  if (low === null || high === null) return { low, high };
  return {
    low: told.high < 1 ? Math.max(0, low) : Math.min(0, low),
    high: told.low > 1 ? Math.min(0, high) : Math.max(0, high),
  };
}

function limitsOf({ unknown, outside }: { readonly unknown: boolean; readonly outside: number }): Bilingual {
  const of = frame.limits as Bilingual;
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
