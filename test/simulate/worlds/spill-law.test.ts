import { describe, expect, it } from 'vitest';
import { createDraw } from '../../../src/simulate/draw.js';
import {
  drawHistory,
  expectedIncidence,
  spent,
  type CaseLaw,
} from '../../../src/simulate/worlds/spill-law.js';

const law = (more: Partial<CaseLaw> = {}): CaseLaw => ({
  law: 'falling',
  halfLifeHours: 24,
  hazard: 1,
  hazardRatio: 0.5,
  answerMedianHours: 10,
  answerSigma: 1,
  neverAnswered: 1,
  resolvedPerHour: 0,
  ...more,
});

describe('the hazard of a case', () => {
  it('is half spent at its half-life, under both laws, and wholly at the end', () => {
    for (const one of ['falling', 'peaked'] as CaseLaw['law'][])
      expect(spent({ law: one, halfLifeHours: 24 }, 24)).toBeCloseTo(0.5, 6);
    expect(spent(law(), 48)).toBeCloseTo(0.75, 12);
    expect(spent(law(), Infinity)).toBe(1);
    expect(spent(law(), 0)).toBe(0);
  });
  it('spills a case never answered with probability 1 − e^−hazard', () => {
    const draw = createDraw(3);
    const runs = Array.from({ length: 4000 }, () => drawHistory(draw, law()));
    const share = runs.filter(({ spilled }) => spilled < Infinity).length / runs.length;
    // 1 − 1/e = .632; two standard errors of 4,000 draws are .015.
    expect(Math.abs(share - (1 - Math.exp(-1)))).toBeLessThan(0.02);
    expect(runs.every(({ answered, resolved }) => answered === Infinity && resolved === Infinity)).toBe(true);
  });
  it('is that of the answered once answered: none at a ratio near zero', () => {
    const draw = createDraw(4);
    const answeredAtOnce = law({
      neverAnswered: 0,
      answerMedianHours: 1e-9,
      answerSigma: 0,
      hazardRatio: 1e-9,
    });
    expect(
      Array.from({ length: 200 }, () => drawHistory(draw, answeredAtOnce)).every(
        ({ spilled }) => spilled === Infinity,
      ),
    ).toBe(true);
  });
  it('spills no case after its resolution', () => {
    const draw = createDraw(5);
    const runs = Array.from({ length: 500 }, () =>
      drawHistory(draw, law({ neverAnswered: 0, resolvedPerHour: 0.1, hazard: 3 })),
    );
    expect(runs.every(({ spilled, resolved }) => spilled === Infinity || spilled < resolved)).toBe(true);
  });
  it('spills within a horizon by the share spent there', () => {
    const [day, ever] = expectedIncidence(createDraw(6), law(), [24, 1e9]) as [number, number];
    // 1 − e^−.5 = .393 within a day; 200 draws: two standard errors are .07.
    expect(Math.abs(day - 0.393)).toBeLessThan(0.08);
    expect(ever).toBeGreaterThan(day);
  });
});
