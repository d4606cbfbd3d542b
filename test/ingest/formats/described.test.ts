import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { described } from '../../../src/ingest/formats/described.js';
import { SOURCES } from '../../../src/ingest/formats/index.js';

it('tells each format once, and only formats that are read', () => {
  const told = Object.keys(
    JSON.parse(
      readFileSync(new URL('../../../src/ingest/formats/formats.json', import.meta.url), 'utf8'),
    ) as object,
  );
  const read = new Set(SOURCES.map(({ format }) => format));
  expect(told.length).toBeGreaterThan(50);
  expect(told.filter((format) => !read.has(format))).toEqual([]);
  expect(read.size).toBe(SOURCES.length);
});

it('has no other', () => {
  expect(() => described('nobody', { detect: () => undefined, parse: () => [] })).toThrow(
    'formats.json describes no nobody',
  );
});
