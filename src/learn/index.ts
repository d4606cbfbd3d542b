export { decodeHead, encodeHead, type HeadSource, type LinearHead } from '../enrich/heads/head.js';
export { createFeatures } from '../enrich/heads/head-reader.js';
export { ownHeads } from '../enrich/heads/own-heads.js';
export { adaptHead, FEWEST_ROWS, type Adaptation } from './adapt.js';
export {
  readLabelledCsv,
  type LabelledCsv,
  type LabelledCsvOptions,
  type LabelledRow,
} from './labelled-csv.js';
export type { HeadPlan, LabelledText } from './head-plan.js';
export { trainHead, type TrainedHead } from './training.js';
