import { readFileSync } from 'node:fs';

/** A JSON file that the package ships beside the module that reads it: `shippedJson('./words.json', import.meta.url)`. */
export const shippedJson = (path: string, module: string): unknown =>
  JSON.parse(readFileSync(new URL(path, module), 'utf8'));
