import { table } from 'arquero';
import { expect, it } from 'vitest';
import { storesOf } from '../../src/engine/stores-named.js';

it('names each shop of the corpus', async () => {
  const asked: string[] = [];
  const query = async (sql: string) => {
    asked.push(sql);
    return table({ store: ['Chez Paul', 'Tabac Sandrine'] });
  };
  expect(await storesOf({ query: query as never })).toEqual(['Chez Paul', 'Tabac Sandrine']);
  expect(asked).toEqual([expect.stringContaining('DISTINCT store FROM messages')]);
});
