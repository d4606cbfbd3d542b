export { buildReport } from './build-report.js';
export { funnelSentence } from './funnel-sentences.js';
export { renderHtml } from './html.js';
export { metricToJson, renderJson, type JsonMetric } from './json.js';
export type {
  KeyFigure,
  Quote,
  ReportBlock,
  ReportInput,
  ReportModel,
  ReportOptions,
  ReportSection,
  ReportTable,
} from './report-model.js';
