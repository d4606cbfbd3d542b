import { checkNumbers, checkSameLength, checkSome, orderBy, type Numbers } from '../checks.js';
import { DeversoirError } from '../../util/errors.js';
import { wilsonInterval, type StatInterval } from '../shares/interval.js';

function check(probabilities: Numbers, outcomes: ArrayLike<boolean | number>): void {
  checkSome('probabilities', probabilities);
  checkSameLength('probabilities and outcomes', probabilities, outcomes);
  checkNumbers('probabilities', probabilities, 0);
  for (let i = 0; i < probabilities.length; i++)
    if ((probabilities[i] as number) > 1)
      throw new DeversoirError('data-invalid', `probability ${probabilities[i] as number} at index ${i}`, {
        hint: 'give values from 0 to 1',
      });
}

/**
 * Brier score: mean of (probability − outcome)². 0 is perfect; always saying the base rate r gives r·(1 − r). Brier 1950.
 *
 * @throws DeversoirError `data-invalid` without values, for unequal lengths or values outside [0, 1]
 * @example
 * brierScore([0.9, 0.2, 0.5], [1, 0, 1])
 * // → 0.1
 */
export function brierScore(probabilities: Numbers, outcomes: ArrayLike<boolean | number>): number {
  check(probabilities, outcomes);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++)
    sum += ((probabilities[i] as number) - (outcomes[i] ? 1 : 0)) ** 2;
  return sum / probabilities.length;
}

export interface ReliabilityRow {
  readonly n: number;
  /** Mean probability said. */
  readonly predicted: number;
  /** Share that happened. */
  readonly observed: number;
  /** Wilson interval of `observed`: a calibrated forecast lies in it 19 times of 20. */
  readonly interval: StatInterval;
}

/**
 * Reliability table: forecasts in groups of about equal size, what was said against what happened. Equal forecasts are never
 * split, so there may be fewer groups than asked for.
 *
 * @param bins groups at most; 10 by default
 * @throws DeversoirError as `brierScore`
 * @example
 * const [low, high] = reliabilityTable([0.1, 0.1, 0.8, 0.8], [0, 0, 1, 0], 2);
 * [low.observed, high.predicted, high.observed]
 * // → [0, 0.8, 0.5]
 */
export function reliabilityTable(
  probabilities: Numbers,
  outcomes: ArrayLike<boolean | number>,
  bins = 10,
): ReliabilityRow[] {
  check(probabilities, outcomes);
  if (!(bins >= 1)) throw new DeversoirError('option-invalid', `bins ${bins}`, { hint: 'use 1 or more' });
  const n = probabilities.length;
  const order = orderBy(n, (i) => probabilities[i] as number);
  const rows: ReliabilityRow[] = [];
  for (let k = 0; k < n;) {
    const goal = k + Math.max(1, Math.round((n - k) / Math.max(1, bins - rows.length)));
    let said = 0,
      happened = 0;
    const first = k;
    for (
      ;
      k < n &&
      (k < goal ||
        (probabilities[order[k] as number] as number) === (probabilities[order[k - 1] as number] as number));
      k++
    ) {
      said += probabilities[order[k] as number] as number;
      happened += outcomes[order[k] as number] ? 1 : 0;
    }
    const size = k - first;
    rows.push({
      n: size,
      predicted: said / size,
      observed: happened / size,
      interval: wilsonInterval(happened, size),
    });
  }
  return rows;
}
