import { encodeHead } from '../enrich/heads/head.js';
import { createFeatures } from '../enrich/heads/head-reader.js';
import type { RecipeOptions } from './example-reader.js';
import { encodeComplaintModel } from './complaint-model.js';
import { CONFUSION_HEADS, encodeConfusions, measureConfusions } from './confusions.js';
import type { LearntHead } from './recipe.js';
import { RECIPES, trainRecipe } from './recipes.js';

export interface RebuildOptions extends RecipeOptions {
  /** Only heads whose name starts so. */
  readonly only?: string;
  readonly progress?: (name: string, done: number, total: number) => void;
}

/** Learns the shipped heads again from the labelled sets, then the model over them, their held-out tables and what they tell of further samples: file name → bytes. Same sets, same options, same bytes. */
export function* rebuildHeads(
  options: RebuildOptions,
): Generator<{ readonly file: string; readonly bytes: Uint8Array }> {
  const features = createFeatures();
  const recipes = RECIPES.filter(
    ({ plan }) => options.only === undefined || plan.name.startsWith(options.only),
  );
  const learnt = new Map<string, LearntHead>();
  for (const [done, recipe] of recipes.entries()) {
    options.progress?.(recipe.plan.name, done, recipes.length);
    const trained = trainRecipe(features, recipe, options);
    if (trained === null) continue;
    if (CONFUSION_HEADS.includes(recipe.plan.name)) learnt.set(recipe.plan.name, trained);
    yield { file: `${recipe.plan.name}.bin`, bytes: encodeHead(trained.head) };
  }
  const measured = measureConfusions(learnt, options);
  if (measured === null) return;
  yield { file: 'complaint-public.json', bytes: encodeComplaintModel(measured.complaints) };
  yield { file: 'confusions.json', bytes: encodeConfusions(measured.tables) };
  yield { file: 'complaint-samples.json', bytes: encodeConfusions(measured.samples) };
  yield { file: 'tone-sets.json', bytes: encodeConfusions(measured.toneSets) };
}
