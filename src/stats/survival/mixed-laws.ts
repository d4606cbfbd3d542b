/** A law of one quantity by its log density, up to a constant, at points in order; log-linear between them, none outside. */
export interface PointedLaw {
  readonly at: readonly number[];
  readonly logDensity: readonly number[];
}

/** Log density of a law at points in order. */
function logDensityAt({ at, logDensity }: PointedLaw, points: readonly number[]): number[] {
  let left = 0;
  return points.map((x) => {
    if (x < (at[0] as number) || x > (at.at(-1) as number)) return -Infinity;
    while (left < at.length - 2 && (at[left + 1] as number) <= x) left++;
    const [from, to] = [at[left] as number, at[left + 1] as number],
      part = to > from ? (x - from) / (to - from) : 0;
    return (1 - part) * (logDensity[left] as number) + part * (logDensity[left + 1] as number);
  });
}

/** Mass between two points of a density that is log-linear there. */
function massOf(width: number, left: number, right: number): number {
  const fall = Math.log(right / left);
  if (!Number.isFinite(fall)) return (width * (left + right)) / 2;
  return width * (Math.abs(fall) < 1e-6 ? left : (right - left) / fall);
}

/** Part of the way between two points at which a log-linear density has reached that part of its mass. */
function wayTo(part: number, left: number, right: number): number {
  const fall = Math.log(right / left);
  if (!Number.isFinite(fall) || Math.abs(fall) < 1e-6) return part;
  return Math.log1p(part * Math.expm1(fall)) / fall;
}

/**
 * Quantiles of a mixture: each group for its weight, the laws of a group for their mass, as their densities share one constant.
 *
 * @returns one value for each of `shares`
 */
export function mixedQuantiles(
  groups: readonly { readonly weight: number; readonly laws: readonly PointedLaw[] }[],
  shares: readonly number[],
): number[] {
  const points = [...new Set(groups.flatMap(({ laws }) => laws.flatMap(({ at }) => at)))].toSorted(
    (a, b) => a - b,
  );
  const density = points.map(() => 0);
  const massesOf = (values: readonly number[]): number[] =>
    points
      .slice(1)
      .map((to, k) => massOf(to - (points[k] as number), values[k] as number, values[k + 1] as number));
  for (const { weight, laws } of groups) {
    const top = Math.max(...laws.map(({ logDensity }) => Math.max(...logDensity)));
    const own = points.map(() => 0);
    for (const law of laws)
      for (const [k, value] of logDensityAt(law, points).entries())
        own[k] = (own[k] as number) + Math.exp(value - top);
    const mass = massesOf(own).reduce((a, b) => a + b, 0);
    for (const [k, value] of own.entries()) density[k] = (density[k] as number) + (weight * value) / mass;
  }
  const masses = massesOf(density),
    total = masses.reduce((a, b) => a + b, 0);
  return shares.map((share) => {
    let left = share * total;
    for (const [k, mass] of masses.entries()) {
      const [from, to] = [points[k] as number, points[k + 1] as number];
      if (left <= mass && mass > 0)
        return from + (to - from) * wayTo(left / mass, density[k] as number, density[k + 1] as number);
      left -= mass;
    }
    return points.at(-1) as number;
  });
}
