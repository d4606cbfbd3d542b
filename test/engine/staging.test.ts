import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { createStagingSql, openStagingWriter, stagedQuery } from '../../src/engine/staging.js';

const columns = {
  name: { kind: 'string', doc: 'text' },
  at: { kind: 'instant', doc: 'time' },
  n: { kind: 'int', doc: 'count' },
  x: { kind: 'float', doc: 'number' },
  ok: { kind: 'boolean', doc: 'flag' },
  tags: { kind: 'strings', doc: 'list' },
  why: { kind: 'evidence', doc: 'weights' },
} as const;

describe('staging', () => {
  it('gives back what was written, absent as null', async () => {
    const database = await openDatabase();
    await database.run(createStagingSql('staged', columns));
    const writer = await openStagingWriter(database, 'staged', columns);
    const at = Date.UTC(2026, 2, 29, 1, 30, 0, 123);
    writer.append({
      name: ['é\u0000"\'', null],
      at: [at, null],
      n: [7, null],
      x: [0.5, Number.NaN],
      ok: [false, null],
      tags: [['a', 'b c'], []],
      why: [
        [
          { field: 'name', bits: 7.25 },
          { field: 'thread', bits: null },
        ],
        [],
      ],
    });
    writer.close();
    const expected = {
      name: ['é\u0000"\'', null],
      at: [new Date(at), null],
      n: [7, null],
      x: [0.5, null],
      ok: [false, null],
      tags: [['a', 'b c'], []],
      why: [
        [
          { field: 'name', bits: 7.25 },
          { field: 'thread', bits: null },
        ],
        [],
      ],
    };
    expect(await database.columns(stagedQuery('staged', columns))).toEqual(expected);
    database.close();
  });

  it('parts list items that hold the separator', async () => {
    const database = await openDatabase();
    const { tags } = columns;
    await database.run(createStagingSql('staged', { tags }));
    const writer = await openStagingWriter(database, 'staged', { tags });
    writer.append({ tags: [['u\u001Ev'], ['w', 'x']] });
    writer.close();
    expect(await database.columns(stagedQuery('staged', { tags }))).toEqual({ tags: [['u v'], ['w', 'x']] });
    database.close();
  });

  it('writes batches longer than a chunk whole and in order', async () => {
    const database = await openDatabase();
    const one = { n: { kind: 'int', doc: 'count' } } as const;
    await database.run(createStagingSql('t', one));
    const writer = await openStagingWriter(database, 't', one);
    const values = Array.from({ length: 5001 }, (_, index) => index);
    writer.append({ n: values });
    writer.close();
    expect((await database.columns(stagedQuery('t', one)))['n']).toEqual(values);
    database.close();
  });
});
