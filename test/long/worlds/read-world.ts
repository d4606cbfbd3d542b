import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Corpus } from '../../../src/corpus.js';
import { buildCorpus } from '../../../src/pipeline.js';
import { namesOfFiles } from '../../../src/shards/file-names.js';
import {
  filesOf,
  simulateWorld,
  writeWorld,
  type Knobs,
  type SimulatedWorld,
  type WorldFile,
} from '../../../src/simulate/index.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** A world and the corpus read from its raw exports. */
export interface ReadWorld {
  readonly world: SimulatedWorld;
  readonly corpus: Corpus;
  /** Its exports, by the names that the corpus gave them. */
  readonly written: readonly WorldFile[];
}

/** Reads a world from its raw exports, in a folder that is gone afterwards. */
export async function withWorld<T>(
  seed: number,
  given: Partial<Knobs>,
  use: (read: ReadWorld) => Promise<T>,
  plant?: Parameters<typeof simulateWorld>[2],
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  try {
    const files = filesOf(simulateWorld(seed, given, plant));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const config = JSON.parse(
      Buffer.from(files.get('deversoir.json') as Uint8Array).toString('utf8'),
    ) as object;
    const options = { key: KEY, zone: 'Europe/Paris', config };
    const corpus = await buildCorpus(join(folder, 'exports'), join(folder, 'corpus'), options);
    try {
      const names = await namesOfFiles(join(folder, 'exports'), options);
      const named = (path: string): string =>
        names.find(
          (one) => one.path === path || one.path.endsWith(`/${path}`) || path.endsWith(`/${one.path}`),
        )?.name ?? path;
      const world = simulateWorld(seed, given, plant);
      const written = writeWorld(world).map((file) => ({ ...file, path: named(file.path) }));
      return await use({ world, corpus, written });
    } finally {
      corpus.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
