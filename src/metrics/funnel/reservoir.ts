import { resolveFunnelOptions, type FunnelOptions } from './funnel-cases.js';
import { bandsOf, learn, OPEN_CASES, RESERVOIR_METHOD } from './reservoir-learning.js';
import { openCases, spillRange } from './reservoir-model.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';

/** Cases that weigh most, given one by one. */
const TOP = 20;

const frame = metricFrame({
  name: 'reservoir',
  label: {
    fr: 'Niveau du réservoir : débordements attendus dans les 24 heures',
    en: 'Reservoir level: spills expected within 24 hours',
  },
  unit: 'cases',
  denominator: OPEN_CASES,
  method: RESERVOIR_METHOD,
  columns: {
    caseId: 'text',
    driver: 'text?',
    channel: 'text',
    ageDays: 'number',
    answered: 'boolean',
    angry: 'boolean',
    probability: 'number',
    low: 'number',
    high: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;
const percent = (share: number): string => (share * 100).toFixed(1);

/** The reservoir at `at` (default: end of the exports): Σp over open cases, and the cases that weigh most. */
export const reservoir = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const { level, seed, replicates } = resolveFunnelOptions(options);
    const found = await learn(corpus, options, level);
    if ('why' in found) return unmeasured(frame, found.n, found.why.fr, found.why.en);
    const open = openCases(found.cases, found.at);
    const [{ now, low, high }] = bandsOf([open], found, { seed, replicates, level }) as [
      ReturnType<typeof bandsOf>[number],
    ];
    const rows = open
      .map(({ oneCase, ageDays }): Row => {
        const { probability, low: from, high: to } = found.model.probability(oneCase, ageDays);
        const answered = oneCase.answered !== null && oneCase.answered <= ageDays * 24;
        return {
          caseId: oneCase.caseId,
          driver: oneCase.driver,
          channel: oneCase.channel,
          ageDays,
          answered,
          angry: oneCase.angry,
          probability,
          low: from,
          high: to,
        };
      })
      .toSorted((a, b) => b.probability - a.probability || (a.caseId < b.caseId ? -1 : 1))
      .slice(0, TOP);
    const between = (french: boolean): string => {
      if (low === null || high === null) return '';
      const [least, most] = [percent(low.atLeastOne), percent(high.atLeastOne)];
      return french
        ? ` (de ${least.replace('.', ',')} à ${most.replace('.', ',')} %)`
        : ` (${least} to ${most} %)`;
    };
    const spills = spillRange(found.model, open, level);
    return makeMetric(frame, {
      value: now.level,
      n: open.length,
      rows,
      interval: low && high && { low: low.level, high: high.level, level, method: 'bootstrap-by-case' },
      limits: {
        fr: `Probabilité d’au moins un débordement dans les 24 heures : ${percent(now.atLeastOne).replace('.', ',')} %${between(true)}. L’intervalle est celui du niveau attendu ; le nombre qui débordera tombe entre ${spills.low} et ${spills.high} si le modèle est juste. Voir le score de Brier hors apprentissage avant de s’y fier.`,
        en: `Probability of at least one spill within 24 hours: ${percent(now.atLeastOne)} %${between(false)}. The interval is that of the expected level; the number that will spill falls between ${spills.low} and ${spills.high} if the model is right. See the out-of-sample Brier score before trusting it.`,
      },
    });
  },
);
