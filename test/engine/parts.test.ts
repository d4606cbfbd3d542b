import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/engine/database.js';
import { divideIntoParts } from '../../src/engine/parts.js';

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
});
afterEach(() => database.close());

async function partsOf(
  rows: readonly (readonly number[])[],
  parts: number,
  mostRows = 1000,
): Promise<number[]> {
  await database.run('CREATE TABLE keyed (position BIGINT, keys DOUBLE[])');
  for (const [at, keys] of rows.entries())
    await database.run(`INSERT INTO keyed VALUES (${at}, [${keys.join(', ')}]::DOUBLE[])`);
  await divideIntoParts(database, { table: 'keyed', parts, mostRows });
  const { part } = await database.columns('SELECT part FROM parts ORDER BY position');
  return part as number[];
}

describe('divideIntoParts', () => {
  it('keeps a chain of shared keys in one part', async () => {
    const chain = Array.from({ length: 25 }, (_, at) => [at + 1, at + 2]);
    expect(new Set(await partsOf(chain, 8)).size).toBe(1);
  });

  it('spreads rows that share nothing, and takes no key 0 for one', async () => {
    const part = await partsOf(
      Array.from({ length: 400 }, (_, at) => [0, at + 1]),
      4,
    );
    const sizes = [0, 1, 2, 3].map((wanted) => part.filter((value) => value === wanted).length);
    expect(sizes.every((size) => size > 50)).toBe(true);
  });

  it('lets a key of too many rows hold nothing together', async () => {
    const part = await partsOf(
      Array.from({ length: 200 }, () => [7]),
      4,
      50,
    );
    expect(new Set(part).size).toBe(4);
  });

  it('gives a row without keys a part too', async () => {
    expect(await partsOf([[], [0]], 1)).toEqual([0, 0]);
  });
});
