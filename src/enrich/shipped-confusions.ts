import { existsSync, readFileSync } from 'node:fs';
import type { HeadConfusion } from '../model/index.js';

const FILE = new URL('./models/confusions.json', import.meta.url),
  SAMPLES = new URL('./models/complaint-samples.json', import.meta.url),
  TONES = new URL('./models/tone-sets.json', import.meta.url);

const load = (file: URL): readonly HeadConfusion[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as HeadConfusion[]) : [];

/** The held-out tables of the heads that ship; none where the file is missing (models learnt by the user). */
export const loadConfusions = (file: URL = FILE): readonly HeadConfusion[] => load(file);

/** What the heads that ship tell of further sets of complaints, which say how far sets lie apart and correct no share; none where the file is missing. */
export const loadComplaintSamples = (file: URL = SAMPLES): readonly HeadConfusion[] => load(file);

/** What the heads that ship tell of the tone of each labelled set; none where the file is missing. */
export const loadToneSets = (file: URL = TONES): readonly HeadConfusion[] => load(file);
