import { describe, expect, it } from 'vitest';
import { exposuresOf, sums, type UnseenSpell } from '../../../src/stats/survival/unseen-likelihood.js';

const spell = (end: number, event: boolean, over: Partial<UnseenSpell> = {}): UnseenSpell => ({
  end,
  event,
  turned: Infinity,
  seen: 1,
  fixed: [],
  ...over,
});

describe('time at risk by pieces', () => {
  it('is cut at the pieces, at the turn and at the last event', () => {
    const both = exposuresOf([spell(25, false, { turned: 12 }), spell(10, true)], [10], 20);
    expect([...both.before]).toEqual([10, 2, 10, 0]);
    expect([...both.after]).toEqual([0, 8, 0, 0]);
    expect([[...both.piece], [...both.used]]).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('counts silent hours as far as the case is still at risk', () => {
    const openness = { cuts: [0, 4], shares: [0.5, 0.25] };
    // silent from 4 to 10 and from 15 on: 4 h at .5 and 2 h at .25, then 4 h at .5 and 1 h at .25
    const one = exposuresOf([spell(20, true, { turned: 4, known: [[10, 15]] })], [10], 20, openness);
    expect([...one.before]).toEqual([4, 0]);
    expect([...one.after]).toEqual([2.5, 5 + 2.25]);
    expect(one.open[0]).toBeCloseTo(Math.log(0.25), 12);
    const waiting = exposuresOf([spell(12, true, { turned: 4, known: [[10, 15]] })], [10], 20, openness);
    expect(waiting.open[0]).toBe(0);
    expect([...waiting.after]).toEqual([2.5, 2]);
  });
});

describe('the likelihood of events of which part is seen', () => {
  const spells = [
    spell(8, true, { turned: 3, fixed: [1, 0] }),
    spell(20, false, { seen: 0.6, fixed: [0, 1] }),
    spell(15, false, { seen: 0.3, turned: 12, fixed: [1, 1] }),
    spell(14, true, { seen: 0.9, fixed: [0, 0.5] }),
  ];
  const exposures = exposuresOf(spells, [10], 16);
  const theta = [-3, -2.5, -0.4, 0.3, -0.2];
  const { logLik, score, observed, complete } = sums(exposures, theta, true);

  it('is that by hand: a case without an event, 1 − s·(1 − e^(−H))', () => {
    const only = exposuresOf([spell(20, false, { seen: 0.6 })], [10], 16);
    const hazard = 10 * Math.exp(-3) + 6 * Math.exp(-2.5);
    expect(sums(only, [-3, -2.5, 0]).logLik).toBeCloseTo(Math.log(0.4 + 0.6 * Math.exp(-hazard)), 12);
  });

  it('lets an event in a silence be as probable as its case is still at risk', () => {
    const openness = { cuts: [0], shares: [0.25] };
    const only = exposuresOf([spell(20, true, { turned: 4, known: [] })], [], 20, openness);
    const hazard = Math.exp(-3) * (4 + 0.5 * 0.25 * 16);
    expect(sums(only, [-3, Math.log(0.5)]).logLik).toBeCloseTo(-3 + Math.log(0.5 * 0.25) - hazard, 12);
  });

  it('has the score and the information of its differences', () => {
    const step = 1e-5;
    const moved = (a: number, by: number): readonly number[] =>
      theta.map((value, b) => (a === b ? value + by : value));
    theta.forEach((_, a) => {
      const [up, down] = [step, -step].map((by) => sums(exposures, moved(a, by), true));
      expect(((up?.logLik ?? 0) - (down?.logLik ?? 0)) / (2 * step)).toBeCloseTo(score[a] ?? 0, 6);
      theta.forEach((__, b) =>
        expect(-((up?.score[b] ?? 0) - (down?.score[b] ?? 0)) / (2 * step)).toBeCloseTo(
          observed.get(a, b),
          6,
        ),
      );
    });
    expect(logLik).toBeLessThan(0);
  });

  it('loses information to what is not seen: the observed is at most the complete one', () => {
    theta.forEach((_, a) => expect(observed.get(a, a)).toBeLessThanOrEqual(complete.get(a, a) + 1e-12));
    const seen = exposuresOf(
      spells.filter(({ event }) => event),
      [10],
      16,
    );
    const all = sums(seen, theta, true);
    expect(all.observed.to2DArray()).toEqual(all.complete.to2DArray());
  });
});
