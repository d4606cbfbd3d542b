import { availableParallelism } from 'node:os';
import type { ReaderErrors } from '../enrich/transformer/vector-head.js';
import type { CommandIo } from './command.js';

/** Texts between two lines of progress. */
const CHUNK = 256;

/** Tones of texts as the classifier of a folder tells them; mixed ones are neutral to it. */
export async function secondReading(
  folder: string,
  texts: readonly string[],
  onProgress: CommandIo['progress'],
): Promise<{ readonly tones: readonly string[]; readonly errors: readonly ReaderErrors[] }> {
  const { loadTransformer } = await import('../enrich/transformer/transformer.js');
  const { judgeTones } = await import('../enrich/transformer/sentiment.js');
  const transformer = await loadTransformer(folder, { threads: availableParallelism() });
  try {
    const tones: string[] = [];
    for (let from = 0; from < texts.length; from += CHUNK) {
      const part = await judgeTones(transformer, texts.slice(from, from + CHUNK));
      tones.push(...part.map(({ tone }) => tone));
      onProgress({ task: 'second reading', done: tones.length, total: texts.length, unit: 'texts' });
    }
    return { tones, errors: transformer.errors };
  } finally {
    await transformer.close();
  }
}
