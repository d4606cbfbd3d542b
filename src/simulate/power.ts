import type { DriverId } from '../model/index.js';
import { coxRegression } from '../stats/survival/cox.js';
import { wilsonInterval } from '../stats/shares/interval.js';
import { logRankTest } from '../stats/survival/log-rank.js';
import { DeversoirError } from '../util/errors.js';
import type { OnProgress } from '../util/progress.js';
import { type CaseHistory, drawCaseHistory } from './case-history.js';
import { createDraw, type Draw } from './draw.js';
import { type CasePlan, DEFAULT_PLAN, type PrivateChannel, type SimulationPlan } from './plan.js';

export interface PowerOptions {
  /** Private cases observed. */
  readonly cases: number;
  /** Hours each case is followed; 60 days by default. */
  readonly followHours?: number;
  /** Simulated studies per setting; 200 by default. */
  readonly runs?: number;
  readonly seed?: number;
  /** Share of cases in the first of the two groups that are compared; 0.5 by default. */
  readonly groupShare?: number;
  /** Share of cases that go public by the end of follow-up: hazards are scaled to reach it. Default: that of the plan. */
  readonly spillRate?: number;
  readonly plan?: Pick<SimulationPlan, 'cases' | 'drivers' | 'privateChannels'>;
  readonly onProgress?: OnProgress;
}

export interface PowerPoint {
  /** Hazard ratio planted. */
  readonly hazardRatio: number;
  /** Share of studies that find it (two-sided p < 0.05), 0 to 1. */
  readonly power: number;
}

export interface PowerStudy {
  readonly cases: number;
  readonly runs: number;
  readonly followHours: number;
  /** Mean share of cases that go public, and mean number of them. */
  readonly spillRate: number;
  readonly spilledCases: number;
  /** Mean width of the 95 % Wilson interval of the spill rate, and the share of studies whose interval holds the truth. */
  readonly intervalWidth: number;
  readonly intervalCoverage: number;
  /** Log-rank test of two groups, by the ratio of their hazards to go public. */
  readonly groups: readonly PowerPoint[];
  /** Smallest hazard ratio between two groups found in 80 % of studies, interpolated; `null`: none of those tried. */
  readonly detectableGroupRatio: number | null;
  /** The same as spill rates: of the lower and of the higher group. */
  readonly detectableRates: { readonly low: number; readonly high: number } | null;
  /** Cox regression with the time-varying covariate "answered", by its hazard ratio. */
  readonly answering: readonly PowerPoint[];
  /** Hazard ratio of being answered nearest to 1 that is found in 80 % of studies; `null`: none of those tried. */
  readonly detectableAnsweringRatio: number | null;
}

const GROUP_RATIOS = [1.25, 1.5, 2, 2.5, 3, 4, 6, 9];
const ANSWERING_RATIOS = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/** One case as it is seen: how long until it goes public or is no longer at risk, and when it was answered. */
interface Seen {
  readonly hours: number;
  readonly spilled: boolean;
  readonly answered: number;
}

function seen({ answeredHours, resolvedHours, spilledHours }: CaseHistory, follow: number): Seen {
  const hours = Math.min(spilledHours ?? Infinity, resolvedHours ?? Infinity, follow);
  const spilled = spilledHours !== null && spilledHours <= follow;
  return { hours, spilled, answered: answeredHours ?? Infinity };
}

type Mix = Pick<SimulationPlan, 'drivers' | 'privateChannels'>;

/** Draws a study; `factor` scales the hazard of case k. */
function study(
  draw: Draw,
  plan: CasePlan,
  mix: Mix,
  cases: number,
  follow: number,
  factor: (k: number) => number,
): Seen[] {
  return Array.from({ length: cases }, (_, k) => {
    const driver: DriverId = draw.weighted(mix.drivers),
      channel: PrivateChannel = draw.weighted(mix.privateChannels);
    return seen(
      drawCaseHistory(draw, { ...plan, spillPerHour: plan.spillPerHour * factor(k) }, driver, channel),
      follow,
    );
  });
}

const rateOf = (cases: readonly Seen[]): number =>
  cases.filter(({ spilled }) => spilled).length / cases.length;

/** P of the log-rank test of the first `split` cases against the others; 1 when it can't be measured. */
function groupP(cases: readonly Seen[], split: number): number {
  const group = (part: readonly Seen[]): { durations: number[]; eventObserved: boolean[] } => ({
    durations: part.map(({ hours }) => hours),
    eventObserved: part.map(({ spilled }) => spilled),
  });
  const test = logRankTest([group(cases.slice(0, split)), group(cases.slice(split))]);
  return test.measured ? test.p : 1;
}

/**
 * P of "answered" in a Cox regression in counting-process form: each case is cut in two at its answer. The
 * likelihood-ratio test, which also holds when no answered case goes public.
 */
function answeredP(cases: readonly Seen[]): number {
  const spells = cases
    .flatMap(({ hours, spilled, answered }) => [
      { from: 0, to: Math.min(hours, answered), ends: spilled && hours <= answered, value: 0 },
      { from: answered, to: hours, ends: spilled, value: 1 },
    ])
    .filter(({ from, to }) => to > from);
  const fit = coxRegression({
    start: spells.map(({ from }) => from),
    stop: spells.map(({ to }) => to),
    event: spells.map(({ ends }) => ends),
    covariates: { answered: spells.map(({ value }) => value) },
  });
  return fit.measured ? fit.p : 1;
}

