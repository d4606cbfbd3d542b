export * from './columns.js';
export * from './message.js';
export * from './record.js';
export * from './reject.js';
export * from './enrichment.js';
export * from './case.js';
export * from './manifest.js';
export * from './metric.js';
