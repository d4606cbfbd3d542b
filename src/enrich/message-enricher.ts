import { availableParallelism } from 'node:os';
import type { CorpusConfig } from '../model/config.js';
import { genreOf } from '../model/genre.js';
import type { ColumnBatch, messageColumns } from '../model/index.js';
import { createEnricher, type Enricher, type EnrichOptions } from './enricher.js';
import type { EnrichmentBatch } from './language/unread.js';
import { starsOf, type TextBatch } from './text-batch.js';
import { sentimentOfLabels, withTransformerSentiment } from './transformer/sentiment.js';
import { loadTransformer } from './transformer/transformer.js';

type MessageColumns = ColumnBatch<typeof messageColumns>;

/** Understands batches of messages, one after the other. */
export interface MessageEnricher {
  enrich(batch: MessageColumns): Promise<EnrichmentBatch>;
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
    direction: columns.direction,
    stars: columns.rating.map((rating, at) => starsOf(rating, columns.ratingMax[at])),
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

/**
 * Opens enrichment. `sentimentModel`: folder of an ONNX sentiment classifier (see `loadTransformer`) whose sentiment and polarity
 * replace those of the shipped heads.
 */
export async function openMessageEnricher(
  options: EnrichOptions,
  sentimentModel?: string,
): Promise<MessageEnricher> {
  const transformer =
    sentimentModel === undefined
      ? undefined
      : await loadTransformer(sentimentModel, { threads: availableParallelism() });
  if (transformer) sentimentOfLabels(transformer.labels);
  const enricher = await enricherOf(options);
  return {
    enrich: async (batch) => {
      const texts = textBatch(batch);
      const enriched = enricher.enrich(texts);
      return transformer ? withTransformerSentiment(texts, enriched, transformer) : enriched;
    },
    close: async () => transformer?.close(),
  };
}

/**
 * The last enrichers of shipped heads and taxonomies, by their options: 0.2 s of work each, and corpora are often built one after the other.
 * No text leaves a trace in them, and each batch is read without a pause, so builds of one thread may share them.
 */
const LAST = new Map<string, Enricher>();
const MOST_KEPT = 3;

async function enricherOf(options: EnrichOptions): Promise<Enricher> {
  const { heads = [], taxonomies, ...plain } = options;
  if (heads.length > 0 || taxonomies !== undefined) return createEnricher(options);
  const asked = JSON.stringify(plain);
  const enricher = LAST.get(asked) ?? (await createEnricher(options));
  LAST.delete(asked);
  LAST.set(asked, enricher);
  for (const oldest of LAST.keys()) if (LAST.size > MOST_KEPT) LAST.delete(oldest);
  return enricher;
}
