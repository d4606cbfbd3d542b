import { expect, it } from 'vitest';
import { accountOf, baseTables, layoutsOf } from './layouts.js';

/** Of all pairs of a fixture and an accident, one in so many: `test/long` runs them all. */
const EVERY = 7;

it('accounts for every record of tables to which accidents happened', async () => {
  const layouts = layoutsOf(await baseTables()).filter((_, at) => at % EVERY === 0);
  expect(layouts.length).toBeGreaterThan(80);
  const flaws: string[] = [];
  for (const [base, accident] of layouts) flaws.push(...(await accountOf(base, accident)));
  expect(flaws).toEqual([]);
});
