import { describe, expect, it } from 'vitest';
import { drawCaseHistory, trueSpillProbability } from '../../src/simulate/case-history.js';
import { createDraw } from '../../src/simulate/draw.js';
import { parisClock } from '../../src/simulate/paris-time.js';
import { type CasePlan, DEFAULT_PLAN } from '../../src/simulate/plan.js';
import { aalenJohansen, coxRegression } from '../../src/stats/index.js';

const plan: CasePlan = { ...DEFAULT_PLAN.cases, spillPerHour: 0.004 };

describe('history of a case', () => {
  it('spills as often as the integral says, at each horizon', () => {
    const draw = createDraw(2),
      n = 60_000;
    const histories = Array.from({ length: n }, () => drawCaseHistory(draw, plan, 'delivery', 'email'));
    for (const horizon of [24, 72, 168, 720]) {
      const truth = trueSpillProbability(plan, 'delivery', 'email', horizon);
      const observed =
        histories.filter(({ spilledHours }) => spilledHours !== null && spilledHours <= horizon).length / n;
      expect(Math.abs(observed - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / n) + 1e-4);
    }
  });

  it('never both spills and is resolved, and is only resolved once answered', () => {
    const draw = createDraw(3);
    for (let i = 0; i < 5000; i++) {
      const { answeredHours, resolvedHours, spilledHours } = drawCaseHistory(
        draw,
        plan,
        'safety',
        'instagram-dm',
      );
      expect(resolvedHours !== null && spilledHours !== null).toBe(false);
      if (resolvedHours !== null) expect(resolvedHours).toBeGreaterThanOrEqual(answeredHours ?? Infinity);
    }
  });

  it('has the closed form 1 − exp(−hτ) when nobody answers, and none at all without hazard', () => {
    const silent = { ...plan, neverAnswered: 1 };
    expect(trueSpillProbability(silent, 'taste', 'whatsapp', 1e9)).toBeCloseTo(1 - Math.exp(-0.004 * 96), 10);
    expect(trueSpillProbability({ ...plan, spillPerHour: 0 }, 'taste', 'whatsapp', 1e4)).toBe(0);
    expect(
      drawCaseHistory(createDraw(1), { ...plan, spillPerHour: 0 }, 'taste', 'whatsapp').spilledHours,
    ).toBeNull();
  });

  it('is recovered by Aalen-Johansen and by Cox with the answer as time-varying covariate', () => {
    const draw = createDraw(11),
      n = 20_000,
      follow = 1440;
    const durations: number[] = [],
      eventTypes: number[] = [];
    const start: number[] = [],
      stop: number[] = [],
      event: boolean[] = [],
      answered: number[] = [];
    for (let i = 0; i < n; i++) {
      const { answeredHours, resolvedHours, spilledHours } = drawCaseHistory(draw, plan, 'delivery', 'email');
      const end = Math.min(spilledHours ?? Infinity, resolvedHours ?? Infinity, follow),
        spilled = spilledHours === end,
        at = answeredHours ?? Infinity;
      durations.push(end);
      eventTypes.push(spilled ? 1 : resolvedHours === end ? 2 : 0);
      const cut = Math.min(at, end);
      start.push(0);
      stop.push(cut);
      event.push(spilled && end <= at);
      answered.push(0);
      if (end > at) {
        start.push(at);
        stop.push(end);
        event.push(spilled);
        answered.push(1);
      }
    }
    const point = aalenJohansen({ durations, eventTypes, causes: 2 }).at(1, 168);
    const truth = trueSpillProbability(plan, 'delivery', 'email', 168);
    expect(Math.abs((point?.incidence ?? 0) - truth)).toBeLessThan(4 * (point?.stdErr ?? 0));
    const fit = coxRegression({ start, stop, event, covariates: { answered } });
    expect(fit.measured).toBe(true);
    if (fit.measured)
      expect(Math.abs((fit.coef[0] ?? 0) - Math.log(plan.answeredHazardRatio))).toBeLessThan(
        4 * (fit.stdErr[0] ?? 0),
      );
  });

  it('is answered within office hours when there are some', () => {
    const draw = createDraw(6),
      openedAt = Date.UTC(2026, 2, 28, 23, 10);
    for (let i = 0; i < 500; i++) {
      const { answeredHours } = drawCaseHistory(
        draw,
        { ...plan, officeHours: [8, 20] },
        'price',
        'whatsapp',
        openedAt,
      );
      if (answeredHours === null) continue;
      // An opening that falls after the change to summer time may be an hour off.
      const hour = Number(parisClock(openedAt + answeredHours * 3_600_000).hour);
      expect(hour >= 8 && hour <= 20).toBe(true);
    }
  });
});
