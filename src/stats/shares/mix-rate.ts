/** A group in two periods: its weight (messages, or parts of them) and the sum of their scores. */
export interface TwoPeriods {
  readonly before: { readonly weight: number; readonly sum: number };
  readonly after: { readonly weight: number; readonly sum: number };
}

/** What a group adds to the change of a mean score. */
export interface MixRatePart {
  /** Its share of the whole grew or shrank: (s̄ − S̄) · Δw. Above 0: more of a group that scores above all. */
  readonly mix: number;
  /** Its own score changed: w̄ · Δs. */
  readonly rate: number;
}

export interface MixRate {
  readonly before: number;
  readonly after: number;
  /** One a group, in order; their mixes and rates sum to `after − before`. */
  readonly parts: readonly MixRatePart[];
}

/**
 * Why a mean score moved between two periods: what each group adds because its weight changed (mix) and because its score did (rate).
 * Δ = Σ (s̄ − S̄)·Δw + Σ w̄·Δs, means over both periods: symmetric, and nothing is left over (the weights' changes sum to 0, so S̄ takes
 * nothing away; it only says a growing group pulls up or down as it scores above or below all). A group absent from a period is given
 * the score of the other: all it adds is mix. Kitagawa 1955.
 *
 * @returns `undefined` when a period has no weight
 * @example
 * const { before, after, parts } = mixRate([
 *   { before: { weight: 50, sum: 10 }, after: { weight: 50, sum: 10 } },
 *   { before: { weight: 50, sum: -10 }, after: { weight: 150, sum: -60 } },
 * ]);
 * [before, after, parts[0].mix, parts[1].mix, parts[1].rate]
 * // → [0, -0.25, -0.08125, -0.04375, -0.125]
 */
export function mixRate(groups: readonly TwoPeriods[]): MixRate | undefined {
  const total = (period: 'before' | 'after', what: 'weight' | 'sum'): number =>
    groups.reduce((sum, group) => sum + group[period][what], 0);
  const [weightBefore, weightAfter] = [total('before', 'weight'), total('after', 'weight')];
  if (!(weightBefore > 0) || !(weightAfter > 0)) return undefined;
  const before = total('before', 'sum') / weightBefore,
    after = total('after', 'sum') / weightAfter,
    middle = (before + after) / 2;
  return {
    before,
    after,
    parts: groups.map((group) => {
      const known = [group.before, group.after].map(({ weight, sum }) =>
        weight > 0 ? sum / weight : undefined,
      );
      const s0 = known[0] ?? known[1] ?? middle,
        s1 = known[1] ?? s0;
      const w0 = group.before.weight / weightBefore,
        w1 = group.after.weight / weightAfter;
      return { mix: ((s0 + s1) / 2 - middle) * (w1 - w0), rate: ((w0 + w1) / 2) * (s1 - s0) };
    }),
  };
}
