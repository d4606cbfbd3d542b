import type { CorpusTables } from '../../engine/corpus-tables.js';
import { percentileInterval } from '../../stats/shares/bootstrap.js';
import { brierScore, reliabilityTable } from '../../stats/quantification/calibration.js';
import type { NotMeasured } from '../../stats/measured.js';
import { reasonOf, resolveFunnelOptions, whyNoPrivateCase, type FunnelOptions } from './funnel-cases.js';
import { adjustmentsOf, riskCases, type RiskCase } from './answer-spells.js';
import {
  caseDays,
  fitReservoir,
  levelsOf,
  openCases,
  resampledModels,
  spillRange,
  thinned,
  type CaseDay,
  type Level,
  type OpenCase,
  type ReservoirModel,
} from './reservoir-model.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type Bilingual, type MetricFrame, type TableRow } from '../make-metric.js';

const HOUR = 3_600_000;
const TOP = 20;
/** A gauge has at most so many days. */
const MOST_DAYS = 184;
const LEAST_SPILLS = 5;
/** Fewer resampled models say nothing of the uncertainty. */
const LEAST_REFITS = 20;

const method: Bilingual = {
  fr: 'Dossiers privés ouverts, ni débordés ni résolus, de moins de 60 jours. Pour chacun, probabilité de déborder dans les 24 heures : régression logistique à temps discret sur les jours-dossiers passés (âge, répondu ou non, colère du premier message, canal et motif si les données suffisent), pénalité ridge. Niveau : somme des probabilités ; intervalle du modèle par rééchantillonnage des dossiers ; nombre de débordements attendu entre deux bornes par la loi Poisson-binomiale.',
  en: 'Open private cases, neither spilled nor resolved, younger than 60 days. For each, the probability to spill within 24 hours: discrete-time logistic regression on past case-days (age, answered or not, anger of the first message, channel and driver where data allow), ridge penalty. Level: sum of the probabilities; interval of the model by resampling cases; range of the number of spills by the Poisson binomial law.',
};
const OPEN: Bilingual = { fr: 'dossiers privés ouverts', en: 'open private cases' };
const frame: MetricFrame = {
  name: 'reservoir',
  label: {
    fr: 'Niveau du réservoir : débordements attendus dans les 24 heures',
    en: 'Reservoir level: spills expected within 24 hours',
  },
  unit: 'cases',
  denominator: OPEN,
  method,
  columns: ['caseId', 'driver', 'channel', 'ageDays', 'answered', 'angry', 'probability', 'low', 'high'],
};
const timeFrame: MetricFrame = {
  name: 'reservoirOverTime',
  label: { fr: 'Niveau du réservoir jour après jour', en: 'Reservoir level day by day' },
  unit: 'cases',
  denominator: OPEN,
  method,
  limits: {
    fr: 'Lu après coup : le modèle est celui des exports entiers, l’état des dossiers est celui du jour. Les bandes sont celles du modèle : des liens manqués entre privé et public n’y sont pas.',
    en: 'Read in hindsight: the model is that of the whole exports, the state of cases that of the day. The bands are those of the model: missed links between private and public are not in them.',
  },
  columns: [
    'date',
    'open',
    'level',
    'low',
    'high',
    'atLeastOne',
    'atLeastOneLow',
    'atLeastOneHigh',
    'spilled',
    'spillsLow',
    'spillsHigh',
  ],
};
const checkFrame: MetricFrame = {
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
  columns: ['group', 'predicted', 'observed', 'low', 'high', 'n', 'brier', 'constantBrier'],
};

interface Reservoir {
  readonly cases: readonly RiskCase[];
  readonly at: number;
  readonly days: readonly CaseDay[];
  readonly model: ReservoirModel;
}

const tooFew: Bilingual = {
  fr: `moins de ${LEAST_SPILLS} débordements pour apprendre`,
  en: `fewer than ${LEAST_SPILLS} spills to learn from`,
};
const isModel = (found: ReservoirModel | NotMeasured): found is ReservoirModel => 'probability' in found;
const spillsOf = (days: readonly CaseDay[]): number => days.filter(({ spilled }) => spilled).length;

/** Learns the model from the cases up to the instant asked; or says why it can't. */
async function learn(
  corpus: CorpusTables,
  options: FunnelOptions,
  level: number,
): Promise<Reservoir | { readonly why: Bilingual; readonly n: number }> {
  const cases = await riskCases(corpus);
  if (cases.length === 0) return { why: await whyNoPrivateCase(corpus), n: 0 };
  const at =
    options.at === undefined
      ? cases.reduce((last, { until }) => Math.max(last, until), -Infinity)
      : options.at.getTime() / HOUR;
  const days = thinned(caseDays(cases, at));
  if (spillsOf(days) < LEAST_SPILLS) return { why: tooFew, n: cases.length };
  const model = fitReservoir(days, adjustmentsOf(knownAt(cases, at)), level);
  return isModel(model) ? { cases, at, days, model } : { why: reasonOf(model), n: cases.length };
}

