import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const left: (() => void)[] = [];

/** What is to be done when the tests of the file are through. */
export const atEnd = (tidy: () => void): void => void left.push(tidy);

/** An empty folder that is removed when the tests of the file are through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-test-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function tidyUp(): void {
  for (const tidy of left.splice(0).toReversed()) tidy();
}
