import { FIELDS, LEVELS } from '../pairs/comparison.js';

const GAP = FIELDS.indexOf('gap');
/** The level of a pair whose earlier side goes on. */
const GOES_ON = LEVELS.gap.length - 1;

/**
 * Shares of the levels of the gap of one case, `gap`, of which the share that goes on is learnt from pairs alone, each for its `weight`: no wait
 * within a thread shows it. Before pairs nothing is known of it: they go on as often as any two do (`u`), worth `strength` pairs.
 */
export function withGoingOn<Pattern extends { readonly levels: Uint8Array }>(
  gap: readonly number[],
  u: readonly number[],
  strength: number,
  patterns: readonly Pattern[],
  weight: (pattern: Pattern) => number,
): number[] {
  let going = strength * (u[GOES_ON] ?? 0),
    all = strength;
  for (const pattern of patterns) {
    const level = pattern.levels[GAP] ?? 0;
    if (level === 0) continue;
    all += weight(pattern);
    if (level - 1 === GOES_ON) going += weight(pattern);
  }
  const rest = 1 - (gap[GOES_ON] ?? 0);
  return gap.map((share, level) => (level === GOES_ON ? going / all : (share / rest) * (1 - going / all)));
}
