import { readFileSync } from 'node:fs';

/** A file of sentences shipped with the package, by its path under `simulate/data`, without `.json`. */
export function readTexts(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${path}.json`, import.meta.url), 'utf8'));
}
