import { shippedJson } from '../util/shipped-json.js';

/** A file of sentences shipped with the package, by its path under `simulate/data`, without `.json`. */
export function readTexts(path: string): unknown {
  return shippedJson(`./data/${path}.json`, import.meta.url);
}
