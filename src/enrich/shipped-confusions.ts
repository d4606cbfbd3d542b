import { existsSync, readFileSync } from 'node:fs';
import type { HeadConfusion } from '../model/index.js';

const FILE = new URL('./models/confusions.json', import.meta.url);

/** The held-out tables of the heads that ship; none where the file is missing (models learnt by the user). */
export function loadConfusions(file: URL = FILE): readonly HeadConfusion[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as HeadConfusion[]) : [];
}
