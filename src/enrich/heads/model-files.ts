import { readFileSync, readdirSync } from 'node:fs';
import { decodeHead, type LinearHead } from './head.js';

const FOLDER = new URL('../models/', import.meta.url);

/** The heads shipped with the package, by name, in the order of their names. */
export function loadHeads(): ReadonlyMap<string, LinearHead> {
  const heads = new Map<string, LinearHead>();
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.bin'))
    .toSorted()) {
    const head = decodeHead(readFileSync(new URL(file, FOLDER)), file);
    heads.set(head.name, head);
  }
  return heads;
}
