import { readExports } from '../ingest/reader.js';
import { privacyOf, readOptionsOf, type BuildOptions } from './build-settings.js';

/** A file of exports and the name under which a corpus tells it. */
export interface FileName {
  readonly name: string;
  readonly path: string;
}

/**
 * The names under which a corpus tells the files of exports: those of private messages are keyed. Throws `input-not-found` for a path
 * that does not exist, `option-invalid` without a key.
 */
export async function namesOfFiles(
  paths: string | readonly string[],
  options: BuildOptions,
): Promise<FileName[]> {
  const { nameOf } = privacyOf(options);
  const found: FileName[] = [];
  const add = (file: Parameters<typeof nameOf>[0]): void => {
    options.onProgress?.({
      task: 'looking at',
      item: `file ${found.length + 1}`,
      done: found.length,
      unit: 'files',
    });
    found.push({ name: nameOf(file), path: file.path });
  };
  const seen = (_sha256: string, file: Parameters<typeof nameOf>[0]): boolean => {
    add(file);
    return true;
  };
  for await (const event of readExports(paths, { ...readOptionsOf(options), skip: seen, samePaths: true }))
    if (event.type === 'fileStart') add(event);
  return found;
}
