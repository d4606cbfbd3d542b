import type { CorpusConfig } from '../model/config.js';
import { createLanguageDetector } from './language.js';
import { maskNames } from './mask-names.js';
import type { Metric } from '../model/index.js';

const NOTE = {
  fr: 'Dans les textes cités, les noms de personnes sont remplacés par [nom] et les comptes de tiers par @… ; un nom isolé peut échapper aux règles.',
  en: 'In quoted texts persons’ names become [nom] and accounts of others @…; a name on its own may escape the rules.',
};

/** Names that a quote keeps: the client's, its competitors', its products', and every account the configuration names. */
function keptNames({
  brand,
  brandAccounts = [],
  competitors = [],
  products = [],
  aliases = {},
}: CorpusConfig): string[] {
  return [
    ...(brand === undefined ? [] : [brand]),
    ...brandAccounts,
    ...competitors,
    ...products,
    ...Object.entries(aliases).flatMap(([name, others]) => [name, ...others]),
  ];
}

/**
 * Masks persons' names in the column `text` of metrics' tables, and says so in their limits. Titles of press articles stay.
 * Other metrics are given back as they are.
 */
export async function maskQuotes(metrics: readonly Metric[], config: CorpusConfig = {}): Promise<Metric[]> {
  const quotes: { metric: number; row: number; text: string }[] = [];
  metrics.forEach(({ table }, metric) => {
    if (!table.columnNames().includes('text')) return;
    (table.objects() as { text?: unknown; stage?: unknown }[]).forEach(({ text, stage }, row) => {
      if (typeof text === 'string' && text !== '' && stage !== 'press') quotes.push({ metric, row, text });
    });
  });
  if (quotes.length === 0) return [...metrics];
  const detector = await createLanguageDetector();
  const keep = keptNames(config);
  const masked = new Map<number, Map<number, string>>();
  for (const language of ['fr', 'en'] as const) {
    const own = quotes.filter(({ text }) => (detector.detect(text).code === 'en') === (language === 'en'));
    (
      await maskNames(
        own.map(({ text }) => text),
        { language, keep },
      )
    ).forEach((text, i) => {
      const { metric, row } = own[i] as (typeof own)[number];
      masked.set(metric, (masked.get(metric) ?? new Map<number, string>()).set(row, text));
    });
  }
  const { table } = await import('arquero');
  return metrics.map((metric, at) => {
    const texts = masked.get(at);
    if (texts === undefined) return metric;
    const column = (metric.table.objects() as { text: string | null }[]).map(
      ({ text }, row) => texts.get(row) ?? text,
    );
    const { limits } = metric;
    return {
      ...metric,
      table: metric.table.assign(table({ text: column })),
      limits: limits === undefined ? NOTE : { fr: `${limits.fr} ${NOTE.fr}`, en: `${limits.en} ${NOTE.en}` },
    };
  });
}
