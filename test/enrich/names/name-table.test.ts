import { expect, it } from 'vitest';
import { NameTable, loadNameTable } from '../../../src/enrich/names/name-table.js';

it('counts first names, surnames, towns and what texts write small', () => {
  const table = loadNameTable();
  expect(table.countsOf('Monique')).toMatchObject({ given: 4, town: 0 });
  expect(table.countsOf('MONIQUE')).toEqual(table.countsOf('monique'));
  expect(table.countsOf('Dubois').surname).toBe(3);
  expect(table.countsOf('Livraison').given).toBe(0);
  expect(table.countsOf('merci').small).toBe(4);
  expect(table.countsOf('Milton Keynes').town).toBe(3);
  expect(table.countsOf('Xqzt')).toEqual({ given: 0, surname: 0, small: 0, town: 0 });
});

it('refuses what is no table', () => {
  expect(() => new NameTable(Buffer.from('deversoir-names 1 {"words":2}\nabc'))).toThrow(/no table of names/);
  expect(() => new NameTable(Buffer.from('abc'))).toThrow(/no table of names/);
});
