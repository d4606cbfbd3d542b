import { describe, expect, it } from 'vitest';
import { DECLARED_TABLES, declaredTable } from '../../../src/ingest/formats/declared-table.js';
import { SOURCES } from '../../../src/ingest/formats/index.js';
import { FIELDS } from '../../../src/ingest/table/column-map.js';
import { columnName } from '../../../src/ingest/table/find-header.js';

const tables = Object.entries(DECLARED_TABLES);
const KEYS = [
  'label',
  'stage',
  'evidence',
  'example',
  'about',
  'defaults',
  'signature',
  'without',
  'fields',
  'sums',
];
const SETTINGS = ['score', 'utc', 'order', 'keepOthers', 'quotes'];

describe('declared tables', () => {
  it('are all read', () => {
    const read = new Set(SOURCES.map(({ format }) => format));
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.filter(([format]) => !read.has(format))).toEqual([]);
  });

  it('say only what a table format knows', () => {
    const unknown = tables.flatMap(([format, table]) => [
      ...Object.keys(table).filter((key) => ![...KEYS, ...SETTINGS].includes(key)),
      ...Object.keys(table.fields).filter((field) => !(FIELDS as readonly string[]).includes(field)),
      ...(table.signature.length === 0 ? [`${format} without signature`] : []),
    ]);
    expect(unknown).toEqual([]);
  });

  it('name columns as they are looked up: lower case, single spaces', () => {
    const names = tables.flatMap(([, { signature, fields, without, sums }]) =>
      [signature, Object.values(fields), without ?? [], Object.values(sums ?? {})].flat(4),
    );
    expect(names.filter((name) => name !== columnName(name))).toEqual([]);
  });

  it('has no other', () => {
    expect(() => declaredTable('nobody')).toThrow('tables.json declares no nobody');
  });
});
