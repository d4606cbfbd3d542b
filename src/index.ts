export * from './model/index.js';
export { DeversoirError } from './util/errors.js';
