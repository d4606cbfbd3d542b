import { expect, it } from 'vitest';
import { fuzz } from '../../ingest/fuzz.js';

/** Inputs of one chunk, and chunks: 100,000 damaged files. `FUZZ_CHUNK=K` runs the Kth alone, `FUZZ_SEED` others. */
const RUNS = 5000,
  CHUNKS = 20;
/** No input of these sizes may take more processor time, in milliseconds. */
const SLOWEST = 10_000;
const SEED = Number(process.env['FUZZ_SEED'] ?? 1000);
const only = process.env['FUZZ_CHUNK'];

for (let chunk = 1; chunk <= CHUNKS; chunk++)
  it.runIf(only === undefined || Number(only) === chunk)(
    `contains ${RUNS} damaged files, seed ${SEED + chunk}`,
    async () => {
      await expect(fuzz(RUNS, SEED + chunk, SLOWEST)).resolves.toBeUndefined();
    },
  );