/** Where a rising power crosses 80 %, interpolated on the log of the ratio. */
function crossing(points: readonly PowerPoint[]): number | null {
  const at = points.findIndex(({ power }) => power >= 0.8);
  if (at < 0) return null;
  const high = points[at] as PowerPoint,
    low = points[at - 1] ?? { hazardRatio: 1, power: 0.05 };
  const share = high.power === low.power ? 1 : (0.8 - low.power) / (high.power - low.power);
  return Math.exp(
    Math.log(low.hazardRatio) + share * (Math.log(high.hazardRatio) - Math.log(low.hazardRatio)),
  );
}

/**
 * What could be detected with so many cases? Repeats whole studies by simulation: draws cases with planted hazards, analyses
 * them as the report does, and counts how often the planted effect is found. Spill and resolution compete; every case is
 * followed for the same time; link errors are not simulated, so real studies need somewhat more.
 *
 * @returns widths, coverage and power; each power has a standard error of at most √(0.25 / runs)
 * @throws DeversoirError `option-invalid` for fewer than 10 cases or a spill rate outside (0, 0.9)
 *
 * @example
 * powerStudy({ cases: 60, runs: 4, seed: 1 }).groups.length
 * // → 8
 */
export function powerStudy(options: PowerOptions): PowerStudy {
  const {
    cases,
    followHours: follow = 60 * 24,
    runs = 200,
    seed = 1,
    groupShare = 0.5,
    spillRate,
    plan: mix = DEFAULT_PLAN,
    onProgress,
  } = options;
  if (!(cases >= 10))
    throw new DeversoirError('option-invalid', `${cases} cases`, { hint: 'a study needs at least 10' });
  const root = createDraw(seed);
  const plan = {
    ...mix.cases,
    spillPerHour:
      mix.cases.spillPerHour *
      (spillRate === undefined ? 1 : scaleFor(spillRate, mix, follow, root.fork('scale'))),
  };
  const truth = rateOf(study(root.fork('truth'), plan, mix, 40_000, follow, () => 1));
  const split = Math.min(cases - 1, Math.max(1, Math.round(cases * groupShare)));

  const total = (1 + GROUP_RATIOS.length + ANSWERING_RATIOS.length) * runs * cases;
  let done = 0;
  function* draws(name: string): Generator<Draw> {
    for (let run = 0; run < runs; run++, done += cases) {
      onProgress?.({ task: 'simulating studies', done, total, unit: 'cases' });
      yield root.fork(`${name} ${run}`);
    }
  }
  let width = 0,
    covered = 0,
    spilled = 0;
  for (const draw of draws('rate')) {
    const n = study(draw, plan, mix, cases, follow, () => 1).filter((one) => one.spilled).length;
    const { low, high } = wilsonInterval(n, cases);
    width += (high - low) / runs;
    covered += low <= truth && truth <= high ? 1 / runs : 0;
    spilled += n / runs;
  }
  const power = (name: string, ratio: number, found: (draw: Draw) => boolean): PowerPoint => {
    let hits = 0;
    for (const draw of draws(`${name} ${ratio}`)) if (found(draw)) hits++;
    return { hazardRatio: ratio, power: hits / runs };
  };
  const groups = GROUP_RATIOS.map((ratio) =>
    power(
      'groups',
      ratio,
      (draw) =>
        groupP(
          study(draw, plan, mix, cases, follow, (k) => (k < split ? 1 : ratio)),
          split,
        ) < 0.05,
    ),
  );
  const answering = ANSWERING_RATIOS.map((ratio) =>
    power(
      'answering',
      ratio,
      (draw) =>
        answeredP(study(draw, { ...plan, answeredHazardRatio: ratio }, mix, cases, follow, () => 1)) < 0.05,
    ),
  );
  const detectable = crossing(groups);
  return {
    cases,
    runs,
    followHours: follow,
    spillRate: truth,
    spilledCases: spilled,
    intervalWidth: width,
    intervalCoverage: covered,
    groups,
    detectableGroupRatio: detectable,
    detectableRates:
      detectable === null
        ? null
        : { low: truth, high: rateOf(study(root.fork('high'), plan, mix, 20_000, follow, () => detectable)) },
    answering,
    detectableAnsweringRatio: crossing(answering),
  };
}

/** Factor on the hazards that brings the spill rate to the one asked for, by bisection on the same draws. */
function scaleFor(rate: number, mix: Mix & { readonly cases: CasePlan }, follow: number, draw: Draw): number {
  if (!(rate > 0 && rate < 0.9))
    throw new DeversoirError('option-invalid', `spill rate ${rate}`, {
      hint: 'expected a share between 0 and 0.9',
    });
  let low = 1e-4,
    high = 1e4;
  for (let i = 0; i < 24; i++) {
    const middle = Math.sqrt(low * high);
    if (rateOf(study(draw.fork('cases'), mix.cases, mix, 8_000, follow, () => middle)) < rate) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
