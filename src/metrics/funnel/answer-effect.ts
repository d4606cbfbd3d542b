import type { CoxFit } from '../../stats/survival/cox.js';
import {
  PRIVATE_DENOMINATOR,
  reasonOf,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
} from './funnel-cases.js';
import { adjustmentsOf, answerHazard, riskCases, type Adjustment, type RiskCase } from './answer-spells.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';

const frame: MetricFrame = {
  name: 'answerEffect',
  label: {
    fr: 'Risque de débordement après une réponse, rapporté au risque sans réponse',
    en: 'Hazard of a spill once answered, against unanswered',
  },
  unit: 'ratio',
  denominator: PRIVATE_DENOMINATOR,
  method: {
    fr: 'Rapport de risques instantanés (modèle de Cox, forme de processus de comptage, ex æquo d’Efron). L’état change au moment de la réponse : l’attente qui précède compte comme sans réponse, ce qui écarte le biais de temps immortel. La résolution et la fin des exports censurent. Ajusté sur la colère du premier message, les canaux et les motifs autant que le nombre de débordements le permet (un facteur pour dix). Sous 1 : les dossiers qui ont eu une réponse débordent moins.',
    en: 'Hazard ratio (Cox model, counting-process form, Efron ties). “Answered” changes at the moment of the reply: the wait before it counts as unanswered, which leaves out immortal-time bias. Resolution and the end of the exports censor. Adjusted for anger of the first message, channels and drivers as far as the number of spills allows (one factor for ten). Below 1: answered cases spill less.',
  },
  limits: {
    fr: 'Association, pas une preuve de cause : les dossiers auxquels on répond vite peuvent différer des autres par ce que les exports ne montrent pas. Le rapport est tenu pour constant dans le temps. Les rattachements retenus sont tenus pour sûrs.',
    en: 'Association, not proof of cause: cases answered soon may differ from others in what exports do not show. The ratio is taken as constant over time. The links used are taken as sure.',
  },
  columns: ['model', 'term', 'ratio', 'low', 'high', 'p', 'n', 'spilled', 'answered'],
};

const SEPARATED = {
  fr: 'aucun débordement d’un côté de la réponse : le rapport n’a pas de borne',
  en: 'no spill on one side of the reply: the ratio has no bound',
};

function rowsOf(model: 'crude' | 'adjusted', fit: CoxFit, cases: readonly RiskCase[]): TableRow[] {
  const answered = cases.filter((one) => one.answered !== null).length;
  return fit.terms.map(({ name, hazardRatio, low, high, p }) => ({
    model,
    term: name,
    ratio: hazardRatio,
    low,
    high,
    p,
    n: cases.length,
    spilled: fit.events,
    answered,
  }));
}

/** A covariate without spills on one side has no finite ratio. */
const holds = (fit: ReturnType<typeof answerHazard>): fit is CoxFit =>
  fit.measured &&
  fit.warnings.length === 0 &&
  fit.terms.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));

/** Hazard ratio of having been answered, alone (`crude`) and with what the data let hold equal (`adjusted`). Value: adjusted. */
export const answerEffect = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const { level } = resolveFunnelOptions(options);
    const cases = await riskCases(corpus);
    if (cases.length === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(frame, 0, fr, en);
    }
    const crude = answerHazard(cases, [], level);
    const [before, after] = [
      cases.some((one) => one.spilled && one.answered === null),
      cases.some((one) => one.spilled && one.answered !== null),
    ];
    if (crude.measured && !(before && after))
      return unmeasured(frame, cases.length, SEPARATED.fr, SEPARATED.en);
    if (!crude.measured) {
      const { fr, en } = reasonOf(crude);
      return unmeasured(frame, cases.length, fr, en);
    }
    if (!holds(crude)) return unmeasured(frame, cases.length, SEPARATED.fr, SEPARATED.en);
    const adjusted = adjustedOf(cases, level) ?? crude;
    const rows = [
      ...(adjusted === crude ? [] : rowsOf('adjusted', adjusted, cases)),
      ...rowsOf('crude', crude, cases),
    ];
    const { hazardRatio, low, high } = adjusted.terms[0] as CoxFit['terms'][number];
    return makeMetric(frame, {
      value: hazardRatio,
      n: cases.length,
      interval: { low, high, level, method: 'cox-wald' },
      rows,
    });
  },
);

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
