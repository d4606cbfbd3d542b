import { expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { isOwnFile } from '../../src/report/own-file.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const archive = (day: string): Uint8Array =>
  zipSync({ 'a.xml': bytes('<a/>') }, { mtime: new Date(`${day}T00:00:00`) });

it.each([
  ['report.html', bytes('<!DOCTYPE html>\n<meta name="generator" content="deversoir 0.1.0">'), true],
  ['report.html', bytes('<!DOCTYPE html>\n<title>Mes notes sur deversoir</title>'), false],
  ['metrics.json', bytes('{\n  "deversoir": "0.1.0",'), true],
  ['metrics.json', bytes('{ "rows": [], "deversoir": 1 }'), false],
  [
    'metrics.schema.json',
    bytes('{\n  "$schema": "https://x",\n  "title": "metrics.json of deversoir",'),
    true,
  ],
  ['metrics.schema.json', bytes('{ "$schema": "https://x" }'), false],
  ['deck.pptx', archive('2000-01-01'), true],
  ['deck.pptx', archive('2026-03-01'), false],
  ['metrics.xlsx', bytes('PK'), false],
  ['tables/a.parquet', bytes('PAR1 generator\u0018\tdeversoir DuckDB PAR1'), true],
  ['tables/a.parquet', bytes('PAR1 ARROW:schema pandas PAR1'), false],
])('%s %#: ours is %s', (name, head, own) => {
  expect(isOwnFile(name, head)).toBe(own);
});
