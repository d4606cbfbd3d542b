import type { CorpusConfig } from '../../model/config.js';
import { createLanguageDetector } from '../language/language-detector.js';
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

/** A shop of one word, with or without what it is: "Chez Paul", "Boulangerie Louise", "Sandrine". */
const HOUSE =
  /^(?:(?:(?:le|la|les|au) )?(?:boulangerie|pâtisserie|restaurant|brasserie|bistrot?|bar|café|tabac|presse|épicerie|pharmacie|relais|point relais|boutique|maison|salon|coiffure|pressing|fleuriste|boucherie|caviste|pizzeria) )?(?:chez )?(\p{L}[\p{L}’'-]+)$/iu;

/**
 * Shops of a corpus that bear a name, as one goes to them: the name stays behind "chez" alone, whatever is done there.
 *
 * @example
 * housesOf(['Boulangerie Louise', 'Chez Paul', 'Acme Lyon Part-Dieu'])
 * // → ['chez Louise', 'chez Paul']
 */
export const housesOf = (stores: readonly string[]): string[] =>
  stores.flatMap((store) => {
    const name = HOUSE.exec(store.trim())?.[1];
    return name === undefined ? [] : [`chez ${name}`];
  });

/** Masks persons' names in texts to be shown, each by the rules of its language; same length and order. `stores`: shops as the exports give them. */
export async function maskQuotes(
  texts: readonly string[],
  config: CorpusConfig = {},
  stores: readonly string[] = [],
): Promise<string[]> {
  if (texts.length === 0) return [];
  const detector = await createLanguageDetector();
  const keep = [...keptNames(config), ...housesOf(stores)];
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
