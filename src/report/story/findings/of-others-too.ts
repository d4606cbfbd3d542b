import { numberOf, rowsOf, textOf, type Telling } from '../reading.js';

/** Share of messages that name another brand from which what is said is not told of the client alone. */
const OTHERS = 0.2;

/** Listening on competitors too: what is said is not said of the brand alone. Without a brand, the one named most is it. */
export function ofOthersToo({ metrics, brand }: Telling, n: number): boolean {
  const named = rowsOf(metrics.get('benchmarks'))
    .filter((row) => row['by'] === 'brand' && row['peer'] !== true)
    .toSorted((a, b) => numberOf(b, 'messages') - numberOf(a, 'messages'));
  const own = brand === '' ? textOf(named[0], 'group') : brand;
  const others = named.filter((row) => textOf(row, 'group') !== own);
  return others.reduce((sum, row) => sum + numberOf(row, 'messages'), 0) >= OTHERS * n;
}
