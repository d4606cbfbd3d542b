import { logisticRegression } from '../../stats/logistic.js';
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
  readonly spilled: boolean;
}

interface Chance {
  readonly probability: number;
  readonly low: number;
  readonly high: number;
}

/** P(spill in the next 24 h) of a case at an age in days, of those that links find. */
export interface ReservoirModel {
  probability(oneCase: RiskCase, ageDays: number): Chance;
}

/** Visits the days of a case that ended by `at` (hours since 1970): a day cut by the end of the exports is left out unless the spill came. */
function eachDay(
  oneCase: RiskCase,
  at: number,
  visit: (age: number, startsAt: number, spilled: boolean) => void,
): void {
  for (let age = 0; age < DORMANT_DAYS && age * DAY < oneCase.end; age++) {
    const startsAt = oneCase.opened + age * DAY,
      ends = oneCase.end <= (age + 1) * DAY,
      ended = oneCase.opened + oneCase.end;
    const spilled = ends && oneCase.spilled && ended <= at;
    const seen =
      spilled ||
      (ends && oneCase.resolved && ended <= at) ||
      (startsAt + DAY <= at && (!ends || oneCase.spilled || oneCase.resolved));
    if (seen) visit(age, startsAt, spilled);
  }
}

/** Days of the cases that ended by `at` and began at `from` or later, in hours since 1970. */
export function caseDays(cases: readonly RiskCase[], at: number, from = -Infinity): CaseDay[] {
  const days: CaseDay[] = [];
  for (const oneCase of cases)
    eachDay(oneCase, at, (age, startsAt, spilled) => {
      if (startsAt >= from) days.push({ oneCase, age, spilled });
    });
  return days;
}

/** Case-days up to `at` that a model is learnt from: all, or those of one case in m. */
export function learntDays(cases: readonly RiskCase[], at: number): CaseDay[] {
  let all = 0;
  const ofCase = Uint32Array.from(cases, (one) => {
    const before = all;
    eachDay(one, at, () => all++);
    return all - before;
  });
  const every = Math.max(1, Math.ceil(all / MOST_CASE_DAYS));
  let index = -1;
  return caseDays(
    cases.filter((_, k) => ofCase[k] !== 0 && ++index % every === 0),
    at,
  );
}

interface Covariate {
  readonly name: string;
  of(oneCase: RiskCase, age: number): number;
}

const answeredAt = ({ answered }: RiskCase, age: number): number =>
  Number(answered !== null && answered <= age * DAY);

const AGEING: readonly Covariate[] = [
  { name: 'logAge', of: (_, age) => Math.log1p(age) },
  { name: 'answered', of: answeredAt },
];

/** Days that are equal to the model, with one of their cases. */
interface EqualDays {
  readonly oneCase: RiskCase;
  readonly age: number;
  days: number;
  spills: number;
}

/** One number for all whole days that are equal to the model: the days of a case are asked for one after the other. */
function dayPlacer(adjustments: readonly Adjustment[]): (oneCase: RiskCase, age: number) => number {
  const kinds = new Map<string, number>();
  let kind = 0,
    last: RiskCase | undefined;
  return (oneCase, age) => {
    if (oneCase !== last) {
      last = oneCase;
      const key = adjustments.map(({ of }) => of(oneCase)).join(' ');
      kind = kinds.get(key) ?? kinds.size;
      kinds.set(key, kind);
    }
    return (2 * kind + answeredAt(oneCase, age)) * DORMANT_DAYS + age;
  };
}

function equalDays(days: readonly CaseDay[], adjustments: readonly Adjustment[]): readonly EqualDays[] {
  const rows = new Map<number, EqualDays>(),
    placeOf = dayPlacer(adjustments);
  for (const { oneCase, age, spilled } of days) {
    const place = placeOf(oneCase, age),
      row = rows.get(place) ?? { oneCase, age, days: 0, spills: 0 };
    row.days++;
    row.spills += Number(spilled);
    rows.set(place, row);
  }
  return [...rows.values()];
}

