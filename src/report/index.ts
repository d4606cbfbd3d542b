export { renderDeck } from './deck/deck.js';
export { masterTheme } from './deck/client-master.js';
export { DEFAULT_THEME, parseTheme, type DeckTheme } from './deck/deck-theme.js';
export type { Box as SlideBox, ClientLayout, ClientLayouts } from './deck/client-layouts.js';
export { metricToJson, renderJson, type JsonMetric } from './metrics-json.js';
export { metricHtml, type MetricHtmlOptions } from './metric-html.js';
export { METRICS_SCHEMA } from './metrics-schema.js';
export { renderPage } from './page/page.js';
export { buildStory, type StoryInput, type StoryOptions } from './story/build-story.js';
export type {
  Action,
  AnnexColumn,
  AnnexTable,
  Choice as ExplorerChoice,
  Explorer,
  Facet,
  Figure,
  Finding,
  Mark,
  Rank,
  Said,
  StorySector,
  Story,
  StoryChart,
  StoryQuote,
  Tile,
} from './story/story.js';
export { renderWorkbook } from './workbook/workbook.js';
