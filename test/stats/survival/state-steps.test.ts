import { describe, expect, it } from 'vitest';
import { occupation, StayChanges, timeIn, type Stay } from '../../../src/stats/survival/state-steps.js';

const stay = (from: number, to: number, start: number, stop: number): Stay => ({ from, to, start, stop });
/** Three in state 0: one moves to 1 at 1, one to 2 at 2, one is seen to 3; the first moves on from 1 to 2 at 3. */
const STAYS = [stay(0, 1, 0, 1), stay(0, 2, 0, 2), stay(0, -1, 0, 3), stay(1, 2, 1, 3)];

describe('moves between states', () => {
  it('have the hazard of moves over those present', () => {
    const { times, from, to, hazards } = new StayChanges(STAYS, 3).steps();
    expect([...times]).toEqual([1, 2, 3]);
    expect([...from]).toEqual([0, 0, 1]);
    expect([...to]).toEqual([1, 2, 2]);
    expect([...hazards]).toEqual([1 / 3, 1 / 2, 1]);
  });
  it('count a stay as often as it weighs', () => {
    const { hazards } = new StayChanges(STAYS, 3).steps(Uint32Array.of(2, 1, 0, 2));
    expect([...hazards]).toEqual([2 / 3, 1, 1]);
  });
  it('of no length are over those who enter then', () => {
    const { hazards } = new StayChanges([stay(0, 1, 0, 0), stay(0, -1, 0, 5)], 2).steps();
    expect([...hazards]).toEqual([0.5]);
  });
});

describe('who is where', () => {
  const steps = new StayChanges(STAYS, 3).steps();
  it('follows the moves: 2/3 stay at 1, half of them go at 2', () => {
    expect([...occupation(steps, 3, 0, 0, 1)].map((p) => p.toFixed(4))).toEqual([
      '0.6667',
      '0.3333',
      '0.0000',
    ]);
    expect([...occupation(steps, 3, 0, 0, 2)].map((p) => p.toFixed(4))).toEqual([
      '0.3333',
      '0.3333',
      '0.3333',
    ]);
    expect([...occupation(steps, 3, 0, 0, 3)].map((p) => p.toFixed(4))).toEqual([
      '0.3333',
      '0.0000',
      '0.6667',
    ]);
    // From 1 on, one who is in 0 then; and one who may not leave 1.
    expect([...occupation(steps, 3, 0, 1, 2)]).toEqual([0.5, 0, 0.5]);
    expect(occupation(steps, 3, 0, 0, 3, 1)[1]).toBeCloseTo(1 / 3, 12);
  });
  it('sums to the horizon over all states', () => {
    const times = [0, 1, 2].map((state) => timeIn(steps, 3, 0, state, 4));
    // State 0: 1 + 2/3 + 1/3 + 1/3; state 1: 1/3 from 1 to 3.
    expect(times[0]).toBeCloseTo(7 / 3, 12);
    expect(times[1]).toBeCloseTo(2 / 3, 12);
    expect(times.reduce((a, b) => a + b)).toBeCloseTo(4, 12);
  });
});