/** Discrete-time logistic model of the spill on case-days, with a ridge; anger, channels and drivers as far as the data hold. */
export function fitReservoir(
  days: readonly CaseDay[],
  adjustments: readonly Adjustment[],
  level: number,
): ReservoirModel | NotMeasured {
  const covariates: readonly Covariate[] = [...AGEING, ...adjustments];
  const rows = equalDays(days, adjustments);
  const fit = logisticRegression({
    outcome: rows.map(({ spills }) => spills),
    trials: rows.map((row) => row.days),
    covariates: Object.fromEntries(
      covariates.map(({ name, of }) => [
        name,
        Float64Array.from(rows, ({ oneCase, age }) => of(oneCase, age)),
      ]),
    ),
    ridge: RIDGE,
    level,
  });
  if (!fit.measured) return fit;
  const ratio = observedOverSaid(rows, fit.fitted),
    placeOf = dayPlacer(adjustments),
    known = new Map<number, Chance>();
  const chanceOf = (oneCase: RiskCase, ageDays: number): Chance => {
    const { probability, low, high } = fit.predict(
        Object.fromEntries(covariates.map(({ name, of }) => [name, of(oneCase, ageDays)])),
      ),
      factor = ratio(oneCase, ageDays);
    return {
      probability: Math.min(1, factor * probability),
      low: Math.min(1, factor * low),
      high: Math.min(1, factor * high),
    };
  };
  return {
    probability: (oneCase, ageDays) => {
      if (!Number.isInteger(ageDays) || ageDays >= DORMANT_DAYS) return chanceOf(oneCase, ageDays);
      const place = placeOf(oneCase, ageDays),
        chance = known.get(place) ?? chanceOf(oneCase, ageDays);
      known.set(place, chance);
      return chance;
    },
  };
}

/** Ages in days from which chances are set right together. */
const CLASSES = [0, 1, 3, 7, 14, 30] as const;
/** A class leans on the model as if it had seen one more spill, as many as the model says. */
const PRIOR_SPILLS = 1;

/** Spills seen over spills said, by class of age and state of answer: no smooth law of age holds from the first hour to the second month. */
function observedOverSaid(
  rows: readonly EqualDays[],
  said: Float64Array,
): (oneCase: RiskCase, age: number) => number {
  const classOf = (oneCase: RiskCase, age: number): number =>
    2 * CLASSES.findLastIndex((from) => from <= age) + answeredAt(oneCase, age);
  const seen = new Float64Array(2 * CLASSES.length).fill(PRIOR_SPILLS),
    expected = new Float64Array(2 * CLASSES.length).fill(PRIOR_SPILLS);
  rows.forEach(({ oneCase, age, days, spills }, row) => {
    const own = classOf(oneCase, age);
    seen[own] = (seen[own] as number) + spills;
    expected[own] = (expected[own] as number) + days * (said[row] as number);
  });
  return (oneCase, age) => {
    const own = classOf(oneCase, age);
    return (seen[own] as number) / (expected[own] as number);
  };
}

/** A case in the reservoir at an instant, and its age then. */
export interface OpenCase {
  readonly oneCase: RiskCase;
  readonly ageDays: number;
}

/** Cases without a trace of resolution: opened, not spilled, not seen resolved and not dormant at `at`, given in hours since 1970. */
export const openCases = (cases: readonly RiskCase[], at: number): OpenCase[] =>
  cases
    .filter(
      ({ opened, end, spilled, resolved }) =>
        opened <= at &&
        (opened + end > at || (opened + end === at && !spilled && !resolved)) &&
        at - opened < DORMANT_DAYS * DAY,
    )
    .map((oneCase) => ({ oneCase, ageDays: (at - oneCase.opened) / DAY }));

/** Of the cases in the reservoir, those where the customer waits; `null` before the end of the exports, where that is not known. */
export const waitingOf = (open: readonly OpenCase[], at: number): number | null =>
  open.every(({ oneCase }) => oneCase.until <= at)
    ? open.filter(({ oneCase }) => oneCase.waiting).length
    : null;
