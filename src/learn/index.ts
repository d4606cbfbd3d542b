export { adaptHead, FEWEST_ROWS, type Adaptation } from './adapt.js';
export { readLabelledCsv, type LabelledCsvOptions, type LabelledRow } from './labelled-csv.js';
export type { HeadPlan, LabelledText } from './head-plan.js';
export { trainHead, type TrainedHead } from './training.js';
