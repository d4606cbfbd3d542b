export { decodeHead, encodeHead, type HeadSource, type LinearHead } from '../enrich/head.js';
export { createFeatures } from '../enrich/head-reader.js';
export { ownHeads } from '../enrich/own-heads.js';
export { adaptHead, FEWEST_ROWS, type Adaptation } from './adapt.js';
export {
  readLabelledCsv,
  type LabelledCsv,
  type LabelledCsvOptions,
  type LabelledRow,
} from './labelled-csv.js';
export type { HeadPlan, LabelledText } from './head-plan.js';
export { trainHead, type TrainedHead } from './training.js';
