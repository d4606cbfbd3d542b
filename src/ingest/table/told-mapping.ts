import type { ExportFile } from '../bytes/export-file.js';
import type { ReadOptions, Source } from '../source.js';

/** A source of tables also says which column feeds which field. */
export interface MappedSource extends Source {
  mapping(file: ExportFile, options: ReadOptions): Readonly<Record<string, string>>;
}

/** Field → column of a table as a source reads it; `null` when the source reads no table. */
export function mappingOf(
  source: Source,
  file: ExportFile,
  options: ReadOptions,
): Readonly<Record<string, string>> | null {
  return 'mapping' in source ? (source as MappedSource).mapping(file, options) : null;
}

/** Which column feeds which field, in words. */
export const describe = (mapping: Readonly<Record<string, string>>): string =>
  Object.entries(mapping)
    .map(([field, column]) => `${field} ← ${column}`)
    .join(', ');