/** Per instant, the level of the model and its bounds over resampled models; without enough of them, no bounds. */
function bandsOf(
  instants: readonly (readonly OpenCase[])[],
  { days, model }: Reservoir,
  options: { readonly seed: number; readonly replicates: number; readonly level: number },
): { now: Level; low: Level | null; high: Level | null }[] {
  const drawn = resampledModels(days, model.adjustments, options).map((one) => levelsOf(one, instants));
  return levelsOf(model, instants).map((now, place) => {
    const others = drawn.map((levels) => levels[place] as Level);
    if (others.length < LEAST_REFITS || instants[place]?.length === 0) return { now, low: null, high: null };
    const bounds = (pick: (one: Level) => number): { low: number; high: number } => {
      const { low, high } = percentileInterval(others.map(pick), options.level);
      return { low: Math.min(low, pick(now)), high: Math.max(high, pick(now)) };
    };
    const level = bounds((one) => one.level),
      atLeastOne = bounds((one) => one.atLeastOne);
    return {
      now,
      low: { level: level.low, atLeastOne: atLeastOne.low },
      high: { level: level.high, atLeastOne: atLeastOne.high },
    };
  });
}

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
      .map(({ oneCase, ageDays }): TableRow => {
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
      .toSorted(
        (a, b) =>
          Number(b['probability']) - Number(a['probability']) ||
          (String(a['caseId']) < String(b['caseId']) ? -1 : 1),
      )
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

/**
 * The level day by day up to `at`, for a gauge over time, with its band, the range of spills it stands for and the spills that
 * came in the 24 hours after. Value: the last level.
 */
export const reservoirOverTime = defineMetric(
  { frame: timeFrame, of: 'cases', groups: 'rows' },
  async (corpus, options: FunnelOptions) => {
    const { level, seed, replicates } = resolveFunnelOptions(options);
    const found = await learn(corpus, options, level);
    if ('why' in found) return unmeasured(timeFrame, found.n, found.why.fr, found.why.en);
    const first = found.cases.reduce((earliest, { opened }) => Math.min(earliest, opened), Infinity);
    const days = Math.max(0, Math.floor((found.at - first) / 24)),
      step = Math.max(1, Math.ceil(days / MOST_DAYS));
    const instants: number[] = [];
    for (let back = Math.floor(days / step) * step; back >= 0; back -= step)
      instants.push(found.at - back * 24);
    const opens = instants.map((at) => openCases(found.cases, at)),
      bands = bandsOf(opens, found, { seed, replicates, level });
    const rows = instants.map((at, place): TableRow => {
      const open = opens[place] as OpenCase[],
        { now, low, high } = bands[place] as (typeof bands)[number],
        spills = spillRange(found.model, open, level);
      const spilled = open.filter(
        ({ oneCase }) => oneCase.spilled && oneCase.opened + oneCase.end <= at + 24,
      ).length;
      return {
        date: new Date(at * HOUR),
        open: open.length,
        level: now.level,
        low: low?.level ?? null,
        high: high?.level ?? null,
        atLeastOne: now.atLeastOne,
        atLeastOneLow: low?.atLeastOne ?? null,
        atLeastOneHigh: high?.atLeastOne ?? null,
        spilled: at === found.at ? null : spilled,
        spillsLow: spills.low,
        spillsHigh: spills.high,
      };
    });
    const last = rows.at(-1),
      width = bands.at(-1);
    const interval =
      width?.low && width.high
        ? { low: width.low.level, high: width.high.level, level, method: 'bootstrap-by-case' }
        : null;
    return makeMetric(timeFrame, {
      value: Number(last?.['level']),
      n: Number(last?.['open']),
      rows,
      interval,
    });
  },
);

/** Brier score and reliability of the reservoir's probabilities on the last 30 % of time, unseen when learning. */
export const reservoirCheck = defineMetric(
  { frame: checkFrame, of: 'cases' },
  async (corpus, options: FunnelOptions) => {
    const { level } = resolveFunnelOptions(options);
    const cases = await riskCases(corpus);
    if (cases.length === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(checkFrame, 0, fr, en);
    }
    const at =
      options.at === undefined
        ? cases.reduce((last, { until }) => Math.max(last, until), -Infinity)
        : options.at.getTime() / HOUR;
    const first = cases.reduce((earliest, { opened }) => Math.min(earliest, opened), Infinity),
      split = first + 0.7 * (at - first);
    const learnt = thinned(
        caseDays(
          cases.filter(({ opened }) => opened <= split),
          split,
        ),
      ),
      held = caseDays(cases, at).filter(({ startsAt }) => startsAt >= split);
    if (spillsOf(learnt) < LEAST_SPILLS) return unmeasured(checkFrame, held.length, tooFew.fr, tooFew.en);
    if (held.length === 0)
      return unmeasured(
        checkFrame,
        0,
        'aucun jour-dossier après les premiers 70 % du temps',
        'no case-day after the first 70 % of time',
      );
    const model = fitReservoir(learnt, adjustmentsOf(knownAt(cases, split)), level);
    if (!isModel(model)) return unmeasured(checkFrame, held.length, reasonOf(model).fr, reasonOf(model).en);
    const said = held.map(({ oneCase, age }) => model.probability(oneCase, age).probability),
      happened = held.map(({ spilled }) => spilled);
    const rate = spillsOf(learnt) / learnt.length,
      brier = brierScore(said, happened),
      constantBrier = brierScore(
        said.map(() => rate),
        happened,
      );
    const rows = reliabilityTable(said, happened).map(
      ({ n, predicted, observed, interval }, group): TableRow => ({
        group: group + 1,
        predicted,
        observed,
        low: interval.low,
        high: interval.high,
        n,
        brier,
        constantBrier,
      }),
    );
    return makeMetric(checkFrame, { value: brier, n: held.length, rows });
  },
);

/** Cases as they were known at an instant: what came later is not told. */
const knownAt = (cases: readonly RiskCase[], at: number): RiskCase[] =>
  cases
    .filter(({ opened }) => opened <= at)
    .map((one) => (one.opened + one.end <= at ? one : { ...one, spilled: false, resolved: false }));
