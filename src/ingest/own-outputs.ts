import { type Dirent, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a JSON file is one that this library wrote. */
function isOurs(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').startsWith('{\n  "deversoir"');
  } catch {
    return false;
  }
}

/** Whether a folder is a corpus of ours: no exports. */
export const isCorpus = (folder: string): boolean => isOurs(join(folder, 'manifest.json'));

/** Why they are left out. */
export const OWN_REPORT = 'a report of deversoir, no exports: left out, with its other files';

/** What a report writes into its folder, beside the corpus. */
const REPORT = new Set([
  'deck.pptx',
  'metrics.json',
  'metrics.schema.json',
  'metrics.xlsx',
  'report.html',
  'tables',
]);

/** The names that a report of ours wrote into a folder: its workbook would be read as a table of texts. */
export function reportFiles(folder: string, entries: readonly Dirent[]): readonly string[] {
  const names = entries.map(({ name }) => name).filter((name) => REPORT.has(name));
  const isReport =
    isOurs(join(folder, 'metrics.json')) || (names.length > 1 && isCorpus(join(folder, 'corpus')));
  return isReport ? names : [];
}
