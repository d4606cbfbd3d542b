import { measure } from '../../src/metrics/measure.js';
import type { StoryInput } from '../../src/report/index.js';
import { fakeCorpus, type FakeRows } from '../metrics/fake-corpus.js';
import { richRows } from '../metrics/rich-rows.js';

/** Every metric of a report on rows written by hand. */
export async function measured(rows: FakeRows, brand = 'Maison Brel'): Promise<StoryInput> {
  const corpus = await fakeCorpus(rows);
  const asked = { brands: [brand, 'Ferme Anou'] };
  try {
    return {
      manifest: corpus.manifest,
      metrics: (await measure(corpus, asked)).filter(({ name }) => name !== 'caseTimeline'),
    };
  } finally {
    corpus.close();
  }
}

let rich: Promise<StoryInput> | undefined;
/** `measured(richRows())`, once for all files of a worker: to be read only. */
export const measuredRich = (): Promise<StoryInput> => (rich ??= measured(richRows()));

/** Whatever is said at depths 1 and 2, texts of customers apart. */
export const FORBIDDEN =
  /rubin|ridge|hawkes|∏|\bcox\b|aalen|brier|wilson|mover|hasard|\bNaN\b|undefined|\bnull\b|[a-z]+-(comment|dm|post|review|article)\b|click-and-collect|after-sales|animal-welfare|badBuzz/i;
