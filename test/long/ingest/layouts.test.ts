import { expect, it } from 'vitest';
import { accountOf, baseTables, layoutsOf } from '../../ingest/layouts.js';

it('accounts for every record of all fixtures under all accidents', async () => {
  const layouts = layoutsOf(await baseTables());
  expect(layouts.length).toBeGreaterThan(600);
  const flaws: string[] = [];
  for (const [base, accident] of layouts) flaws.push(...(await accountOf(base, accident)));
  expect(flaws).toEqual([]);
});
