import { describe, expect, it } from 'vitest';
import { numberOf, numberOrNull } from '../../../src/report/story/reading.js';
import { barsChart, markOf } from '../../../src/report/story/story-charts.js';
import { wordsOf } from '../../../src/report/story/words.js';

describe('an absent number', () => {
  it('is neither zero nor on any side of a bound', () => {
    for (const row of [undefined, {}, { low: null }, { low: Number.NaN }, { low: '3' }]) {
      const low = numberOf(row, 'low');
      expect([low > 0, low < 0, low === 0, low <= 1]).toEqual([false, false, false, false]);
      expect(numberOrNull(row, 'low')).toBeNull();
    }
    expect(numberOf({ low: 0 }, 'low')).toBe(0);
  });

  it('has no bar', () => {
    const words = wordsOf('fr', 'Europe/Paris');
    const marks = [{ value: 0.2 }, { value: null }, { value: 0 }].map((row, k) =>
      markOf(row, `m${k}`, { value: 'value' }, 'share', words),
    );
    expect(barsChart('Titre', '', 'share', marks)?.series[0]?.marks.map(({ label }) => label)).toEqual([
      'm0',
      'm2',
    ]);
  });
});
