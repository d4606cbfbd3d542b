import { existsSync, readFileSync } from 'node:fs';
import type { HeadConfusion } from '../../model/index.js';

/** A file of tables; none where it is missing (models learnt by the user). */
function tablesOf(name: string): readonly HeadConfusion[] {
  const file = new URL(`../models/${name}`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as HeadConfusion[]) : [];
}

/** The held-out tables of the heads that ship. */
export const loadConfusions = (): readonly HeadConfusion[] => tablesOf('confusions.json');

/** What the heads that ship tell of further sets of complaints, which say how far sets lie apart and correct no share. */
export const loadComplaintSamples = (): readonly HeadConfusion[] => tablesOf('complaint-samples.json');

/** What the heads that ship tell of the tone of each labelled set. */
export const loadToneSets = (): readonly HeadConfusion[] => tablesOf('tone-sets.json');
