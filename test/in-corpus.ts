import { join } from 'node:path';
import type { Corpus } from '../src/corpus.js';
import { type BuildOptions, buildCorpus } from '../src/pipeline.js';
import { inFolder } from './ingest/in-folder.js';

/** Makes a corpus of files, gives it to `use`, and removes both. */
export const inCorpus = <T>(
  files: Parameters<typeof inFolder>[0],
  options: Omit<BuildOptions, 'key'>,
  use: (corpus: Corpus) => Promise<T>,
): Promise<T> =>
  inFolder(files, async (folder) => {
    const corpus = await buildCorpus(folder, join(folder, '.corpus'), {
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      workers: 0,
      ...options,
    });
    try {
      return await use(corpus);
    } finally {
      corpus.close();
    }
  });
