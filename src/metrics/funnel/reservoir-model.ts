import { groupRows, resample } from '../../stats/shares/bootstrap.js';
import { logisticRegression, type LogisticFit } from '../../stats/logistic.js';
import type { NotMeasured } from '../../stats/measured.js';
import type { Adjustment, RiskCase } from './answer-spells.js';

const DAY = 24;
/** A case older than this is dormant: out of the reservoir. */
export const DORMANT_DAYS = 60;
/** More case-days than this are thinned to whole cases, one in m. */
const MOST_CASE_DAYS = 150_000;
const RIDGE = 1;

/** One day of a case that was open at its start: did it spill within it? */
export interface CaseDay {
  readonly oneCase: RiskCase;
  readonly age: number;
  readonly startsAt: number;
  readonly spilled: boolean;
}

/** P(spill in the next 24 h) of a case at an age in days. */
export interface ReservoirModel {
  readonly fit: LogisticFit;
  readonly adjustments: readonly Adjustment[];
  probability(
    oneCase: RiskCase,
    ageDays: number,
  ): { readonly probability: number; readonly low: number; readonly high: number };
}

/** Days of the cases that ended by `at` (hours since 1970): a day cut by the end of the exports is left out unless the spill came. */
export function caseDays(cases: readonly RiskCase[], at: number): CaseDay[] {
  const days: CaseDay[] = [];
  for (const oneCase of cases) {
    for (let age = 0; age < DORMANT_DAYS && age * DAY < oneCase.end; age++) {
      const startsAt = oneCase.opened + age * DAY,
        ends = oneCase.end <= (age + 1) * DAY,
        ended = oneCase.opened + oneCase.end;
      const spilled = ends && oneCase.spilled && ended <= at;
      const seen =
        spilled ||
        (ends && oneCase.resolved && ended <= at) ||
        (startsAt + DAY <= at && (!ends || oneCase.spilled || oneCase.resolved));
      if (seen) days.push({ oneCase, age, startsAt, spilled });
    }
  }
  return days;
}

const answeredBy = ({ answered }: RiskCase, age: number): number =>
  Number(answered !== null && answered <= age * DAY);

const covariatesOf = (
  oneCase: RiskCase,
  age: number,
  adjustments: readonly Adjustment[],
): Record<string, number> => ({
  logAge: Math.log1p(age),
  answered: answeredBy(oneCase, age),
  ...Object.fromEntries(adjustments.map(({ name, of }) => [name, of(oneCase)])),
});

/** Discrete-time logistic model of the spill on case-days, with a ridge; anger, channels and drivers as far as the data hold. */
export function fitReservoir(
  days: readonly CaseDay[],
  adjustments: readonly Adjustment[],
  level: number,
): ReservoirModel | NotMeasured {
  // The columns of `covariatesOf`, without an object a case-day.
  const column = (of: (day: CaseDay) => number): Float64Array => Float64Array.from(days, of);
  const covariates = {
    logAge: column(({ age }) => Math.log1p(age)),
    answered: column(({ oneCase, age }) => answeredBy(oneCase, age)),
    ...Object.fromEntries(adjustments.map(({ name, of }) => [name, column(({ oneCase }) => of(oneCase))])),
  };
  const fit = logisticRegression({
    outcome: days.map(({ spilled }) => spilled),
    covariates,
    ridge: RIDGE,
    level,
  });
  return fit.measured
    ? {
        fit,
        adjustments,
        probability: (oneCase, ageDays) => fit.predict(covariatesOf(oneCase, ageDays, adjustments)),
      }
    : fit;
}

/** Case-days a model is learnt from: all, or those of one case in m. */
export function thinned(days: readonly CaseDay[]): readonly CaseDay[] {
  const every = Math.ceil(days.length / MOST_CASE_DAYS);
  if (every <= 1) return days;
  let index = -1,
    last: RiskCase | undefined;
  return days.filter(({ oneCase }) => {
    if (oneCase !== last) {
      index++;
      last = oneCase;
    }
    return index % every === 0;
  });
}

