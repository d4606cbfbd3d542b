import type { ExampleReader } from './example-reader.js';
import type { HeadPlan, LabelledText } from './head-plan.js';

/** How a shipped head is learnt. */
export interface Recipe {
  readonly plan: HeadPlan;
  examples(read: ExampleReader): LabelledText[];
}
