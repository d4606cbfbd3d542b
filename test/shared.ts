import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const root = fileURLToPath(new URL('../../shared/', import.meta.url));

/** Path of a file of the shared data folder beside the project. */
export const shared = (path: string): string => root + path;

export const hasShared = existsSync(root);

/** A suite on the shared data: skipped with a message where the folder is absent, a failure in CI. */
export function describeShared(name: string, body: () => void): void {
  if (!hasShared && process.env['CI'] === 'true')
    throw new Error(`${root} is absent in CI: ${name} can't run`);
  if (!hasShared) console.warn(`skipped: ${name} needs ${root}`);
  describe.skipIf(!hasShared)(name, body);
}
