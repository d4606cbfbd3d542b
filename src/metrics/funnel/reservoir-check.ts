import { brierScore, reliabilityTable } from '../../stats/quantification/calibration.js';
import { adjustmentsOf, riskCases } from './answer-spells.js';
import { reasonOf, resolveFunnelOptions, whyNoPrivateCase, type FunnelOptions } from './funnel-cases.js';
import {
  HOUR,
  isModel,
  knownAt,
  LEAST_SPILLS,
  spilledDays,
  tooFew,
  watchedCases,
} from './reservoir-learning.js';
import { caseDays, fitReservoir, learntDays } from './reservoir-model.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';

const frame = metricFrame({
  name: 'reservoirCheck',
  label: {
    fr: 'Fiabilité du réservoir : score de Brier hors apprentissage',
    en: 'Reservoir check: Brier score out of sample',
  },
  unit: 'score',
  denominator: { fr: 'jours-dossiers hors apprentissage', en: 'held-out case-days' },
  method: {
    fr: 'Modèle appris sur les premiers 70 % du temps, jugé sur le reste : écart quadratique moyen entre probabilité annoncée et débordement (0 : parfait), à comparer à celui d’un taux constant. Table : par groupes de probabilité, annoncé et observé, intervalle de Wilson.',
    en: 'Model learnt on the first 70 % of time, judged on the rest: mean squared gap between the probability said and the spill (0: perfect), to compare with that of a constant rate. Table: by groups of probability, said and observed, Wilson interval.',
  },
  columns: {
    group: 'number',
    predicted: 'number',
    observed: 'number',
    low: 'number',
    high: 'number',
    n: 'number',
    brier: 'number',
    constantBrier: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

/** Brier score and reliability of the reservoir's probabilities on the last 30 % of time, unseen when learning. */
export const reservoirCheck = defineMetric(
  { frame, of: 'cases', instead: 'reservoir' },
  async (corpus, options: FunnelOptions) => {
    const { level } = resolveFunnelOptions(options);
    const all = await riskCases(corpus),
      cases = await watchedCases(corpus, all);
    if (all.length === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(frame, 0, fr, en);
    }
    const at =
      options.at === undefined
        ? cases.reduce((last, { until }) => Math.max(last, until), -Infinity)
        : options.at.getTime() / HOUR;
    const first = cases.reduce((earliest, { opened }) => Math.min(earliest, opened), Infinity),
      split = first + 0.7 * (at - first);
    const learnt = learntDays(
        cases.filter(({ opened }) => opened <= split),
        split,
      ),
      held = caseDays(cases, at, split);
    if (spilledDays(learnt) < LEAST_SPILLS) return unmeasured(frame, held.length, tooFew.fr, tooFew.en);
    if (held.length === 0)
      return unmeasured(
        frame,
        0,
        'aucun jour-dossier après les premiers 70 % du temps',
        'no case-day after the first 70 % of time',
      );
    const model = fitReservoir(learnt, adjustmentsOf(knownAt(cases, split)), level);
    if (!isModel(model)) return unmeasured(frame, held.length, reasonOf(model).fr, reasonOf(model).en);
    const said = held.map(({ oneCase, age }) => model.probability(oneCase, age).probability),
      happened = held.map(({ spilled }) => spilled);
    const rate = spilledDays(learnt) / learnt.length,
      brier = brierScore(said, happened),
      constantBrier = brierScore(
        said.map(() => rate),
        happened,
      );
    const rows = reliabilityTable(said, happened).map(({ n, predicted, observed, interval }, group): Row => ({
      group: group + 1,
      predicted,
      observed,
      low: interval.low,
      high: interval.high,
      n,
      brier,
      constantBrier,
    }));
    return makeMetric(frame, { value: brier, n: held.length, rows });
  },
);
