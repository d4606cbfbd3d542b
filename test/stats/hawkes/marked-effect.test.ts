import { describe, expect, it } from 'vitest';
import { markedEffect, type MarkedEvents } from '../../../src/stats/index.js';
import { exponential } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

const HOURS = 4000,
  MARKS = 4,
  WORLDS = 20;

/** Sources and targets of four subjects, both even in time; each source sets off a target of its subject with a chance, a day later on average. */
function drawn(
  seed: number,
  chance: number,
): { sources: MarkedEvents; targets: MarkedEvents; setOff: number[] } {
  const uniform = seededRandom(seed),
    any = (): { at: number; mark: number; follows: boolean } => ({
      at: uniform() * HOURS,
      mark: Math.floor(uniform() * MARKS),
      follows: false,
    });
  const sources = Array.from({ length: 300 }, any),
    targets = Array.from({ length: 250 }, any);
  for (const { at, mark } of sources)
    if (uniform() < chance) targets.push({ at: at + exponential(uniform, 1 / 24), mark, follows: true });
  const events = (list: readonly { at: number; mark: number }[]): MarkedEvents => {
    const sorted = list.filter(({ at }) => at < HOURS).toSorted((a, b) => a.at - b.at);
    return { times: sorted.map(({ at }) => at), marks: sorted.map(({ mark }) => mark) };
  };
  const setOff = targets
    .filter(({ at }) => at < HOURS)
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ follows }, k) => (follows ? [k] : []));
  return { sources: events(sources), targets: events(targets), setOff };
}

const given = { others: [], marks: MARKS, horizonHours: HOURS, shocks: [], agreement: 1, lags: [] };

describe('markedEffect', () => {
  it('tells how much it counts of targets known to be set off: all where its laws hold, less where marks are others', () => {
    const mean = (passedOn: boolean): number => {
      const shares = [3, 4, 5].map((seed) => {
        const { sources, targets, setOff } = drawn(seed, 0.4),
          follows = new Set(setOff);
        const marks = targets.marks.map((mark, k) =>
          passedOn || !follows.has(k) ? mark : (mark + 1) % MARKS,
        );
        return (
          markedEffect({ ...given, sources, targets: { ...targets, marks }, known: setOff })?.recovered
            ?.share ?? NaN
        );
      });
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    };
    expect(mean(true)).toBeGreaterThan(0.9);
    expect(mean(true)).toBeLessThan(1.1);
    expect(mean(false)).toBeLessThan(0.8);
  });

  it('finds a planted effect, and none where there is none', () => {
    const draws = [3, 4, 5, 6, 7, 8].map((seed) => markedEffect({ ...drawn(seed, 0.4), ...given }));
    const mean = (of: 'low' | 'value' | 'high'): number =>
      draws.reduce((sum, found) => sum + (found?.[of] ?? NaN), 0) / draws.length;
    expect(mean('low')).toBeGreaterThan(0.05);
    expect(mean('low')).toBeLessThan(0.4);
    expect(mean('high')).toBeGreaterThan(0.4);
    expect(mean('high')).toBeLessThan(0.9);
    expect(Math.abs(mean('value') - 0.4)).toBeLessThan(0.15);
    expect(markedEffect({ ...drawn(4, 0), ...given })?.low).toBeLessThan(0.02);
  });

  it('is surer with the law of lags', () => {
    const events = drawn(3, 0.4),
      width = (lags: readonly number[]): number => {
        const found = markedEffect({ ...events, ...given, lags });
        return (found?.high ?? 0) - (found?.low ?? 0);
      };
    const uniform = seededRandom(9);
    expect(width(Array.from({ length: 60 }, () => exponential(uniform, 1 / 24)))).toBeLessThan(width([]));
  });

  it('finds follow-ups that take weeks, whatever rhythm chance shows in targets', () => {
    const uniform = seededRandom(17),
      hours = 2160,
      mark = (): number => Math.floor(uniform() * MARKS);
    const inSum = { found: 0, held: 0 };
    for (let world = 0; world < WORLDS; world++) {
      const sources = Array.from({ length: 400 }, () => ({ at: uniform() * hours, mark: mark() }));
      const targets = [
        ...Array.from({ length: 200 }, () => ({ at: uniform() * hours, mark: mark() })),
        ...sources.flatMap((one) =>
          uniform() < 0.25 ? [{ at: one.at + exponential(uniform, 1 / 200), mark: one.mark }] : [],
        ),
      ].filter(({ at }) => at < hours);
      const events = (list: readonly { at: number; mark: number }[]): MarkedEvents => {
        const sorted = list.toSorted((a, b) => a.at - b.at);
        return { times: sorted.map(({ at }) => at), marks: sorted.map((one) => one.mark) };
      };
      const found = markedEffect({
        ...given,
        sources: events(sources),
        targets: events(targets),
        horizonHours: hours,
        startHourOfWeek: 0,
      });
      inSum.found += (found?.value ?? 0) / WORLDS;
      inSum.held += Number((found?.low ?? 1) <= 0.25 && 0.25 <= (found?.high ?? 0));
    }
    // a twentieth at most comes after the end
    expect(inSum.found).toBeGreaterThan(0.12);
    expect(inSum.found).toBeLessThan(0.4);
    expect(inSum.held).toBeGreaterThanOrEqual(WORLDS - 1);
  });

  it('leaves the shock of a subject out', () => {
    const { sources, targets } = drawn(3, 0.4);
    const burst = Array.from({ length: 200 }, (_, k) => ({ at: 1000 + k / 5, mark: 2 }));
    const all = [...targets.times.map((at, k) => ({ at, mark: targets.marks[k] ?? 0 })), ...burst].toSorted(
      (a, b) => a.at - b.at,
    );
    const stormy = { times: all.map(({ at }) => at), marks: all.map(({ mark }) => mark) };
    const found = markedEffect({
      sources,
      targets: stormy,
      ...given,
      shocks: [{ from: 999, to: 1041, mark: 2 }],
    });
    expect(found?.low).toBeLessThan(0.4);
    expect(found?.high).toBeGreaterThan(0.4);
  });

  it('says nothing without sources or with a handful of targets', () => {
    const { sources, targets } = drawn(3, 0.4);
    expect(markedEffect({ ...given, sources: { times: [], marks: [] }, targets })).toBeUndefined();
    expect(markedEffect({ ...given, sources, targets: { times: [1, 2], marks: [0, 1] } })).toBeUndefined();
  });
});
