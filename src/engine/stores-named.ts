import type { CorpusTables } from './corpus-tables.js';

/** Shops of the corpus, as its exports give them. */
export async function storesOf(tables: Pick<CorpusTables, 'query'>): Promise<string[]> {
  const found = await tables.query(
    'SELECT DISTINCT store FROM messages WHERE store IS NOT NULL ORDER BY store',
  );
  return Array.from(found.array('store') as ArrayLike<string>);
}
