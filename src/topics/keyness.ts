/**
 * Keyness of a term in a part against the rest: the log-likelihood ratio G² of its 2 × 2 table, signed: negative where the term is
 * rarer in the part. Over 10.83 the difference has p < .001 (chi-square, 1 degree of freedom). 0 where a margin is empty.
 *
 * Source: Dunning, "Accurate methods for the statistics of surprise and coincidence", 1993.
 *
 * @example
 * keyness({ inPart: 30, part: 100, inAll: 50, all: 1000 })
 * // → 83.04
 */
export function keyness(counts: {
  readonly inPart: number;
  readonly part: number;
  readonly inAll: number;
  readonly all: number;
}): number {
  const { inPart, part, inAll, all } = counts;
  const rest = all - part,
    inRest = inAll - inPart;
  if (part <= 0 || rest <= 0 || inAll <= 0 || inAll >= all) return 0;
  const cell = (observed: number, expected: number): number =>
    observed === 0 ? 0 : observed * Math.log(observed / expected);
  const g2 =
    2 *
    (cell(inPart, (part * inAll) / all) +
      cell(inRest, (rest * inAll) / all) +
      cell(part - inPart, (part * (all - inAll)) / all) +
      cell(rest - inRest, (rest * (all - inAll)) / all));
  return inPart / part >= inRest / rest ? g2 : -g2;
}

/** G² of p = .001. */
export const KEY = 10.83;
