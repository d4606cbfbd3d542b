import { measureCrises } from '../../src/metrics/crisis/crisis-metrics.js';
import { messageCounts, messageSample } from '../../src/metrics/basic/message-sample.js';
import { measureFunnel } from '../../src/metrics/funnel/funnel-metrics.js';
import { measureCorpus } from '../../src/metrics/measure-corpus.js';
import { periodChange } from '../../src/metrics/period-change.js';
import type { StoryInput } from '../../src/report/index.js';
import { fakeCorpus, type FakeRows } from '../metrics/fake-corpus.js';

/** Every metric of a report on rows written by hand. */
export async function measured(rows: FakeRows, brand = 'Maison Brel'): Promise<StoryInput> {
  const corpus = await fakeCorpus(rows);
  const asked = { brands: [brand, 'Ferme Anou'] };
  try {
    return {
      manifest: corpus.manifest,
      metrics: [
        ...(await measureFunnel(corpus, asked)),
        await periodChange(corpus, asked),
        ...(await measureCrises(corpus, asked)),
        ...(await measureCorpus(corpus, asked)),
        await messageSample(corpus, asked),
        await messageCounts(corpus, asked),
      ],
    };
  } finally {
    corpus.close();
  }
}

/** Whatever is said at depths 1 and 2, texts of customers apart. */
export const FORBIDDEN =
  /rubin|ridge|hawkes|∏|\bcox\b|aalen|brier|wilson|mover|hasard|\bNaN\b|undefined|\bnull\b|[a-z]+-(comment|dm|post|review|article)\b|click-and-collect|after-sales|animal-welfare|badBuzz/i;
