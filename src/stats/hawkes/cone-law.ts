import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { seededRandom } from '../../util/random.js';
import { drawAt } from '../quantification/reading-errors.js';
import { normal } from '../variates.js';

const DRAWS = 2000;
const ROUNDS = 60;
/** Share of the largest information that keeps columns which hardly differ from being one. */
const RIDGE = 1e-6;

/**
 * Twice the gain of log-likelihood that a share `p` of samples stays under when parameters of which none may be negative are all 0: not that
 * of one parameter, as each more is one more way to fit chance (χ̄², Self & Liang 1987). Drawn: the score is normal with the information
 * as its variance, the gain the most of 2·score·θ − θ·information·θ over θ ≥ 0.
 *
 * @param information of the parameters on one another, what others tell apart taken out
 */
export function coneQuantile(information: readonly (readonly number[])[], p: number): number {
  const size = information.length,
    scales = information.map((row, j) => Math.sqrt(Math.max(row[j] as number, Number.MIN_VALUE))),
    unit = (a: number, b: number): number =>
      ((information[a]?.[b] ?? 0) + (information[b]?.[a] ?? 0)) / (2 * (scales[a] ?? 1) * (scales[b] ?? 1)),
    v = scales.map((_, a) => scales.map((__, b) => unit(a, b) + (a === b ? RIDGE : 0)));
  const cholesky = new CholeskyDecomposition(new Matrix(v));
  if (!cholesky.isPositiveDefinite()) return Infinity;
  const lower = cholesky.lowerTriangularMatrix,
    uniform = seededRandom(1);
  const gains = Array.from({ length: DRAWS }, () => {
    const noise = Array.from({ length: size }, () => normal(uniform));
    const score = noise.map((_, a) =>
      noise.reduce((sum, z, b) => (b > a ? sum : sum + lower.get(a, b) * z), 0),
    );
    return gainOf(v, score);
  });
  return drawAt(gains, p);
}

/** The most of 2·s·θ − θ·v·θ over θ ≥ 0, one coordinate after the other; at the maximum it is s·θ. */
function gainOf(v: readonly (readonly number[])[], s: readonly number[]): number {
  const theta = s.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    s.forEach((score, a) => {
      const row = v[a] as readonly number[];
      const rest = row.reduce((sum, value, b) => (b === a ? sum : sum + value * (theta[b] as number)), 0);
      const next = Math.max(0, (score - rest) / (row[a] as number));
      moved = Math.max(moved, Math.abs(next - (theta[a] as number)));
      theta[a] = next;
    });
    if (moved < 1e-6) break;
  }
  return s.reduce((sum, score, a) => sum + score * (theta[a] as number), 0);
}
