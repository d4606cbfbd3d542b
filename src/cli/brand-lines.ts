import type { Corpus } from '../corpus.js';
import type { CorpusConfig } from '../model/config.js';

/** Brands that are proposed, and messages of customers that must name one. */
const PROPOSED = 3;
const FEWEST = 5;
/** Names that mean nothing to a shell: what exports hold may be copied into one. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} .&'’+-]{0,58}[\p{L}\p{N}.+])?$/u;

/** What to say where nobody named the brand: what that leaves open, the brands that the exports name most, and how to name it. */
export async function brandLines({ manifest, rows }: Pick<Corpus, 'manifest' | 'rows'>): Promise<string[]> {
  const config = (manifest.options['config'] ?? {}) as CorpusConfig;
  if (config.brand !== undefined || manifest.totals.kept === 0) return [];
  const all = (await rows(`
    SELECT brand, CAST(count(*) AS DOUBLE) AS n
    FROM (SELECT unnest(list_distinct(list_append(coalesce(brands, []), givenBrand))) AS brand FROM messages WHERE direction = 'inbound')
    WHERE brand IS NOT NULL AND NOT starts_with(brand, '[')
    GROUP BY brand HAVING n >= ${FEWEST} ORDER BY n DESC, brand`)) as unknown as {
    brand: string;
    n: number;
  }[];
  const found = all.filter(({ brand }) => PLAIN.test(brand)).slice(0, PROPOSED);
  const named = found.map(({ brand, n }) => `${brand} ${n}`).join(', ');
  return [
    `  no brand is named: a report tells of whoever is spoken of${found.length > 1 ? ', of several brands here' : ''}, and who answers is guessed`,
    `  to name it, its accounts and competitors: deversoir init FOLDER --brand ${found[0] === undefined ? 'NAME' : `"${found[0].brand}"`}, then deversoir.json beside the exports${named === '' ? '' : ` (messages that name brands: ${named})`}`,
  ];
}
