import { describe, expect, it } from 'vitest';
import {
  effectiveWeights,
  predictionPoweredShare,
  type PredictionPoweredInput,
} from '../../../src/stats/quantification/corrected-share.js';
import { stratifiedShare } from '../../../src/stats/quantification/stratified-share.js';
import { seededRandom } from '../../../src/util/random.js';

/** Of n rows, the first `told` are told positive. */
const rows = (n: number, told: number): number[] => Array.from({ length: n }, (_, i) => Number(i < told));
const measured = <T extends { readonly measured: boolean }>(found: T): Extract<T, { measured: true }> => {
  if (!found.measured) throw new Error('not measured');
  return found as Extract<T, { measured: true }>;
};

describe('stratifiedShare', () => {
  const small: PredictionPoweredInput = {
    predictions: rows(100, 50),
    labelledPredictions: rows(40, 20),
    labels: rows(40, 10),
  };
  const large: PredictionPoweredInput = {
    predictions: rows(900, 90),
    labelledPredictions: rows(60, 6),
    labels: rows(60, 9),
  };

  it('weighs each stratum by its rows, not by its labels', () => {
    const { raw, stdErr, strata, interval } = measured(stratifiedShare([small, large]));
    // small: .5 − 10/40 = .25; large: .1 + 3/60 = .15; a tenth and nine tenths of the rows.
    expect(strata.map((one) => one.raw)).toEqual([0.25, expect.closeTo(0.15, 12)]);
    expect(raw).toBeCloseTo(0.1 * 0.25 + 0.9 * 0.15, 12);
    // s² of (−1 ten times in 40) is 7.5/39, of (1 three times in 60) 2.85/59.
    const own = [(50 * 0.5) / 99 / 100 + 7.5 / 39 / 40, (90 * 0.9) / 899 / 900 + 2.85 / 59 / 60];
    expect(stdErr).toBeCloseTo(Math.sqrt(0.01 * (own[0] as number) + 0.81 * (own[1] as number)), 12);
    expect((interval.low + interval.high) / 2).toBeCloseTo(raw, 12);
    // the order of strata changes nothing
    expect(measured(stratifiedShare([large, small])).raw).toBeCloseTo(raw, 12);
    // labels taken as one random part would say .14 + (−10 + 3) / 100 = .07
    expect(raw).not.toBeCloseTo(0.07, 1);
  });

  it('with one stratum is the prediction-powered share, to the last bit', () => {
    for (const one of [small, large]) {
      const { strata: _, ...found } = measured(stratifiedShare([one]));
      expect(found).toEqual(predictionPoweredShare(one));
    }
    expect(predictionPoweredShare({ ...small, weights: rows(40, 40).map(() => 2.5) })).toEqual(
      predictionPoweredShare(small),
    );
  });

  it('takes no stratum for surely read because no label differed', () => {
    const agreed = { predictions: rows(500, 50), labelledPredictions: rows(30, 3), labels: rows(30, 3) };
    const { strata } = measured(stratifiedShare([agreed, large]));
    const alone = measured(predictionPoweredShare(agreed));
    expect(strata[0]?.raw).toBeCloseTo(0.1, 12);
    const wider = Math.hypot(alone.stdErr, 1 / 30);
    expect(strata[0]?.stdErr).toBeCloseTo(wider, 12);
    expect(measured(stratifiedShare([agreed], { atLeastOneError: true })).stdErr).toBeCloseTo(wider, 12);
    expect(measured(stratifiedShare([agreed, large], { atLeastOneError: false })).strata[0]).toEqual(alone);
  });

  it('holds the truth as often as it says where strata are labelled at rates of their own, and so does each', () => {
    const uniform = seededRandom(5);
    const kinds = [
      { n: 4000, labelled: 200, truth: 0.3, wrong: 0.25 },
      { n: 600, labelled: 100, truth: 0.6, wrong: 0.1 },
      { n: 150, labelled: 30, truth: 0.1, wrong: 0.04 },
    ];
    const RUNS = 400;
    const held = [0, 0, 0, 0];
    let error = 0,
      naive = 0;
    for (let run = 0; run < RUNS; run++) {
      const inputs = kinds.map(({ n, labelled, truth, wrong }) => {
        const right = Array.from({ length: n }, () => Number(uniform() < truth));
        // positives are missed twice as often as others are told
        const told = right.map((one) => Number(uniform() < wrong * (one === 1 ? 1 : 0.5) ? 1 - one : one));
        return {
          predictions: told,
          labelledPredictions: told.slice(0, labelled),
          labels: right.slice(0, labelled),
          truth: right.reduce((a, b) => a + b, 0) / n,
        };
      });
      const found = measured(stratifiedShare(inputs));
      const all = kinds.reduce((sum, { n }) => sum + n, 0);
      const truth = inputs.reduce((sum, one, h) => sum + (one.truth * (kinds[h]?.n ?? 0)) / all, 0);
      error += found.raw - truth;
      naive +=
        measured(
          predictionPoweredShare({
            predictions: inputs.flatMap((one) => one.predictions),
            labelledPredictions: inputs.flatMap((one) => one.labelledPredictions),
            labels: inputs.flatMap((one) => one.labels),
          }),
        ).raw - truth;
      [found, ...found.strata].forEach(({ interval: { low, high } }, at) => {
        const own = at === 0 ? truth : (inputs[at - 1]?.truth ?? 2);
        if (low <= own && own <= high) held[at] = (held[at] ?? 0) + 1;
      });
    }
    expect(Math.abs(error / RUNS)).toBeLessThan(0.003);
    // Taken as one random part they are told otherwise than they are.
    expect(Math.abs(naive / RUNS)).toBeGreaterThan(0.003);
    for (const count of held) expect(count / RUNS).toBeGreaterThanOrEqual(0.93);
  });

  it('is as sure as labels alone where every row has one, whatever the reader; half of them leave half', () => {
    const told = rows(400, 200),
      right = rows(400, 200).map((_, i) => Number(i % 5 === 0));
    const of = (n: number, inSet: boolean): ReturnType<typeof stratifiedShare> =>
      stratifiedShare([
        { predictions: told, labelledPredictions: told.slice(-n), labels: right.slice(-n), inSet },
        { ...large, labelledPredictions: large.predictions, labels: large.predictions, inSet },
      ]);
    const all = measured(of(400, true));
    // a fifth of 400 and a tenth of 900 rows; both strata labelled whole
    expect(all.raw).toBeCloseTo((80 + 90) / 1300, 12);
    expect(all.labelErr).toBe(0);
    const sampled = (0.2 * 0.8) / 400;
    expect(all.strata[0]?.stdErr).toBeCloseTo(Math.sqrt(sampled), 12);
    const half = measured(of(200, true)).strata[0],
      beside = measured(of(200, false)).strata[0];
    // of 200 not told 40 are: s² = 32/199, over 200 rows less over 400
    expect(half?.labelErr).toBeCloseTo(Math.sqrt((32 / 199) * (1 / 200 - 1 / 400)), 12);
    expect(beside?.labelErr).toBeCloseTo(Math.sqrt(32 / 199 / 200), 12);
  });

  it('holds what messages are drawn from as often as it says where half of them have a label', () => {
    const uniform = seededRandom(8),
      RUNS = 1000;
    let held = 0,
      heldBeside = 0;
    const holds = (input: PredictionPoweredInput): number => {
      const { low, high } = measured(predictionPoweredShare(input)).interval;
      return Number(low <= 0.3 && 0.3 <= high);
    };
    for (let run = 0; run < RUNS; run++) {
      const right = Array.from({ length: 300 }, () => Number(uniform() < 0.3));
      const told = right.map((one) => Number(uniform() < 0.3 ? 1 - one : one));
      const input = {
        predictions: told,
        labelledPredictions: told.slice(0, 150),
        labels: right.slice(0, 150),
      };
      held += holds({ ...input, inSet: true });
      heldBeside += holds(input);
    }
    expect(held / RUNS).toBeGreaterThan(0.93);
    expect(held / RUNS).toBeLessThan(0.97);
    // taken for rows beside the set they are doubted too much
    expect(heldBeside / RUNS).toBeGreaterThan(0.97);
  });

  it('weighs labels by the rows that they stand for', () => {
    // Errors: −1 of weight 1, 0 of weight 3: mean −1/4; Kish (1 + 3)² / (1 + 9) = 1.6.
    const found = measured(
      predictionPoweredShare({
        predictions: rows(4, 2),
        labelledPredictions: [1, 0],
        labels: [0, 0],
        weights: [1, 3],
      }),
    );
    expect(found.raw).toBeCloseTo(0.25, 12);
    expect(effectiveWeights([1, 3])).toEqual([expect.closeTo(0.4, 12), expect.closeTo(1.2, 12)]);
    expect(effectiveWeights([3, 3, 3])).toEqual([1, 1, 1]);
    expect(() => predictionPoweredShare({ ...small, weights: rows(40, 20) })).toThrow('weights');
  });

  it('is not measured without strata, or where one has a label at most', () => {
    expect(stratifiedShare([])).toMatchObject({ measured: false, reason: 'no-observations' });
    expect(
      stratifiedShare([small, { predictions: [1], labelledPredictions: [1], labels: [1] }]),
    ).toMatchObject({ measured: false, reason: 'too-few' });
  });
});
