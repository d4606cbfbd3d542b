import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** Inverse of a positive definite matrix, or undefined; scaled to unit diagonal first so that units don't matter. */
export function invertInformation(information: Matrix): Matrix | undefined {
  const p = information.rows;
  const scale = Array.from({ length: p }, (_, a) => Math.sqrt(information.get(a, a)));
  if (scale.some((s) => !(s > 0) || !Number.isFinite(s))) return undefined;
  const scaled = new Matrix(p, p);
  for (let a = 0; a < p; a++)
    for (let b = 0; b < p; b++)
      scaled.set(a, b, information.get(a, b) / ((scale[a] as number) * (scale[b] as number)));
  const cholesky = new CholeskyDecomposition(scaled);
  if (!cholesky.isPositiveDefinite() || cholesky.lowerTriangularMatrix.diagonal().some((d) => d < 1e-6))
    return undefined;
  const inverse = cholesky.solve(Matrix.eye(p));
  for (let a = 0; a < p; a++)
    for (let b = 0; b < p; b++)
      inverse.set(a, b, inverse.get(a, b) / ((scale[a] as number) * (scale[b] as number)));
  return inverse;
}
