import { formatNumber } from '../../util/french.js';
import type { CoxFit } from '../../stats/survival/cox.js';
import {
  PRIVATE_DENOMINATOR,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
} from './funnel-cases.js';
import { riskCases, type RiskCase } from './answer-spells.js';
import type { CorrectedEffect } from './answer-effect-unseen.js';
import { effectOf } from './told-effect.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';

const frame = metricFrame({
  name: 'answerEffect',
  label: {
    fr: 'Risque de débordement après une réponse, rapporté au risque sans réponse',
    en: 'Hazard of a spill once answered, against unanswered',
  },
  unit: 'ratio',
  denominator: PRIVATE_DENOMINATOR,
  method: {
    fr: 'Rapport de risques instantanés (modèle de Cox, forme de processus de comptage, ex æquo d’Efron). L’état change au moment de la réponse : l’attente qui précède compte comme sans réponse, ce qui écarte le biais de temps immortel. La résolution et la fin des exports censurent. Ajusté sur la colère du premier message, les canaux et les motifs autant que le nombre de débordements le permet (un facteur pour dix). Une réponse peut aussi régler la plainte sans un mot : tant que le client se tait après elle, la plainte ne compte que pour la probabilité qu’elle soit encore ouverte ; qui récrit et attend l’est. La part réglée en silence est inconnue, sinon que ceux qui récrivent n’en sont pas : loi uniforme jusqu’à ceux qui se taisent toujours (modèle de guérison de Boag 1949, courbe des silences de Kaplan-Meier : Taylor 1995). Avant de lire les exports, le rapport suit une loi log F(2, 2), soit un débordement de chaque côté (Greenland et Mansournia 2015) : il est une fois sur deux entre 1/3 et 3, 95 fois sur cent entre 1/39 et 39 ; avec peu de débordements il en reste proche, l’intervalle est large. Si l’intervalle n’exclut ni un risque divisé par dix ni un risque décuplé, le rapport n’est pas dit. Sous 1 : les plaintes qui ont eu une réponse débordent moins. Les étiquettes de plaintes de l’utilisateur n’y entrent pas : ce que la lecture prend à tort pour une plainte allonge d’autant le temps observé avant et après une réponse et s’annule à peu près dans leur rapport, et quelques dizaines de dossiers étiquetés ne disent pas comment on répond à celles qu’elle manque.',
    en: 'Hazard ratio (Cox model, counting-process form, Efron ties). “Answered” changes at the moment of the reply: the wait before it counts as unanswered, which leaves out immortal-time bias. Resolution and the end of the exports censor. Adjusted for anger of the first message, channels and drivers as far as the number of spills allows (one factor for ten). A reply may also settle the complaint without a word: while the customer is silent after it, the complaint counts only for the probability that it is still open; who writes again and waits is. How many are settled in silence is unknown but that those who write again are not: a uniform law up to those who stay silent (mixture cure model of Boag 1949, Kaplan-Meier curve of silences: Taylor 1995). Before the exports are read the ratio follows a log F(2, 2) law, one spill a side (Greenland & Mansournia 2015): half the time it lies between 1/3 and 3, 95 times in a hundred between 1/39 and 39; with few spills it stays near 1 and its interval is wide. Where the interval excludes neither a tenth of the risk nor ten times it, no ratio is told. Below 1: answered complaints spill less. A user’s labels of complaints are not used: what reading wrongly takes for a complaint lengthens the time watched before and after a reply alike and all but cancels in their ratio, and a few dozen labelled cases do not tell how those that it misses are answered.',
  },
  limits: {
    fr: 'Association, pas une preuve de cause : les plaintes auxquelles on répond vite peuvent différer des autres par ce que les exports ne montrent pas. Le rapport est tenu pour constant dans le temps. Qui récrit après une réponse est supposé représenter les plaintes encore ouvertes. Les rattachements retenus sont tenus pour sûrs.',
    en: 'Association, not proof of cause: complaints answered soon may differ from others in what exports do not show. The ratio is taken as constant over time. Customers who write again after a reply are taken to stand for complaints still open. The links used are taken as sure.',
  },
  columns: {
    model: 'text',
    term: 'text',
    ratio: 'number?',
    low: 'number?',
    high: 'number?',
    p: 'number?',
    n: 'number',
    spilled: 'number',
    answered: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

function rowsOf(model: 'crude' | 'adjusted', fit: CoxFit, cases: readonly RiskCase[]): Row[] {
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

function correctedRow(corrected: CorrectedEffect, cases: readonly RiskCase[]): Row {
  return {
    model: 'corrected',
    term: 'answered',
    ratio: corrected.hazardRatio,
    low: corrected.low,
    high: corrected.high,
    p: null,
    n: corrected.n,
    spilled: corrected.events,
    answered: cases.filter((one) => one.answered !== null).length,
  };
}

function toldOf({ hazardRatio, unseen, eValue }: CorrectedEffect): Bilingual {
  const percent = (share: number): string => String(Math.round(100 * share));
  return {
    fr: `${frame.limits?.fr ?? ''} Un débordement qui ne se voit pas laisserait la plainte à risque et flatterait la réponse : seules les plaintes qui montrent une clé comptent, et la vraisemblance admet les débordements invisibles (de ${percent(unseen.low)} à ${percent(unseen.high)} % de leurs débordements ; l’intervalle en tient compte). E-value : ${formatNumber(eValue, 1)} ; c’est la force qu’il faudrait à un facteur caché pour expliquer seul ce rapport.`,
    en: `${frame.limits?.en ?? ''} A spill that is not seen would leave the complaint at risk and flatter the reply: only complaints that show a key count, and the likelihood allows for unseen spills (${percent(unseen.low)} to ${percent(unseen.high)} % of their spills; the interval allows for that). E-value: ${eValue.toFixed(1)}, the strength a hidden factor would need to explain a ratio of ${hazardRatio.toFixed(2)} alone.`,
  };
}

/**
 * Hazard ratio of having been answered, alone (`crude`) and with what the data let hold equal (`adjusted`), in which what a reply settles
 * without a word counts as its doing. Value: of complaints still open, corrected for spills that can't be seen; failing that adjusted.
 */
export const answerEffect = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level } = resolved,
      cases = await riskCases(corpus);
    if (cases.length === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(frame, 0, fr, en);
    }
    const effect = await effectOf(corpus, resolved),
      { corrected, adjusted, crude, n } = effect;
    const rows = [
      ...(corrected === undefined ? [] : [correctedRow(corrected, cases)]),
      ...(adjusted === undefined ? [] : rowsOf('adjusted', adjusted, cases)),
      ...(crude === undefined ? [] : rowsOf('crude', crude, cases)),
    ];
    if (!effect.told) return unmeasured(frame, n, effect.why.fr, effect.why.en, rows);
    const { ratio, low, high } = effect.told;
    return makeMetric(frame, {
      value: ratio,
      n,
      interval: {
        low,
        high,
        level,
        method: corrected
          ? 'log F(2, 2) prior, observed likelihood, mixed over the unseen share'
          : 'cox-wald',
      },
      rows,
      limits:
        corrected === undefined
          ? {
              fr: `${frame.limits?.fr ?? ''} La part des débordements qu’on ne voit pas n’a pas pu être estimée : le rapport flatte la réponse.`,
              en: `${frame.limits?.en ?? ''} The share of spills that is not seen could not be estimated: the ratio flatters the reply.`,
            }
          : toldOf(corrected),
    });
  },
);
