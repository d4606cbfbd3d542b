import type { Manifest } from '../model/index.js';

function cells(values: readonly (string | number)[]): string {
  const [file, format, ...counts] = values;
  return [...counts.map((count) => String(count).padStart(10)), String(format).padEnd(18), String(file)].join('  ');
}

/** The manifest as lines for a person: a row a file, the totals, the notes. */
export function manifestLines(manifest: Manifest): string[] {
  const lines = [cells(['file', 'format', 'read', 'kept', 'duplicates', 'rejected'])];
  for (const file of manifest.files) {
    lines.push(cells([file.path, file.format ?? '(none)', file.read, file.kept, file.duplicates, file.rejected]));
    for (const note of file.notes) lines.push(`${' '.repeat(68)}${note}`);
  }
  const { read, kept, duplicates, rejected } = manifest.totals;
  lines.push(`${read} read = ${kept} kept + ${duplicates} duplicates + ${rejected} rejected; ${manifest.nearDuplicates} of the kept are near duplicates`);
  return lines;
}
