import { FIELDS, LEVELS, type Field } from '../../src/cases/pairs/comparison.js';
import { weightsOf, type LinkParameters, type Shares } from '../../src/cases/weights/pair-weights.js';
import type { Pattern } from '../../src/cases/weights/patterns.js';

/** Levels of a pair: those named, all else missing. */
export function levelsOf(told: Partial<Record<Field, number>>): Uint8Array {
  const levels = new Uint8Array(FIELDS.length);
  for (const [field, level] of Object.entries(told)) levels[FIELDS.indexOf(field as Field)] = level;
  return levels;
}

/** Chance that shows nothing: each level of a field as often as any other. */
export const evenU = Object.fromEntries(
  FIELDS.map((field) => [field, LEVELS[field].map(() => 1 / LEVELS[field].length)]),
) as unknown as LinkParameters['u'];

/** What one pair is taken for. */
export const sharesOf = (pair: Pick<Pattern, 'levels' | 'rarity'>, parameters: LinkParameters): Shares =>
  weightsOf(parameters).shares(pair);
