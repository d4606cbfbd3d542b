import { describe, expect, it } from 'vitest';
import { markedEffect, type MarkedEvents } from '../../../../src/stats/index.js';
import { exponential, type Uniform } from '../../../../src/stats/variates.js';
import { seededRandom } from '../../../../src/util/random.js';
import { halving, lognormal, usualLevel, type LagLaw } from '../../../stats/hawkes/lag-worlds.js';

const SHARES = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05];
const DRAWS = 12;

interface Plan {
  readonly days: number;
  readonly sources: number;
  readonly strangers: number;
  readonly chance: number;
  readonly lag: LagLaw;
  readonly echo: number;
  readonly agreement: number;
  /** Factor of the level of a subject at a time among 0 to 1. */
  readonly level?: (at: number, mark: number) => number;
}
interface One {
  readonly at: number;
  readonly mark: number;
}

interface Drawn {
  readonly sources: MarkedEvents;
  readonly targets: MarkedEvents;
  readonly lags: readonly number[];
  readonly horizonHours: number;
}

/** Draws the process itself: sources and strangers by the hours of a week, follow-ups of sources after `lag`, echoes of targets. */
function draw(plan: Plan, seed: number): Drawn {
  const uniform: Uniform = seededRandom(seed),
    horizon = 24 * plan.days;
  const anyMark = (): number => {
    let left = uniform();
    return Math.max(
      0,
      SHARES.findIndex((share) => (left -= share) < 0),
    );
  };
  const passed = (mark: number): number => (uniform() < plan.agreement ? mark : anyMark());
  const alone = (expected: number, level: (at: number, mark: number) => number): One[] => {
    const found: One[] = [];
    for (let t = 0; ;) {
      t += exponential(uniform, (expected / horizon) * 8);
      if (t >= horizon) return found;
      const mark = anyMark();
      if (uniform() * 8 < usualLevel(t) * level(t / horizon, mark)) found.push({ at: t, mark });
    }
  };
  const sources = alone(plan.sources, plan.level ?? (() => 1)),
    targets = alone(plan.strangers, plan.level ?? (() => 1));
  const lags: number[] = [];
  for (const { at, mark } of sources)
    if (uniform() < plan.chance) {
      const lag = plan.lag(uniform);
      if (at + lag < horizon) {
        if (uniform() < 0.5) lags.push(lag);
        targets.push({ at: at + lag, mark: passed(mark) });
      }
    }
  for (let k = 0; k < targets.length; k++) {
    const one = targets[k] as One;
    if (uniform() < plan.echo) {
      const at = one.at + halving(2)(uniform);
      if (at < horizon) targets.push({ at, mark: one.mark });
    }
  }
  const events = (list: readonly One[]): MarkedEvents => {
    const sorted = list.toSorted((a, b) => a.at - b.at);
    return { times: sorted.map(({ at }) => at), marks: sorted.map(({ mark }) => mark) };
  };
  return { sources: events(sources), targets: events(targets), lags, horizonHours: horizon };
}

interface Found {
  readonly value: number;
  /** Share of the draws whose interval holds the chance. */
  readonly held: number;
}
function tried(plan: Plan, known: boolean): Found {
  const draws = Array.from({ length: DRAWS }, (_, seed) => {
    const { lags, ...events } = draw(plan, 101 + seed);
    const found = markedEffect({
      ...events,
      lags: known ? lags : [],
      others: [],
      marks: SHARES.length,
      startHourOfWeek: 0,
      shocks: [],
      agreement: plan.agreement,
    });
    if (found === undefined) throw new Error('not measured');
    return found;
  });
  return {
    value: draws.reduce((sum, { value }) => sum + value, 0) / DRAWS,
    held: draws.filter(({ low, high }) => low <= plan.chance && plan.chance <= high).length / DRAWS,
  };
}

/** People wait for days before they follow up; half of the pairs are known. */
const usual: Plan = {
  days: 90,
  sources: 600,
  strangers: 250,
  chance: 0.25,
  lag: lognormal(96, 0.8),
  echo: 0.2,
  agreement: 0.7,
};

describe('markedEffect', () => {
  it('leaves to follow-ups what levels free to bend take for changes of their own', () => {
    // planted: .25; with a level that bends for each subject .15 was told
    for (const known of [false, true]) {
      const { value, held } = tried(usual, known);
      expect(Math.abs(value - 0.25)).toBeLessThan(0.06);
      expect(held).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('tells none where there is none', () => {
    const { value, held } = tried({ ...usual, chance: 0 }, false);
    expect(value).toBeLessThan(0.1);
    expect(held).toBe(1);
  });

  it('is not sure of an effect that a level of its own may be: two subjects that grow and fall on both sides', () => {
    const level = (at: number, mark: number): number =>
      mark === 0 ? 0.4 + 2 * at : mark === 1 ? 1.6 - 1.2 * at : 1;
    expect(tried({ ...usual, level }, true).held).toBeGreaterThanOrEqual(0.9);
  });
});
