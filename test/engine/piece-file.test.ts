import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { PieceFile } from '../../src/engine/piece-file.js';
import type { Column, ColumnKind } from '../../src/model/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();

const column = (kind: ColumnKind): Column => ({ kind, doc: '' });

/** What DuckDB reads of the pieces that were written of batches. */
async function readBack(
  columns: Readonly<Record<string, ColumnKind>>,
  pieces: readonly (readonly Readonly<Record<string, readonly unknown[]>>[])[],
): Promise<{ values: Record<string, unknown[]>; types: unknown }> {
  const described = Object.fromEntries(Object.entries(columns).map(([name, kind]) => [name, column(kind)]));
  const paths = pieces.map((batches, at) => {
    const path = join(folder, `${at}.parquet`);
    const piece = new PieceFile(described);
    for (const batch of batches) piece.add(batch, Object.values(batch)[0]?.length ?? 0);
    piece.save(path);
    return `'${path}'`;
  });
  const database = await openDatabase();
  try {
    const rows = `read_parquet([${paths.join(', ')}])`;
    const types = await database.columns(`DESCRIBE SELECT * FROM ${rows}`);
    return { values: await database.columns(`SELECT * FROM ${rows}`), types: types['column_type'] };
  } finally {
    database.close();
  }
}

it('gives back every kind of value, absent ones too', async () => {
  const { values, types } = await readBack(
    { s: 'string', i: 'int', f: 'float', b: 'boolean', t: 'instant', l: 'strings', none: 'float' },
    [
      [
        {
          s: ['été', '', null, 'a\0b 🧀'],
          i: [-5, 2 ** 40 + 3, null, Number.NaN],
          f: [0.1, Infinity, null, -0.5],
          b: [true, false, null, true],
          t: [-1, 1_767_225_600_123, null, 8.64e15],
          l: [['a', 'é'], [], [''], ['', 'b']],
          none: [null, null, null, null],
        },
      ],
    ],
  );
  expect(types).toEqual(['VARCHAR', 'BIGINT', 'DOUBLE', 'BOOLEAN', 'TIMESTAMP', 'VARCHAR[]', 'DOUBLE']);
  expect({ ...values, t: values['t']?.slice(0, 3) }).toEqual({
    s: ['été', null, null, 'a\0b 🧀'],
    i: [-5, 2 ** 40 + 3, null, null],
    f: [0.1, null, null, -0.5],
    b: [true, false, null, true],
    t: [new Date(-1), new Date(1_767_225_600_123), null],
    l: [['a', 'é'], [], [], ['', 'b']],
    none: [null, null, null, null],
  });
});

it('keeps few distinct texts once, and many as they are, from batch to batch and from piece to piece', async () => {
  const texts = (count: number, distinct: number): string[] =>
    Array.from({ length: count }, (_, at) => `texte ${'é'.repeat((at % distinct) % 60)} ${at % distinct}`);
  for (const distinct of [1, 2, 256, 257, 1500]) {
    const batches = [texts(777, distinct), texts(1503, distinct)];
    const { values } = await readBack({ s: 'string', l: 'strings' }, [
      batches.map((s) => ({ s, l: s.map((one, at) => Array<string>(at % 3).fill(one)) })),
      [{ s: ['un'], l: [['deux']] }],
    ]);
    const all = batches.flat();
    expect(values['s']).toEqual([...all, 'un']);
    expect(values['l']).toEqual([
      ...batches.flatMap((batch) => batch.map((one, at) => Array<string>(at % 3).fill(one))),
      ['deux'],
    ]);
  }
});

it('keeps rows whole where a batch takes several pages, and writes half a sign as one that is unknown', async () => {
  const s = Array.from({ length: 3000 }, (_, at) => `${at} ${'à'.repeat(500)}`);
  const l = s.map((text, at) => Array.from({ length: at % 4 }, (_, item) => `${item} ${text}`));
  const { values } = await readBack({ s: 'string', l: 'strings' }, [
    [
      { s, l },
      { s: ['a\ud83d'], l: [['\udc00']] },
    ],
  ]);
  expect(values).toEqual({ s: [...s, 'a\ufffd'], l: [...l, ['\ufffd']] });
});

it('refuses a kind of column that no shard has', () => {
  expect(() => new PieceFile({ why: column('evidence') })).toThrow('a piece holds no evidence');
});
