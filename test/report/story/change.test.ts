import { describe, expect, it } from 'vitest';
import { changeOf, difference, type Change } from '../../../src/report/story/change.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain, written } from '../written.js';

const words = wordsOf('fr', 'Europe/Paris');
const ROW = {
  metric: 'spillRate',
  period: '2026-04-01',
  previousPeriod: '2026-01-01',
  current: 0.25,
  previous: 0.1,
  difference: 0.15,
  low: 0.05,
  high: 0.25,
  n: 40,
  previousN: 30,
};

async function change(
  over: Readonly<Record<string, unknown>> = {},
  name = 'spillRate',
): Promise<Change | null> {
  const row = { ...ROW, metric: name, ...over } as typeof ROW;
  const metrics = new Map([['periodChange', await written('periodChange', 'share', { rows: [row] })]]);
  return changeOf({ metrics, words, zone: 'Europe/Paris', brand: 'A', quoted: new Set() }, name);
}

describe('what a measure did between two quarters', () => {
  it('is said with its interval, in points: 25 % against 10 % is 15 points', async () => {
    const found = await change();
    expect(found).toMatchObject({ clear: true, rising: true });
    expect(plain(found?.text ?? '')).toMatch(
      /25,0 % \(n = 40\), contre 10,0 % au .* \(n = 30\), soit \+15,0 points \(de \+5,0 à \+25,0 points\)\.$/,
    );
    expect(plain(found?.short ?? '')).toBe('+15,0 points ce trimestre');
  });

  it('says where a response rate is measured on other channels', async () => {
    expect((await change({ sameChannels: true }))?.text).toBe((await change())?.text);
    expect((await change({ sameChannels: false }, 'responseRate'))?.text).toContain('ne sont pas les mêmes');
  });

  it('is no difference where the interval holds zero, its ends too', async () => {
    for (const low of [-0.05, 0]) {
      const found = await change({ low });
      expect(found?.clear).toBe(false);
      expect(plain(found?.text ?? '')).toContain('écart non significatif');
      expect(plain(found?.short ?? '')).toBe('+15,0 points ce trimestre (non significatif)');
    }
    expect(await change({ difference: -0.15, low: -0.25, high: -0.05 })).toMatchObject({
      clear: true,
      rising: false,
    });
  });

  it('is not told of fewer than ten in a quarter, nor without bounds, nor of another measure', async () => {
    expect(await change({ n: 10, previousN: 10 })).not.toBeNull();
    expect(await change({ n: 9 })).toBeNull();
    expect(await change({ previousN: 9 })).toBeNull();
    expect(await change({ low: null })).toBeNull();
    expect(await change({ metric: 'meanRating' })).toBeNull();
  });

  it('is what the two figures give as they are printed; where they print alike none is told', async () => {
    const near = { low: -0.07, high: 0.083 };
    const short = async (over: Readonly<Record<string, unknown>>, name?: string): Promise<string> =>
      plain((await change({ ...near, ...over }, name))?.short ?? '');
    expect(await short({ previous: 0.8414, current: 0.8565, difference: 0.0151 })).toBe(
      '+1,6 point ce trimestre (non significatif)',
    );
    expect(await short({ previous: 2.49, current: 2.51, difference: 0.02 }, 'meanRating')).toBe(
      'pas d’écart significatif ce trimestre',
    );
    // halves as they are printed
    expect(await short({ previous: -0.2, current: -0.125, difference: 0.075 }, 'netSentimentScore')).toBe(
      '+0,07 ce trimestre (non significatif)',
    );
    expect(await short({ previous: 0.25, current: 23 / 80, difference: 0.0375 })).toBe(
      '+3,7 points ce trimestre (non significatif)',
    );
    // a clear one is told
    expect(await short({ previous: 2.49, current: 2.51, difference: 0.02, low: 0.01 }, 'meanRating')).toBe(
      '+0,02 ce trimestre',
    );
  });

  it('counts points in the plural from two on', async () => {
    const found = await change({
      previous: 0.1,
      current: 0.0871,
      difference: -0.0125,
      low: -0.04,
      high: 0.0149,
    });
    expect(plain(found?.short ?? '')).toBe('−1,3 point ce trimestre (non significatif)');
    expect(plain(found?.text ?? '')).toMatch(/\(de −4,0 à \+1,5 point\)\.$/);
  });

  it('has the style of its measure', () => {
    expect(difference(-0.025, 'share', words)).toMatch(/^[-−]2,5$/);
    expect(difference(0.3, 'number', words)).toBe('+0,3');
    expect(difference(1.1, 'number', words)).toBe('+1,1');
  });

  it('does not read as zero where it is none', () => {
    expect(difference(0.003, 'score', words)).toBe('+0,003');
    expect(difference(-0.00012, 'score', words)).toMatch(/^[-−]0,0001$/);
    expect(difference(0.0004, 'share', words)).toBe('+0,04');
    expect(difference(0, 'score', words)).toBe('0,00');
  });
});
