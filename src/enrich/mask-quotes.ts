import type { CorpusConfig } from '../model/config.js';
import { createLanguageDetector } from './language-detector.js';
import { maskNames } from './mask-names.js';

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

/** Masks persons' names in texts to be shown, each by the rules of its language; same length and order. */
export async function maskQuotes(texts: readonly string[], config: CorpusConfig = {}): Promise<string[]> {
  if (texts.length === 0) return [];
  const detector = await createLanguageDetector();
  const keep = keptNames(config);
  const masked = [...texts];
  const english = texts.map((text) => detector.detect(text).code === 'en');
  for (const language of ['fr', 'en'] as const) {
    const own = texts.flatMap((_, at) => (english[at] === (language === 'en') ? [at] : []));
    const found = await maskNames(
      own.map((at) => texts[at] as string),
      { language, keep },
    );
    own.forEach((at, i) => {
      masked[at] = found[i] as string;
    });
  }
  return masked;
}
