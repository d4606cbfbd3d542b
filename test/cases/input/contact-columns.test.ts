import { afterAll, beforeAll, expect, it } from 'vitest';
import { contact, key, OFFERED, SHORT, SOUGHT, WHOLE } from '../../../src/cases/input/contact-columns.js';
import { openDatabase, type Database } from '../../../src/engine/database.js';

const digits = (digit: string, n: number): string => digit.repeat(n);
const NAME = [
  `name:${digits('a', 16)}`,
  `parts:${digits('1', 5)}${digits('2', 5)}${digits('b', 12)}${digits('c', 12)}`,
];

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ threads: 1 });
});
afterAll(() => database.close());

const of = async (keys: readonly string[], sql: string): Promise<unknown> => {
  const rows = await database.query(
    `SELECT ${sql} AS value FROM (SELECT [${keys.map((one) => `'${one}'`).join(', ')}]::VARCHAR[] AS contactKeys)`,
  );
  return (rows.objects() as unknown as { readonly value: unknown }[])[0]?.value;
};

it('gives a handle the number of the name it spells, in full or short, and no other', async () => {
  const spelt = (digit: string): Promise<unknown> => of([`spelt:${digits(digit, 12)}`], key(WHOLE[1]));
  expect(await of(NAME, key(WHOLE[0]))).toBe(await spelt('a'));
  expect(await of(NAME, key(SHORT[0]))).toBe(await spelt('b'));
  expect(await of(NAME, key(SHORT[1]))).toBe(await spelt('c'));
  expect(await spelt('a')).not.toBe(await spelt('b'));
  expect(await of(['email:1'], contact('phone'))).toBe(0);
});

it('finds public messages by what a private one shows: whole by whole or short, short by whole alone', async () => {
  const meet = async (open: readonly string[]): Promise<boolean> => {
    const offered = (await of(NAME, OFFERED)) as string[],
      sought = (await of(open, SOUGHT)) as string[];
    return [...sought].some((value) => value !== null && [...offered].includes(value));
  };
  expect(await meet([`spelt:${digits('b', 12)}`])).toBe(true);
  expect(await meet([`name:${digits('c', 16)}`])).toBe(true);
  expect(await meet([`spelt:${digits('d', 12)}`])).toBe(false);
  const namesake = `parts:${digits('1', 5)}${digits('3', 5)}${digits('b', 12)}${digits('e', 12)}`;
  expect(await meet([`name:${digits('f', 16)}`, namesake])).toBe(false);
});
