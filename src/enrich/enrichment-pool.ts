import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { packColumns, type PackedBatch, unpackColumns } from '../util/column-codec.js';
import { openWorkerPool } from '../util/worker-pool.js';
import { createEnricher, type EnrichOptions } from './enricher.js';
import { type TextBatch, textColumns } from './text-batch.js';
import { sentimentOfLabels, withTransformerSentiment } from './transformer/sentiment.js';
import { loadTransformer, type Transformer } from './transformer/transformer.js';
import type { CorpusConfig } from '../model/config.js';
import { genreOf } from '../model/genre.js';
import { type ColumnBatch, enrichmentColumns, type messageColumns } from '../model/index.js';

type MessageColumns = ColumnBatch<typeof messageColumns>;
type EnrichmentColumns = ColumnBatch<typeof enrichmentColumns>;

/** Understands batches of messages: on worker threads, or on this one with `workers: 0`. */
export interface EnrichmentPool {
  enrich(batch: MessageColumns): Promise<EnrichmentColumns>;
  /** Resolves when there is room for one more batch. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** What enrichment reads of messages. */
export function textBatch(columns: MessageColumns): TextBatch {
  return {
    length: columns.messageId.length,
    text: columns.text,
    title: columns.title,
    genre: columns.stage.map((stage, at) =>
      genreOf(stage, columns.kind[at] ?? '', columns.platform[at] ?? ''),
    ),
    givenLanguage: columns.givenLanguage,
  };
}

/** Options of enrichment that a configuration gives. */
export function enrichOptions(config: CorpusConfig): EnrichOptions {
  const entry = (name: string): { name: string; aliases: readonly string[] } => ({
    name,
    aliases: config.aliases?.[name] ?? [],
  });
  const brands = [...(config.brand === undefined ? [] : [config.brand]), ...(config.competitors ?? [])].map(
    entry,
  );
  const products = (config.products ?? []).map(entry);
  return {
    ...(brands.length + products.length === 0 ? {} : { gazetteer: { brands, products } }),
    ...(config.sector === undefined ? {} : { sector: config.sector }),
  };
}

/** The same pool with the sentiment of a transformer, one batch after the other on this thread. */
function judgedBy(transformer: Transformer, pool: EnrichmentPool): EnrichmentPool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    enrich: (batch) => {
      const judged = Promise.all([pool.enrich(batch), last]).then(([enriched]) =>
        withTransformerSentiment(textBatch(batch), enriched, transformer),
      );
      last = judged.catch(() => {});
      return judged;
    },
    ready: async () => {
      await last;
      await pool.ready();
    },
    close: async () => {
      await pool.close();
      await transformer.close();
    },
  };
}

async function openPool(options: EnrichOptions, workers: number): Promise<EnrichmentPool> {
  const module = new URL('./enrichment-worker.js', import.meta.url);
  if (workers === 0 || !existsSync(module)) {
    const enricher = await createEnricher(options);
    return {
      enrich: async (batch) => enricher.enrich(textBatch(batch)),
      ready: async () => {},
      close: async () => {},
    };
  }
  const pool = await openWorkerPool<PackedBatch, PackedBatch>(module, workers, options);
  const enrich = async (batch: MessageColumns): Promise<EnrichmentColumns> =>
    unpackColumns(enrichmentColumns, await pool.run(packColumns(textColumns, textBatch(batch))));
  return { enrich, ready: pool.ready, close: pool.close };
}

/**
 * Opens enrichment with so many worker threads; default one a core, at most 4. `sentimentModel`: folder of an ONNX sentiment
 * classifier (see `loadTransformer`) whose sentiment and polarity replace those of the shipped heads.
 */
export async function openEnrichment(
  options: EnrichOptions,
  workers = Math.min(4, availableParallelism()),
  sentimentModel?: string,
): Promise<EnrichmentPool> {
  if (sentimentModel === undefined) return openPool(options, workers);
  const transformer = await loadTransformer(sentimentModel, { threads: availableParallelism() });
  sentimentOfLabels(transformer.labels);
  return judgedBy(transformer, await openPool(options, workers));
}
