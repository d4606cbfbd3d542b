import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { openIncoming, openShards, type ReadRows } from '../../src/engine/incoming.js';
import { shardColumns } from '../../src/engine/shard-columns.js';
import { openShardFolder, type ShardFolder } from '../../src/engine/shard-writer.js';
import { temporaryFolder } from '../temporary-folder.js';

const { fileIndex: _file, shard: _shard, n: _n, ...columns } = shardColumns.messages;

/** Messages of which only id, row and time are said. */
const messages = (...rows: readonly (readonly [id: string, row: number])[]): never =>
  Object.fromEntries(
    Object.keys(columns).map((name) => [
      name,
      rows.map(([id, row]) =>
        name === 'messageId' ? id : name === 'row' ? row : name === 'drivers' ? ['price'] : null,
      ),
    ]),
  ) as never;

describe('shards', () => {
  let folder: string, shards: ShardFolder;
  beforeEach(() => {
    folder = temporaryFolder();
    shards = openShardFolder(folder);
  });
  const write = async (
    shard: number,
    files: readonly (readonly [index: number, batch: never])[],
    sortBy?: readonly number[],
  ): Promise<ReadRows> => {
    const writer = shards.start(shard);
    for (const [index, batch] of files) writer.append('messages', batch, index);
    return { shard, order: files.map(([index]) => index), ...(await writer.close(sortBy)) };
  };
  const incoming = async (read: readonly ReadRows[], files: readonly number[]): Promise<unknown> => {
    const database = await openDatabase();
    await openShards(database, read);
    await openIncoming(
      database,
      read,
      files.map((index) => ({ index, path: `f${index}` })),
      folder,
    );
    const found = await database.columns(
      'SELECT seq, messageId, file, fileIndex, drivers FROM incoming ORDER BY seq',
    );
    database.close();
    return found;
  };

  it('keeps columns of one value without a row of them, and counts rows over shards', async () => {
    const read = [
      await write(0, [[0, messages(['a', 1], ['b', 2])]]),
      await write(1, [[1, messages(['c', 1])]]),
    ];
    expect(read.map(({ rows }) => rows)).toEqual([
      { messages: 2, rejects: 0, doubts: 0 },
      { messages: 1, rejects: 0, doubts: 0 },
    ]);
    expect(await incoming(read, [0, 1])).toEqual({
      seq: [0, 1, 2],
      messageId: ['a', 'b', 'c'],
      file: ['f0', 'f0', 'f1'],
      fileIndex: [0, 0, 1],
      drivers: [['price'], ['price'], ['price']],
    });
  });

  it('sorts a shard whose rows do not come in their order', async () => {
    const read = [
      await write(
        0,
        [
          [0, messages(['b', 2], ['a', 1], ['a', 2])],
          [1, messages(['c', 1])],
        ],
        [0, 1],
      ),
    ];
    expect(await incoming(read, [0, 1])).toMatchObject({
      seq: [0, 1, 2, 3],
      messageId: ['a', 'a', 'b', 'c'],
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.parquet'))).toEqual([
      'messages-0-sorted.parquet',
    ]);
  });

  it('sorts shards whose files do not, and leaves out files that are gone', async () => {
    const read = [
      await write(0, [[2, messages(['z', 1])]]),
      await write(1, [[1, messages(['gone', 1])]]),
      await write(2, [[0, messages(['a', 1], ['b', 2])]]),
    ];
    expect(await incoming(read, [0, 2])).toMatchObject({
      seq: [0, 1, 2],
      messageId: ['a', 'b', 'z'],
      fileIndex: [0, 0, 1],
      file: ['f0', 'f0', 'f2'],
    });
  });

  it('throws away what was written of a shard that is given up', async () => {
    const writer = shards.start(0);
    writer.append('messages', messages(['a', 1]), 0);
    await writer.close();
    writer.abandon();
    expect(readdirSync(folder).filter((name) => name.endsWith('.parquet'))).toEqual([]);
  });
});
