import { cellOf, figureOf, numberOf, numberOrNull, rowsOf, type Telling } from '../reading.js';
import type { Figure } from '../story.js';

/** A 95 % interval that holds over half of all possible shares says nothing of the true one. */
const WIDE = 0.5;

/** Bounds so many times apart are told in place of the value between them. */
const VAGUE = 3;
export const isVague = (low: number, high: number): boolean => high > VAGUE * Math.max(low, 0.001);

/** Fewer cases followed tell no rate. */
const LEAST_CASES = 10;

/** The spill rate as it may be told: the corrected one, or what was seen and why no more can be said. */
export interface SpillTold {
  readonly figure: Figure;
  /** Why only a floor is told; absent where the corrected rate holds. */
  readonly floor?: { readonly why: string; readonly figures: readonly Figure[] };
}

/**
 * The corrected rate, unless it is not measured, its interval is too wide, or the rate by timing contradicts it: then the share of
 * cases seen to overflow, which is a floor. `null` where no private case could be followed.
 */
export function spillToldOf({ metrics, words }: Telling): SpillTold | null {
  const metric = metrics.get('spillRate');
  const total = rowsOf(metric).find((row) => row['by'] === 'total');
  if (total !== undefined && numberOf(total, 'n') < LEAST_CASES) return null;
  const corrected = figureOf(metric, words);
  if (metric === undefined || total === undefined || numberOrNull(total, 'seen') === null)
    return corrected === null ? null : { figure: corrected };
  const cell = (column: string): Figure =>
    cellOf(metric, total, column, ['by'], words, {
      style: 'share',
      low: `${column}Low`,
      high: `${column}High`,
    });
  const figure = cell('seen');
  const floor = (fr: string, en: string, figures: readonly Figure[] = []): SpillTold => ({
    figure,
    floor: { why: words.say(`C’est un plancher : ${fr}.`, `This is a floor: ${en}.`), figures },
  });
  if (corrected === null)
    return floor(
      'rien ne relie assez les plaintes privées aux plaintes publiques pour estimer la part réelle',
      'too little ties private complaints to public complaints to estimate the true share',
    );
  const { low, high } = corrected;
  if (low === null || high === null) return { figure: corrected };
  const timing = cell('timing');
  const value = (one: number): string => words.value(one, 'share');
  if (timing.low !== null && timing.high !== null && (timing.low > high || timing.high < low))
    return floor(
      `deux estimations de la part réelle se contredisent, ${value(corrected.value)} par ce que les liens retrouvent, ${value(timing.value)} par le temps seul`,
      `two estimates of the true share contradict each other, ${value(corrected.value)} by what links find, ${value(timing.value)} by timing alone`,
      [corrected, timing],
    );
  if (high - low > WIDE)
    return floor(
      `corrigée de ce qui ne peut pas se voir, la part réelle est ${words.interval(low, high, 'share')}`,
      `corrected for what can’t be seen, the true share is ${words.interval(low, high, 'share')}`,
      [corrected],
    );
  return { figure: corrected };
}
