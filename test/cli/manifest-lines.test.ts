import { describe, expect, it } from 'vitest';
import { flawLines, manifestLines } from '../../src/cli/manifest-lines.js';
import type { Manifest, ManifestFile } from '../../src/model/index.js';

const file = (index: number, fields: Partial<ManifestFile> = {}): ManifestFile => ({
  path: `f${index}.csv`,
  sha256: String(index),
  format: index % 2 ? 'whatsapp' : 'table',
  read: 3,
  kept: 2,
  duplicates: 1,
  rejected: 0,
  notes: ['header on row 2'],
  ...fields,
});
const manifest = (files: readonly ManifestFile[]): Manifest => ({
  layout: 5,
  deversoir: '0',
  files,
  totals: { read: 3 * files.length, kept: 2 * files.length, duplicates: files.length, rejected: 0 },
  nearDuplicates: 4,
  firstAt: null,
  lastAt: null,
  inferredBrandAccounts: [],
  options: {},
});

describe('manifestLines', () => {
  it('tells a few files one by one, each note once', () => {
    expect(
      manifestLines(
        manifest([
          file(0),
          file(1),
          file(2, { format: null, read: 0, kept: 0, duplicates: 0, notes: ['not recognised'] }),
        ]),
      ),
    ).toEqual([
      '      read        kept  duplicates    rejected  format              file',
      '         3           2           1           0  table               f0.csv',
      '         3           2           1           0  whatsapp            f1.csv',
      '         0           0           0           0  –                   f2.csv',
      '  f0.csv, f1.csv: header on row 2',
      '  f2.csv: not recognised',
      '9 read = 6 kept + 3 duplicates + 0 rejected; 4 of the kept are near duplicates',
    ]);
  });

  it('tells many files by format', () => {
    expect(manifestLines(manifest(Array.from({ length: 50 }, (_, index) => file(index))))).toEqual([
      '      read        kept  duplicates    rejected  format              files',
      '        75          50          25           0  table               25 files',
      '        75          50          25           0  whatsapp            25 files',
      '  f0.csv, f1.csv, f2.csv and 47 more: header on row 2',
      '150 read = 100 kept + 50 duplicates + 0 rejected; 4 of the kept are near duplicates',
    ]);
  });

  it('adds up notes that differ only in their number', () => {
    expect(
      manifestLines(
        manifest([
          file(0, { notes: ['2 names repaired'] }),
          file(1, { notes: ['3 names repaired', 'other', '0 items'] }),
        ]),
      ).slice(3, -1),
    ).toEqual(['  f0.csv, f1.csv: 5 names repaired', '  f1.csv: other', '  f1.csv: 0 items']);
  });

  it('makes no second line of a name with a line break in it', () => {
    const nasty = 'a\n0 read = 0 kept\u2028.csv';
    const lines = [
      ...manifestLines(manifest([file(0, { path: nasty, notes: [`columns: date ← ${nasty}`] })])),
      ...flawLines('doubt', [
        { files: [nasty], fileCount: 1, rows: 1, column: nasty, reason: 'other', hint: nasty },
      ]),
    ];
    expect(lines).toHaveLength(5);
    expect(lines.join('')).not.toMatch(/[\n\u2028]/);
  });

  it('tells what was rejected or doubtful, and where', () => {
    expect(
      flawLines('doubt', [
        {
          files: ['a.csv'],
          fileCount: 1,
          rows: 3,
          column: 'date',
          reason: 'other',
          hint: 'not readable as a date: kept without time',
        },
        { files: ['a', 'b', 'c'], fileCount: 9, rows: 9, column: null, reason: 'date-order', hint: null },
      ]),
    ).toEqual([
      '  doubt: a.csv, column "date" (3 rows): not readable as a date: kept without time',
      '  doubt: a, b, c and 6 more: date-order',
    ]);
  });
});
