import { expect, it } from 'vitest';
import { Batcher } from '../../src/ingest/batcher.js';
import { MAX_DOUBTS, type MessageRecord } from '../../src/model/index.js';

const record = (row: number): MessageRecord =>
  ({ row, platform: 'x', stage: 'public', kind: 'post' }) as MessageRecord;

it('counts records and rejects, and the rows of the file they came of', () => {
  const batcher = new Batcher('a.csv', 'table');
  for (const row of [2, 2, 3]) batcher.add({ record: record(row) });
  batcher.add({ reject: { row: 4, reason: 'missing-text', hint: 'h' } });
  batcher.add({ reject: { reason: 'unsupported', hint: 'h' } });
  expect([batcher.recordCount, batcher.rejectCount, batcher.itemCount, batcher.waiting]).toEqual([
    3, 2, 3, 5,
  ]);
  expect(batcher.take()).toMatchObject({
    path: 'a.csv',
    format: 'table',
    records: [{ row: 2 }, { row: 2 }, { row: 3 }],
    rejects: [
      {
        file: 'a.csv',
        format: 'table',
        row: 4,
        column: null,
        value: null,
        reason: 'missing-text',
        hint: 'h',
      },
      { row: null, reason: 'unsupported' },
    ],
  });
  expect([batcher.waiting, batcher.recordCount]).toEqual([0, 3]);
});

it('mends accents that were written twice, in names of columns too, and says so once', () => {
  const twice = (text: string): string => Buffer.from(text).toString('latin1');
  const batcher = new Batcher('a.csv', 'table');
  batcher.add({ record: { ...record(2), text: 'Déjà là' } });
  for (const row of [3, 4])
    batcher.add({
      record: { ...record(row), text: twice('Très déçue'), attributes: { [twice('Prénom')]: 'Zoé' } },
    });
  expect(batcher.records).toMatchObject([
    { text: 'Déjà là' },
    { text: 'Très déçue', attributes: { Prénom: 'Zoé' } },
    { text: 'Très déçue' },
  ]);
  expect(batcher.doubts).toEqual([expect.objectContaining({ row: null, reason: 'mojibake' })]);
});

it('cuts long values, never inside a character', () => {
  const batcher = new Batcher('a.csv', 'table');
  batcher.add({ reject: { row: 1, reason: 'missing-text', hint: 'h', value: 'x'.repeat(200) } });
  batcher.add({ reject: { row: 2, reason: 'missing-text', hint: 'h', value: `${'x'.repeat(198)}😀 suite` } });
  expect(batcher.rejects.map(({ value }) => value)).toEqual(['x'.repeat(200), `${'x'.repeat(198)}…`]);
});

it('lists doubts of rows and of the file up to a limit each, and counts all those of rows', () => {
  const batcher = new Batcher('a.csv', 'table');
  for (let row = 1; row <= MAX_DOUBTS + 5; row++)
    batcher.add({ doubt: { row, reason: 'truncated', hint: 'h' } });
  batcher.add({ doubt: { reason: 'zone', hint: 'h' } });
  expect([batcher.doubts.length, batcher.rowDoubtCount]).toEqual([MAX_DOUBTS + 1, MAX_DOUBTS + 5]);
});

it('keeps each note once', () => {
  const batcher = new Batcher('a.csv', 'table');
  for (const note of ['a', 'b', 'a']) batcher.add({ note });
  expect(batcher.notes).toEqual(['a', 'b']);
});
