import { expect, it } from 'vitest';
import { fuzz } from './fuzz.js';

/** `test/long/ingest/fuzz.test.ts` reads 100,000. */
it('contains 300 damaged files: no exception, no lost count, work in proportion to the bytes', async () => {
  await expect(fuzz(300, 1)).resolves.toBeUndefined();
});
