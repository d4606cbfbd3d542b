import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../../src/model/index.js';
import { spillToldOf, type SpillTold } from '../../../../src/report/story/findings/spill-floor.js';
import { plain, telling, written } from '../../written.js';

const told = (metrics: readonly Metric[]): SpillTold | null =>
  spillToldOf(telling(metrics, { zone: 'Europe/Paris' }));

/** A spill rate with its interval, beside 9 % seen and a rate by timing. */
const rate = (
  interval: { value: number; low: number; high: number } | null,
  [timing, timingLow, timingHigh]: readonly [number | null, number | null, number | null],
): Promise<Metric> =>
  written('spillRate', 'share', {
    ...interval,
    rows: [{ by: 'total', n: 100, seen: 0.09, seenLow: 0.05, seenHigh: 0.16, timing, timingLow, timingHigh }],
  });

describe('spillToldOf', () => {
  it('tells the corrected rate where it is narrow and timing agrees', async () => {
    const found = told([await rate({ value: 0.2, low: 0.12, high: 0.31 }, [0.15, 0.05, 0.2])]);
    expect([found?.figure.column, found?.figure.value, found?.floor]).toEqual(['value', 0.2, undefined]);
  });

  it.each([
    ['is not measured', null, [0.1, 0, 0.9], 'rien ne relie assez', 0],
    ['is contradicted by timing', { value: 0.3, low: 0.2, high: 0.45 }, [0, 0, 0.05], 'se contredisent', 2],
    ['could be anything', { value: 0.77, low: 0.26, high: 0.97 }, [0.4, 0.1, 0.8], 'de 26,0 % à 97,0 %', 1],
    [
      'could be anything, timing unknown',
      { value: 0.5, low: 0.1, high: 0.9 },
      [null, null, null],
      'de 10,0 %',
      1,
    ],
  ] as const)(
    'tells what was seen, as a floor, where the rate %s',
    async (_, interval, timing, why, figures) => {
      const found = told([await rate(interval, timing)]);
      expect([found?.figure.column, found?.figure.value, found?.figure.low, found?.figure.high]).toEqual([
        'seen',
        0.09,
        0.05,
        0.16,
      ]);
      expect(plain(found?.floor?.why ?? '')).toContain(why);
      expect(plain(found?.floor?.why ?? '')).toMatch(/^C’est un plancher : /);
      expect(found?.floor?.figures).toHaveLength(figures);
    },
  );

  it('tells nothing where no private case could be followed', async () => {
    expect(told([])).toBeNull();
    expect(told([await written('spillRate', 'share', {})])).toBeNull();
  });
});
