import type { ExampleReader } from './example-reader.js';
import type { TrainedHead } from './training.js';
import type { HeadPlan, LabelledText } from './head-plan.js';

/** How a shipped head is learnt. */
export interface Recipe {
  readonly plan: HeadPlan;
  examples(read: ExampleReader): LabelledText[];
}

/** A head as learnt, with the examples that it was held out on. */
export interface LearntHead extends TrainedHead {
  readonly examples: readonly LabelledText[];
}
