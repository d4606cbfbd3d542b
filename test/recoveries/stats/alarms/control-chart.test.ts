import { expect, it } from 'vitest';
import {
  calibrateThreshold,
  cusum,
  expectedCount,
  meanPlusSdRule,
  shortAgainstLongRule,
  weekOverWeekRule,
  type AlarmRule,
} from '../../../../src/stats/index.js';
import { drawCounts } from '../../../../src/stats/alarms/draw-counts.js';
import { negativeBinomial } from '../../../../src/stats/variates.js';
import { seededRandom } from '../../../../src/util/random.js';
import { baselineOf, hourly } from '../../../stats/alarms/hourly-counts.js';

it('alarm rules keep to the false-alarm budget on fresh calm, and CUSUM is first to a lasting rise', () => {
  const baseline = baselineOf(hourly(12, 3), 1);
  const rules: Record<string, AlarmRule> = {
    cusum: (counts, threshold) => cusum(counts, baseline, { threshold, ratio: 1.8 }),
    meanPlusSd: (counts, threshold) => meanPlusSdRule(counts, { threshold }),
    weekOverWeek: (counts, threshold) => weekOverWeekRule(counts, { threshold }),
    shortAgainstLong: (counts, threshold) => shortAgainstLongRule(counts, { threshold }),
  };
  const delays: Record<string, number> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const found = calibrateThreshold(rule, baseline, { perMonth: 0.5, seed: 8, months: 80 });
    if (!found.measured) throw new Error(found.because);
    expect(found.perMonth).toBeLessThanOrEqual(0.5);
    const fresh = drawCounts(baseline, 24 * (14 + 30 * 40), seededRandom(99));
    expect(rule(fresh, found.threshold).alarms.filter((k) => k >= 336).length / 40).toBeLessThan(1.2);
    const waits = Array.from({ length: 15 }, (_, run) => {
      const counts = drawCounts(baseline, 336 + 240, seededRandom(500 + run)),
        extra = seededRandom(900 + run);
      const start = 336 + 24 + run;
      const crisis = counts.map((count, k) =>
        k >= start ? count + negativeBinomial(extra, 1.2 * expectedCount(baseline, k), 4) : count,
      );
      return (rule(crisis, found.threshold).alarms.find((k) => k >= start) ?? 336 + 240) - start;
    }).sort((a, b) => a - b);
    delays[name] = waits[7] ?? Infinity;
  }
  const { cusum: own = Infinity, ...others } = delays;
  for (const delay of Object.values(others)) expect(own).toBeLessThan(delay);
});
