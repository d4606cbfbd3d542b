import { describe, expect, it } from 'vitest';
import { bestThreshold, fitPlatt, logistic } from '../../src/learn/fit-probabilities.js';
import { seededRandom } from '../../src/util/random.js';

describe('bestThreshold', () => {
  it('cuts between the classes', () => {
    expect(bestThreshold([0.9, 0.8, 0.4, 0.1], [true, true, false, false])).toBe(0.43);
    expect(bestThreshold([0.95, 0.9, 0.85], [true, false, false])).toBeGreaterThan(0.88);
  });

  it('is where the mean F1 is largest', () => {
    const random = seededRandom(4);
    const bears = Array.from({ length: 4000 }, () => random() < 0.8);
    const margins = bears.map((up) => (up ? 0.4 : -0.4) + 2 * (random() + random() + random() - 1.5));
    const { slope, shift } = fitPlatt(margins, bears);
    const probabilities = margins.map((margin) => logistic(slope * margin + shift));
    const meanF1 = (t: number): number => {
      const count = (up: boolean, told: boolean): number =>
        bears.filter((bear, i) => bear === up && (probabilities[i] as number) >= t === told).length;
      const errors = count(true, false) + count(false, true);
      return (
        count(true, true) / (2 * count(true, true) + errors) +
        count(false, false) / (2 * count(false, false) + errors)
      );
    };
    const best = bestThreshold(probabilities, bears);
    // Of ten texts eight bear the label: the most probable is not the best.
    expect(best).toBeGreaterThan(0.6);
    expect(meanF1(best)).toBeGreaterThan(meanF1(0.5) + 0.02);
    for (let t = 5; t <= 95; t += 5) expect(meanF1(best)).toBeGreaterThan(meanF1(t / 100) - 0.01);
  });

  it('has an answer without texts, or with one class', () => {
    expect(bestThreshold([], [])).toBeGreaterThan(0);
    expect(bestThreshold([0.7, 1], [true, true])).toBeLessThan(0.7);
    expect(bestThreshold([0, 0.7], [false, false])).toBeGreaterThan(0.7);
  });
});
