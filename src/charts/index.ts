export { answeredWithinChart } from './care-chart.js';
export type { Chart, ChartMaker, ChartOptions, VegaLiteSpec } from './chart.js';
export { driverChart, driverShiftChart } from './driver-chart.js';
export { channelLabel, label, type LabelKind } from './labels.js';
export { ratingChart } from './rating-chart.js';
export { compileSpec, renderSvg, type CompileResult } from './render.js';
export { netSentimentChart, sentimentChart } from './sentiment-chart.js';
export { contributionChart, harmChart, shareOfVoiceChart } from './shares-chart.js';
export { volumeChart } from './volume-chart.js';
