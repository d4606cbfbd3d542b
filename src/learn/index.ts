export { adaptHead, FEWEST_ROWS, type Adaptation } from './adapt.js';
export { readLabelledCsv, type LabelledCsvOptions, type LabelledRow } from './labelled-csv.js';
export { trainHead, type HeadPlan, type LabelledText, type TrainedHead } from './training.js';
