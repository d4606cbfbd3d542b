import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe } from 'vitest';

/** Beside the project, or the folder of `DEVERSOIR_SHARED`. */
const root = fileURLToPath(
  process.env['DEVERSOIR_SHARED'] === undefined
    ? new URL('../../shared/', import.meta.url)
    : pathToFileURL(`${process.env['DEVERSOIR_SHARED']}/`),
);

/**
 * Path of a file of the shared data folder beside the project. Only the tests of `npm run test:shared` may ask for one:
 * `npm test` never looks outside the clone.
 */
export const shared = (path: string): string => {
  if (!existsSync(root)) throw new Error(`${root} is absent: the tests of test/shared need it`);
  return root + path;
};

/** A suite on the shared data: it fails where the folder is absent. */
export function describeShared(name: string, body: () => void): void {
  if (!existsSync(root)) throw new Error(`${root} is absent: ${name} can't run`);
  describe(name, body);
}