/** A case in the reservoir at an instant, and its age then. */
export interface OpenCase {
  readonly oneCase: RiskCase;
  readonly ageDays: number;
}

/** Cases opened, not spilled, not resolved and not dormant at `at`, given in hours since 1970. */
export const openCases = (cases: readonly RiskCase[], at: number): OpenCase[] =>
  cases
    .filter(
      ({ opened, end, spilled, resolved }) =>
        opened <= at &&
        (opened + end > at || (opened + end === at && !spilled && !resolved)) &&
        at - opened < DORMANT_DAYS * DAY,
    )
    .map((oneCase) => ({ oneCase, ageDays: (at - oneCase.opened) / DAY }));

/** The model learnt again on resampled cases: what its uncertainty is read from. */
export function resampledModels(
  days: readonly CaseDay[],
  adjustments: readonly Adjustment[],
  options: { readonly seed: number; readonly replicates: number; readonly level: number },
): ReservoirModel[] {
  const models: ReservoirModel[] = [];
  const replicates = Math.max(
    20,
    Math.min(options.replicates, Math.floor(600_000 / Math.max(1, days.length))),
  );
  resample(
    groupRows(days, ({ oneCase }) => oneCase.caseId),
    options.seed,
    replicates,
    (drawn) => {
      const model = fitReservoir(drawn, adjustments, options.level);
      if ('probability' in model) models.push(model);
    },
  );
  return models;
}

/** Spills expected within 24 hours, and the chance of at least one. */
export interface Level {
  readonly level: number;
  readonly atLeastOne: number;
}

/** A model's chances as a function of case, age and answer; what does not change with age is added up once a case. */
function chancesOf({ fit, adjustments }: ReservoirModel): (open: OpenCase) => number {
  const coef = new Map(fit.terms.map((term) => [term.name, term.coef])),
    slope = coef.get('logAge') ?? 0,
    answer = coef.get('answered') ?? 0;
  const fixed = new Map<RiskCase, number>();
  return ({ oneCase, ageDays }) => {
    let base = fixed.get(oneCase);
    if (base === undefined)
      fixed.set(
        oneCase,
        (base = adjustments.reduce(
          (sum, { name, of }) => sum + (coef.get(name) ?? 0) * of(oneCase),
          fit.intercept,
        )),
      );
    const answered = oneCase.answered !== null && oneCase.answered <= ageDays * DAY;
    return 1 / (1 + Math.exp(-(base + slope * Math.log1p(ageDays) + (answered ? answer : 0))));
  };
}

/** Levels of a model at several instants, given by the cases open then. */
export function levelsOf(model: ReservoirModel, instants: readonly (readonly OpenCase[])[]): Level[] {
  const chance = chancesOf(model);
  return instants.map((open) => {
    let level = 0,
      none = 1;
    for (const one of open) {
      const p = chance(one);
      level += p;
      none *= 1 - p;
    }
    return { level, atLeastOne: 1 - none };
  });
}

/**
 * Between which numbers the spills of 24 hours fall with at least this probability: quantiles of a sum of unequal chances
 * (Poisson binomial), exact by convolution. Wang 1993.
 */
export function spillRange(
  model: ReservoirModel,
  open: readonly OpenCase[],
  level: number,
): { low: number; high: number } {
  const chance = chancesOf(model);
  let mass: number[] = [1];
  for (const one of open) {
    const p = chance(one),
      next = [...mass.map((value) => value * (1 - p)), 0];
    mass.forEach((value, k) => {
      next[k + 1] = (next[k + 1] ?? 0) + value * p;
    });
    // tails too thin to move a quantile are not carried along
    while (next.length > 1 && (next[next.length - 1] ?? 0) < 1e-12) next.pop();
    mass = next;
  }
  const reaches = (share: number): number => {
    let sum = 0;
    const k = mass.findIndex((value) => (sum += value) >= share);
    return k < 0 ? mass.length - 1 : k;
  };
  return { low: reaches((1 - level) / 2), high: reaches((1 + level) / 2) };
}
