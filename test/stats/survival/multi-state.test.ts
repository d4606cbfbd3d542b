import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  multiState,
  type MultiState,
  type MultiStateOptions,
  type StateSpell,
} from '../../../src/stats/index.js';
import { expectAllClose, expectClose } from '../reference.js';
import { seededRandom } from '../../../src/util/random.js';
import { exponential } from '../../../src/stats/variates.js';

const states = ['private', 'resolved', 'public', 'press'];

function measured(spells: readonly StateSpell[], options: MultiStateOptions = { states }): MultiState {
  const result = multiState(spells, options);
  if (!result.measured) throw new Error(result.because);
  return result;
}

/** P→R at 0.05, P→U at 0.02, U→R at 0.03, U→N at 0.01 a day, watched for 100 days. */
function drawn(n: number, seed: number): StateSpell[] {
  const uniform = seededRandom(seed),
    spells: StateSpell[] = [];
  const walk = (subject: number, from: string, start: number): void => {
    const exits =
      from === 'private'
        ? ([
            ['resolved', 0.05],
            ['public', 0.02],
          ] as const)
        : from === 'public'
          ? ([
              ['resolved', 0.03],
              ['press', 0.01],
            ] as const)
          : [];
    const times = exits.map(([, rate]) => start + exponential(uniform, rate));
    const stop = Math.min(100, ...times),
      to = exits[times.indexOf(stop)]?.[0];
    spells.push({ subject, from, start, stop, ...(to === undefined ? {} : { to }) });
    if (to !== undefined) walk(subject, to, stop);
  };
  for (let i = 0; i < n; i++) walk(i, 'private', 0);
  return spells;
}

describe('multiState', () => {
  it('recovers the truth of a planted funnel', () => {
    const funnel = measured(drawn(4000, 3), { states, bootstrap: { seed: 1, replicates: 100 } });
    const t = 60,
      leave = 0.07;
    // P stays with exp(−0.07 t); reaches U: 2/7 of those who leave; N from U at 0.01 of 0.04.
    const reachPublic = (2 / 7) * (1 - Math.exp(-leave * t));
    const timePrivate = (1 - Math.exp(-leave * t)) / leave;
    const reachPress =
      ((0.02 * 0.01) / (leave - 0.04)) *
      ((1 - Math.exp(-0.04 * t)) / 0.04 - (1 - Math.exp(-leave * t)) / leave);
    for (const [found, truth] of [
      [funnel.probability('private', 'private', 0, t), Math.exp(-leave * t)],
      [funnel.probabilityToReach('private', 'public', t), reachPublic],
      [funnel.expectedTime('private', 'private', t), timePrivate],
      [funnel.probabilityToReach('private', 'press', t), reachPress],
    ] as const) {
      expect(found.interval?.low).toBeLessThan(truth);
      expect(found.interval?.high).toBeGreaterThan(truth);
      expect(Math.abs(found.value - truth)).toBeLessThan(0.15 * truth);
    }
  });

  it('is Aalen-Johansen where the only moves are out of one state', () => {
    const outcome = fc.record({ t: fc.integer({ min: 1, max: 9 }), type: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 30 }), (cases) => {
        const spells = cases.map(({ t, type }, subject): StateSpell => ({
          subject,
          from: 'private',
          start: 0,
          stop: t,
          ...(type === 0 ? {} : { to: type === 1 ? 'public' : 'resolved' }),
        }));
        const funnel = multiState(spells, { states });
        if (!funnel.measured) {
          expect(cases.every(({ type }) => type === 0)).toBe(true);
          return;
        }
        const curve = aalenJohansen({
          durations: cases.map(({ t }) => t),
          eventTypes: cases.map(({ type }) => type),
          causes: 2,
        });
        for (let t = 1; t <= funnel.observedUntil; t++)
          expect(funnel.probability('private', 'public', 0, t).value).toBeCloseTo(
            curve.at(1, t)?.incidence ?? -1,
            12,
          );
      }),
    );
  });

  it('has rows that sum to 1, times that sum to the horizon, and P(0, t) = P(0, s)·P(s, t)', () => {
    const funnel = measured(drawn(60, 8));
    const [whole, first, second] = [
      funnel.transitionMatrix(0, 50),
      funnel.transitionMatrix(0, 20),
      funnel.transitionMatrix(20, 50),
    ];
    whole.forEach((row, i) => {
      expectClose(
        row.reduce((a, b) => a + b),
        1,
        1e-12,
      );
      expectAllClose(
        states.map((_, j) =>
          states.reduce((sum, __, k) => sum + (first[i]?.[k] ?? 0) * (second[k]?.[j] ?? 0), 0),
        ),
        row,
        1e-9,
      );
    });
    expectClose(
      states.reduce((sum, state) => sum + funnel.expectedTime('private', state, 50).value, 0),
      50,
      1e-12,
    );
  });

  it('counts a case that returns once, and moves that take no time', () => {
    const spells: StateSpell[] = [
      { subject: 1, from: 'private', start: 0, stop: 0, to: 'public' },
      { subject: 1, from: 'public', start: 0, stop: 2, to: 'private' },
      { subject: 1, from: 'private', start: 2, stop: 4, to: 'public' },
      { subject: 1, from: 'public', start: 4, stop: 5 },
      { subject: 2, from: 'private', start: 0, stop: 5 },
    ];
    const funnel = measured(spells);
    expect(funnel.moves[0]?.[2]).toBe(2);
    expectClose(funnel.probabilityToReach('private', 'public', 1).value, 0.5, 1e-12);
    expectClose(funnel.probabilityToReach('private', 'public', 5).value, 0.75, 1e-12);
  });

  it('gives the same interval for the same seed', () => {
    const ask = () =>
      measured(drawn(50, 2), { states, bootstrap: { seed: 4, replicates: 50 } }).probabilityToReach(
        'private',
        'public',
        30,
      );
    expect(ask()).toEqual(ask());
  });

  it('answers plainly and refuses what it can not know', () => {
    expect(multiState([], { states })).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(multiState([{ subject: 1, from: 'private', start: 0, stop: 3 }], { states })).toMatchObject({
      measured: false,
      reason: 'no-events',
    });
    expect(() => multiState([{ subject: 1, from: 'gone', start: 0, stop: 3 }], { states })).toThrow(
      /state gone at index 0: use one of private/,
    );
    expect(() => multiState([{ subject: 1, from: 'private', start: 3, stop: 1 }], { states })).toThrow(
      /from 3 to 1/,
    );
    expect(() => measured(drawn(5, 1)).transitionMatrix(0, 1000)).toThrow(/beyond 100/);
  });
});
