import { differenceInterval, netScoreInterval } from '../basic/score-interval.js';

/** What a rank is made of: the tone of a product's messages, and its grade. */
export interface GradedTone {
  readonly positive: number;
  readonly negative: number;
  readonly n: number;
  readonly effectiveN?: number;
  /** `a` the best. */
  readonly grade: string;
}

/** Rank of the tone less rank of the grade, 1 the best; above 0: judged worse than graded. */
export interface RankGap {
  readonly toneRank: number;
  readonly gradeRank: number;
  readonly gap: number;
  readonly gapLow: number;
  readonly gapHigh: number;
}

/** Ranks from 1, the smallest first; equal values share their mean rank. */
function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length,
      equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/**
 * The gap between the rank of the tone and that of the grade for each of several products, with its interval: the grade is known, the rank of
 * a tone lies behind those products that are surely better and before those that are surely worse, each difference of two net scores (MOVER)
 * at a level that holds for all of a product's differences together (Bonferroni). Mogstad, Romano, Shaikh & Wilhelm 2024.
 *
 * @example
 * const [yoghurt] = rankGaps([{ positive: 0, negative: 40, n: 40, grade: 'a' }, { positive: 40, negative: 0, n: 40, grade: 'd' }], 0.95);
 * yoghurt
 * // → { toneRank: 2, gradeRank: 1, gap: 1, gapLow: 1, gapHigh: 1 }
 */
export function rankGaps(products: readonly GradedTone[], level: number): RankGap[] {
  const together = 1 - (1 - level) / Math.max(1, products.length - 1);
  const tones = products.map((product) => {
    const { value, low, high } = netScoreInterval(product, together) ?? { value: 0, low: -1, high: 1 };
    return { value, low, high };
  });
  const toneRanks = ranks(tones.map(({ value }) => -value)),
    gradeRanks = ranks(products.map(({ grade }) => grade.charCodeAt(0)));
  return tones.map((tone, at) => {
    const others = tones.filter((_, other) => other !== at).map((other) => differenceInterval(tone, other));
    const [toneRank, gradeRank] = [toneRanks[at] ?? 1, gradeRanks[at] ?? 1];
    return {
      toneRank,
      gradeRank,
      gap: toneRank - gradeRank,
      gapLow: 1 + others.filter(({ high }) => high < 0).length - gradeRank,
      gapHigh: tones.length - others.filter(({ low }) => low > 0).length - gradeRank,
    };
  });
}
