import type { CorpusTables } from '../../engine/corpus-tables.js';
import { normalQuantile } from '../../stats/special.js';
import type { CoxFit } from '../../stats/survival/cox.js';
import { formatNumber } from '../../util/french.js';
import type { Bilingual } from '../make-metric.js';
import { oncePerCorpus } from '../memo.js';
import { correctedEffect, type CorrectedEffect } from './answer-effect-unseen.js';
import { adjustmentsOf, answerHazard, riskCases, type Adjustment, type RiskCase } from './answer-spells.js';
import { reasonOf, type ResolvedFunnelOptions } from './funnel-cases.js';

/** The ratio that a report tells, with the law that its bounds are quantiles of. */
export interface ToldEffect {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly quantiles: (shares: readonly number[]) => number[];
}

/** Every fit of the effect of a reply, and what is told of it. `n`: complaints that the told one is of. */
export type AnswerEffect = {
  readonly n: number;
  readonly crude?: CoxFit;
  readonly adjusted?: CoxFit;
  readonly corrected?: CorrectedEffect;
} & (
  | { readonly told: ToldEffect; readonly why?: undefined }
  | { readonly told?: undefined; readonly why: Bilingual }
);

const SEPARATED: Bilingual = {
  fr: 'aucun débordement d’un côté de la réponse : le rapport n’a pas de borne',
  en: 'no spill on one side of the reply: the ratio has no bound',
};

/** An interval that excludes neither a tenth of the risk nor ten times it says too little of the effect. */
const SAYS_LITTLE = 10;

/** A covariate without spills on one side has no finite ratio. */
const holds = (fit: ReturnType<typeof answerHazard>): fit is CoxFit =>
  fit.measured &&
  fit.warnings.length === 0 &&
  fit.terms.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));

/** The fit with as many adjustments as hold, the last ones given up first. */
function adjustedOf(cases: readonly RiskCase[], level: number): CoxFit | undefined {
  for (
    let adjustments: Adjustment[] = adjustmentsOf(cases);
    adjustments.length > 0;
    adjustments = adjustments.slice(0, -1)
  ) {
    const fit = answerHazard(cases, adjustments, level);
    if (holds(fit)) return fit;
  }
  return undefined;
}

/** Wald's law of the ratio. */
function waldOf({ coef: [effect = 0], stdErr: [spread = 0], terms }: CoxFit): ToldEffect {
  const { hazardRatio, low, high } = terms[0] as CoxFit['terms'][number];
  return {
    ratio: hazardRatio,
    low,
    high,
    quantiles: (shares) => shares.map((share) => Math.exp(effect + spread * normalQuantile(share))),
  };
}

/** Fitted once per corpus: what is told of the effect and what is projected from it stand on the same law. */
export const effectOf = (corpus: CorpusTables, options: ResolvedFunnelOptions): Promise<AnswerEffect> =>
  oncePerCorpus(corpus, `answer effect ${options.level} ${options.seed}`, async () => {
    const cases = await riskCases(corpus),
      fitted = answerHazard(cases, [], options.level);
    if (!fitted.measured) return { n: cases.length, why: reasonOf(fitted) };
    const crude = holds(fitted) ? fitted : undefined,
      adjusted = crude && adjustedOf(cases, options.level);
    const corrected = await correctedEffect(corpus, cases, options),
      wald = adjusted ?? crude;
    const fits = { ...(crude && { crude }), ...(adjusted && { adjusted }), ...(corrected && { corrected }) };
    if (corrected === undefined)
      return wald === undefined
        ? { n: cases.length, ...fits, why: SEPARATED }
        : { n: cases.length, ...fits, told: waldOf(wald) };
    const { n, events, hazardRatio, low, high, quantiles } = corrected;
    return low < 1 / SAYS_LITTLE && high > SAYS_LITTLE
      ? {
          n,
          ...fits,
          why: {
            fr: `parmi les plaintes qu’on peut rattacher, ${events} débordements disent trop peu : l’intervalle irait de × ${formatNumber(low, 3)} à × ${formatNumber(high, 1)}`,
            en: `among the complaints that can be linked, ${events} spills say too little: the interval would go from × ${low.toFixed(3)} to × ${high.toFixed(1)}`,
          },
        }
      : { n, ...fits, told: { ratio: hazardRatio, low, high, quantiles } };
  });
