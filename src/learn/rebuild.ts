import { encodeHead } from '../enrich/head.js';
import { createFeatures } from '../enrich/head-reader.js';
import type { RecipeOptions } from './example-reader.js';
import { RECIPES, trainRecipe } from './recipes.js';

export interface RebuildOptions extends RecipeOptions {
  /** Only heads whose name starts so. */
  readonly only?: string;
  readonly progress?: (name: string, done: number, total: number) => void;
}

/** Learns the shipped heads again from the labelled sets: file name → bytes. Same sets, same options, same bytes. */
export function* rebuildHeads(
  options: RebuildOptions,
): Generator<{ readonly file: string; readonly bytes: Uint8Array }> {
  const features = createFeatures();
  const recipes = RECIPES.filter(
    ({ plan }) => options.only === undefined || plan.name.startsWith(options.only),
  );
  for (const [done, recipe] of recipes.entries()) {
    options.progress?.(recipe.plan.name, done, recipes.length);
    const trained = trainRecipe(features, recipe, options);
    if (trained !== null) yield { file: `${recipe.plan.name}.bin`, bytes: encodeHead(trained.head) };
  }
}
