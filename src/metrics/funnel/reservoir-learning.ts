import type { CorpusTables } from '../../engine/corpus-tables.js';
import { percentileInterval } from '../../stats/shares/bootstrap.js';
import type { NotMeasured } from '../../stats/measured.js';
import type { Bilingual } from '../make-metric.js';
import { adjustmentsOf, riskCases, type RiskCase } from './answer-spells.js';
import { oncePerCorpus } from '../memo.js';
import { reasonOf, whyNoPrivateCase, type FunnelOptions } from './funnel-cases.js';
import {
  caseDays,
  fitReservoir,
  levelsOf,
  resampledModels,
  thinned,
  type CaseDay,
  type Level,
  type OpenCase,
  type ReservoirModel,
} from './reservoir-model.js';

export const HOUR = 3_600_000;
export const LEAST_SPILLS = 5;
/** Fewer resampled models say nothing of the uncertainty. */
const LEAST_REFITS = 20;

export const RESERVOIR_METHOD: Bilingual = {
  fr: 'Dossiers privés ouverts, ni débordés ni résolus, de moins de 60 jours. Pour chacun, probabilité de déborder dans les 24 heures : régression logistique à temps discret sur les jours-dossiers passés (âge, répondu ou non, colère du premier message, canal et motif si les données suffisent), pénalité ridge. Niveau : somme des probabilités ; intervalle du modèle par rééchantillonnage des dossiers ; nombre de débordements attendu entre deux bornes par la loi Poisson-binomiale.',
  en: 'Open private cases, neither spilled nor resolved, younger than 60 days. For each, the probability to spill within 24 hours: discrete-time logistic regression on past case-days (age, answered or not, anger of the first message, channel and driver where data allow), ridge penalty. Level: sum of the probabilities; interval of the model by resampling cases; range of the number of spills by the Poisson binomial law.',
};
export const OPEN_CASES: Bilingual = { fr: 'dossiers privés ouverts', en: 'open private cases' };

export interface Reservoir {
  readonly cases: readonly RiskCase[];
  readonly at: number;
  readonly days: readonly CaseDay[];
  readonly model: ReservoirModel;
  /** The model learnt again on resampled cases, once for the metrics that show its uncertainty. */
  resampled(options: ResampleOptions): readonly ReservoirModel[];
}

interface ResampleOptions {
  readonly seed: number;
  readonly replicates: number;
  readonly level: number;
}

export const tooFew: Bilingual = {
  fr: `moins de ${LEAST_SPILLS} débordements pour apprendre`,
  en: `fewer than ${LEAST_SPILLS} spills to learn from`,
};
export const isModel = (found: ReservoirModel | NotMeasured): found is ReservoirModel =>
  'probability' in found;
export const spillsOf = (days: readonly CaseDay[]): number => days.filter(({ spilled }) => spilled).length;

type Learnt = Reservoir | { readonly why: Bilingual; readonly n: number };

/** Learns the model from the cases up to the instant asked, once per corpus; or says why it can't. */
export const learn = (corpus: CorpusTables, options: FunnelOptions, level: number): Promise<Learnt> =>
  oncePerCorpus(corpus, `reservoir ${options.at?.getTime()} ${level}`, () =>
    learnModel(corpus, options, level),
  );

async function learnModel(corpus: CorpusTables, options: FunnelOptions, level: number): Promise<Learnt> {
  const cases = await riskCases(corpus);
  if (cases.length === 0) return { why: await whyNoPrivateCase(corpus), n: 0 };
  const at =
    options.at === undefined
      ? cases.reduce((last, { until }) => Math.max(last, until), -Infinity)
      : options.at.getTime() / HOUR;
  const days = thinned(caseDays(cases, at));
  if (spillsOf(days) < LEAST_SPILLS) return { why: tooFew, n: cases.length };
  const model = fitReservoir(days, adjustmentsOf(knownAt(cases, at)), level);
  if (!isModel(model)) return { why: reasonOf(model), n: cases.length };
  const drawn = new Map<string, readonly ReservoirModel[]>();
  return {
    cases,
    at,
    days,
    model,
    resampled(how) {
      const key = `${how.seed} ${how.replicates} ${how.level}`;
      const known = drawn.get(key) ?? resampledModels(days, model.adjustments, how);
      drawn.set(key, known);
      return known;
    },
  };
}

/** Per instant, the level of the model and its bounds over resampled models; without enough of them, no bounds. */
export function bandsOf(
  instants: readonly (readonly OpenCase[])[],
  { model, resampled }: Reservoir,
  options: ResampleOptions,
): { now: Level; low: Level | null; high: Level | null }[] {
  const drawn = resampled(options).map((one) => levelsOf(one, instants));
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

/** Cases as they were known at an instant: what came later is not told. */
export const knownAt = (cases: readonly RiskCase[], at: number): RiskCase[] =>
  cases
    .filter(({ opened }) => opened <= at)
    .map((one) => (one.opened + one.end <= at ? one : { ...one, spilled: false, resolved: false }));
