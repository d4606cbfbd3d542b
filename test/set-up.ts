import { configureGlobal } from 'fast-check';
import { afterAll } from 'vitest';
import { tidyUp } from './temporary-folder.js';

/** Properties are tried on the same cases in every run; another `PROPERTY_SEED` tries others. */
configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 7) });

afterAll(tidyUp);
