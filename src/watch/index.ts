export { atomFeed, eventRows, eventTable, jsonFeed } from './event-feeds.js';
export { lookOnce, type Look, type LookOptions } from './look.js';
export { parseWatchConfig, type WatchConfig, type Webhook } from './watch-config.js';
export type { EventKind, WatchEvent } from './watch-event.js';
export { signature } from './webhook.js';
