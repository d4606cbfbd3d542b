import type { Draw } from '../draw.js';
import type { Knobs } from './knobs.js';

/** What decides how one case ends; delays in hours. */
export interface CaseLaw {
  readonly law: Knobs['spillLaw'];
  readonly halfLifeHours: number;
  /** Cumulative hazard to go public if nobody ever answers. */
  readonly hazard: number;
  readonly hazardRatio: number;
  readonly answerMedianHours: number;
  readonly answerSigma: number;
  readonly neverAnswered: number;
  /** Hazard to be resolved once answered, an hour; 0 where the answer misses the point. */
  readonly resolvedPerHour: number;
}

/** Hours from the first message; Infinity: never. A case spills only while it is not resolved. */
export interface History {
  readonly answered: number;
  readonly resolved: number;
  readonly spilled: number;
}

/** Median of the gamma distribution of shape 2 and scale 1. */
const GAMMA_MEDIAN = 1.67834699;

/** Share of the hazard spent at an age. */
export function spent({ law, halfLifeHours }: Pick<CaseLaw, 'law' | 'halfLifeHours'>, age: number): number {
  if (age === Infinity) return 1;
  if (law === 'falling') return 1 - 2 ** (-age / halfLifeHours);
  const scaled = (age / halfLifeHours) * GAMMA_MEDIAN;
  return 1 - (1 + scaled) * Math.exp(-scaled);
}

/** Age at which a share of the hazard is spent. */
function ageAt(law: CaseLaw, share: number): number {
  if (share >= 1) return Infinity;
  if (law.law === 'falling') return -Math.log2(1 - share) * law.halfLifeHours;
  let low = 0,
    high = law.halfLifeHours;
  while (spent(law, high) < share) high *= 2;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (spent(law, middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

interface Chances {
  readonly answered: number;
  /** Hours from the answer to the resolution. */
  readonly settling: number;
  readonly patience: number;
}

const drawChances = (draw: Draw, law: CaseLaw): Chances => ({
  answered: draw.chance(law.neverAnswered)
    ? Infinity
    : draw.logNormal(law.answerMedianHours, law.answerSigma),
  settling: draw.exponential(law.resolvedPerHour),
  patience: draw.exponential(1) / law.hazard,
});

/** Draws how a case ends by inversion of its cumulative hazard: exact, so a right model must find the hazard ratio. */
export const drawHistory = (draw: Draw, law: CaseLaw): History => historyOf(law, drawChances(draw, law));

function historyOf(
  law: CaseLaw,
  { answered, settling, patience }: Chances,
  resolved = answered + settling,
): History {
  const before = spent(law, answered);
  const spilled =
    patience <= before ? ageAt(law, patience) : ageAt(law, before + (patience - before) / law.hazardRatio);
  return { answered, resolved, spilled: spilled < resolved ? spilled : Infinity };
}

/** P(spill within each horizon), by 200 draws of the history of the case. */
export function expectedIncidence(draw: Draw, law: CaseLaw, horizons: readonly number[]): number[] {
  const RUNS = 200;
  const hits = horizons.map(() => 0);
  for (let run = 0; run < RUNS; run++) {
    const { spilled } = drawHistory(draw, law);
    horizons.forEach((horizon, i) => {
      if (spilled <= horizon) hits[i] = (hits[i] ?? 0) + 1;
    });
  }
  return hits.map((n) => n / RUNS);
}

/**
 * P(spill within a horizon) that an answer after `latest` hours at the latest would have spared, by 200 draws: the same customer, answered as
 * it was and sooner, resolved when it was.
 */
export function sparedBy(draw: Draw, law: CaseLaw, latest: number, horizon: number): number {
  const RUNS = 200;
  let spared = 0;
  for (let run = 0; run < RUNS; run++) {
    const chances = drawChances(draw, law);
    const spills = (answered: number): number =>
      Number(
        historyOf(law, { ...chances, answered }, chances.answered + chances.settling).spilled <= horizon,
      );
    spared += spills(chances.answered) - spills(Math.min(latest, chances.answered));
  }
  return spared / RUNS;
}
