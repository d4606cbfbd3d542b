import { describe, expect, it } from 'vitest';
import { drawKnobs, type Knob, KNOBS, type Knobs } from '../../../src/simulate/worlds/knobs.js';
import { createDraw } from '../../../src/simulate/draw.js';
import { simulateWorld } from '../../../src/simulate/worlds/simulate-world.js';
import { makeWorld } from '../../../src/simulate/worlds/world-files.js';

const small: Partial<Knobs> = { cases: 160 };

describe('a random world', () => {
  it('is the same, byte for byte, for the same seed', () => {
    const [one, two] = [makeWorld(11, small), makeWorld(11, small)];
    expect([...one.keys()]).toEqual([...two.keys()]);
    for (const [path, bytes] of one) expect(Buffer.compare(bytes, two.get(path) as Uint8Array), path).toBe(0);
  });

  it('draws every level of every knob over forty seeds', () => {
    const drawn: Knobs[] = Array.from({ length: 40 }, (_, seed) => drawKnobs(createDraw(seed).fork('knobs')));
    for (const [knob, levels] of Object.entries(KNOBS)) {
      expect(levels.length, knob).toBeGreaterThan(1);
      expect(new Set<string | number>(drawn.map((knobs) => knobs[knob as Knob])), knob).toEqual(
        new Set<string | number>(levels),
      );
    }
  });

  it.each([
    ['few', 0.01, [0, 0.03]],
    ['some', 0.1, [0.05, 0.16]],
    ['many', 0.3, [0.2, 0.42]],
  ] as const)('has %s namesakes', (_, namesakes, [low, high]) => {
    const { share } = simulateWorld(5, { ...small, namesakes }).truth.estimands.namesakes;
    expect(share).toBeGreaterThanOrEqual(low);
    expect(share).toBeLessThanOrEqual(high);
  });

  it('says true figures that follow from its cases', () => {
    const { truth } = simulateWorld(8, { ...small, spill: 0.25 });
    const { spillRate, incidence, open, matrix } = truth.estimands;
    const spilled = truth.cases.filter(({ spilledAt }) => spilledAt !== null);
    expect(spillRate.spilled).toBe(spilled.length);
    expect(Math.abs(spillRate.expected - spillRate.realised)).toBeLessThan(0.1);
    expect(incidence.map(({ realised }) => realised)).toEqual(
      incidence.map(({ realised }) => realised).toSorted(),
    );
    expect(open).toBe(truth.cases.filter((one) => one.resolvedAt === null && one.spilledAt === null).length);
    const ordinary = truth.cases.filter(({ crisisId }) => crisisId === null);
    expect(matrix[1]?.[0]).toBeCloseTo(
      ordinary.filter(({ spilledAt }) => spilledAt !== null).length / ordinary.length,
      10,
    );
    for (const one of spilled) expect(one.spilledAt ?? 0).toBeGreaterThanOrEqual(one.openedAt);
    for (const one of spilled)
      if (one.resolvedAt !== null) expect(one.spilledAt ?? 0).toBeLessThan(one.resolvedAt);
  });
});
