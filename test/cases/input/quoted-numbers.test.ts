import { expect, it } from 'vitest';
import { forgetQuotedNumbers } from '../../../src/cases/input/quoted-numbers.js';
import { openDatabase } from '../../../src/engine/database.js';

/** Who quotes a number, where. */
type Quote = readonly [author: number, order: number, stage?: 'private' | 'public', outbound?: boolean];

async function keptOf(quotes: readonly Quote[]): Promise<readonly number[]> {
  const database = await openDatabase({ threads: 1 });
  const rows = quotes.map(
    ([author, order, stage = 'public', outbound = false]) =>
      `(${author}, ${order}, 0, ${order}, '${stage}', ${String(outbound)})`,
  );
  try {
    await database.run(
      `CREATE TABLE input AS SELECT * FROM (VALUES ${rows.join(', ')}) AS t (author, "order", email, phone, stage, outbound)`,
    );
    await forgetQuotedNumbers(database);
    const { order, email, phone } = await database.columns(
      'SELECT "order"::DOUBLE AS "order", email, phone::DOUBLE AS phone FROM input ORDER BY rowid',
    );
    expect(phone).toEqual(order);
    expect(email).toEqual(quotes.map(() => 0));
    return order as number[];
  } finally {
    database.close();
  }
}

it('forgets a number that four accounts quote in public, everywhere', async () => {
  expect(
    await keptOf([
      [1, 5, 'private'],
      [2, 5],
      [3, 5],
      [4, 5],
      [5, 5],
    ]),
  ).toEqual([0, 0, 0, 0, 0]);
});

it('keeps the order of one customer, however often it is said, and other numbers', async () => {
  const quotes: Quote[] = [
    [1, 5, 'private'],
    [2, 5],
    [2, 5],
    [3, 5],
    [4, 5],
    [6, 7],
    [7, 8],
  ];
  expect(await keptOf(quotes)).toEqual(quotes.map(([, order]) => order));
});

it('forgets one that seven accounts quote in private, and counts no answers of the brand', async () => {
  const seven = [1, 2, 3, 4, 5, 6, 7].map((author): Quote => [author, 5, 'private']);
  expect(await keptOf(seven)).toEqual(seven.map(() => 0));
  expect(await keptOf(seven.map(([author, order]) => [author, order, 'public', true]))).toEqual(
    seven.map(() => 5),
  );
});
