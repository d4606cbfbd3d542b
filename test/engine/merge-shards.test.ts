import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { FileRegister } from '../../src/engine/file-register.js';
import type { FileDoubt } from '../../src/engine/file-doubts.js';
import { mergeShards, type MergedFacts } from '../../src/engine/merge-shards.js';
import { shardColumns } from '../../src/engine/shard-columns.js';
import { openShardFolder } from '../../src/engine/shard-writer.js';
import { inFolder } from '../ingest/in-folder.js';

type Row = Readonly<Record<string, unknown>>;
const columnsOf = (table: 'messages' | 'rejects', rows: readonly Row[]): never => {
  const {
    fileIndex: _file,
    shard: _shard,
    n: _n,
    ...columns
  } = shardColumns[table] as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(columns).map((name) => [
      name,
      rows.map((row) => row[name] ?? (name === 'drivers' ? [] : null)),
    ]),
  ) as never;
};
const message = (messageId: string, row: number, more: Row = {}): Row => ({
  messageId,
  row,
  sentAt: Date.UTC(2026, 2, row),
  text: `Texte ${messageId}`,
  textKey: `clé ${messageId}`,
  channel: 'review',
  platform: 'trustpilot',
  stage: 'public',
  direction: 'inbound',
  kind: 'review',
  format: 'table',
  ...more,
});
/** Files `name → rows`, each a shard, merged; `read`: rows said to be read, where it is not their number. */
async function merged(
  files: Readonly<Record<string, readonly Row[]>>,
  {
    read = {},
    doubts = [],
    rejects = {},
  }: {
    read?: Readonly<Record<string, number>>;
    doubts?: readonly FileDoubt[];
    rejects?: Readonly<Record<string, readonly Row[]>>;
  } = {},
): Promise<{
  facts: MergedFacts;
  told: readonly unknown[];
  ids: readonly unknown[];
  copies: readonly unknown[];
}> {
  return inFolder({}, async (folder) => {
    const [out, scratch] = ['out', 'scratch'].map((name) => join(folder, name)) as [string, string];
    for (const made of [out, scratch]) mkdirSync(made);
    const register = new FileRegister();
    const shards = openShardFolder(scratch);
    const written = [];
    for (const [name, rows] of Object.entries(files)) {
      const { index } = register.enter(name, `sha of ${name}`, '');
      const rejected = rejects[name] ?? [];
      Object.assign(register.files[index] as object, {
        format: 'table',
        read: read[name] ?? rows.length + rejected.length,
        rejected: rejected.length,
      });
      const writer = shards.start(index);
      writer.append('messages', columnsOf('messages', rows), index);
      writer.append('rejects', columnsOf('rejects', rejected), index);
      written.push({ shard: index, order: [index], ...(await writer.close()) });
    }
    const database = await openDatabase();
    try {
      const facts = await mergeShards(database, written, register, doubts, out, scratch);
      const columnIn = async (part: string, column: string): Promise<readonly unknown[]> => [
        ...((
          await database.columns(`SELECT ${column} AS it FROM read_parquet('${join(out, part)}/*.parquet')`)
        )['it'] ?? []),
      ];
      return {
        facts,
        ids: await columnIn('messages', 'messageId'),
        copies: await columnIn('duplicates', 'messageId'),
        told: await columnIn('doubts', "file || ': ' || reason"),
      };
    } finally {
      database.close();
    }
  });
}

describe('shards that are merged', () => {
  it('give each row to messages, duplicates or rejects, file by file', async () => {
    const { facts, ids, copies } = await merged(
      { 'a.csv': [message('m1', 1), message('m2', 2)], 'b.csv': [message('m2', 2), message('m3', 3)] },
      { rejects: { 'b.csv': [{ row: 9, reason: 'unreadable-date', format: 'table' }] } },
    );
    expect(ids).toEqual(['m1', 'm2', 'm3']);
    expect(copies).toEqual(['m2']);
    expect(facts.totals).toEqual({ read: 5, kept: 3, duplicates: 1, rejected: 1 });
    expect(
      facts.files.map(({ path, read, kept, duplicates, rejected }) => [
        path,
        read,
        kept,
        duplicates,
        rejected,
      ]),
    ).toEqual([
      ['a.csv', 2, 2, 0, 0],
      ['b.csv', 3, 1, 1, 1],
    ]);
    expect([facts.firstAt, facts.lastAt]).toEqual(['2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z']);
  });
  it('are an error of ours when a row that was read is in none of the tables', async () => {
    await expect(merged({ 'a.csv': [message('m1', 1)] }, { read: { 'a.csv': 2 } })).rejects.toThrow(
      /rows were lost: 2 read, 1 kept, 0 duplicates, 0 rejected/,
    );
  });
  it('tell doubts in the order of files, those of ids that stand for two texts too', async () => {
    const { told, ids, copies } = await merged(
      {
        'a.csv': [message('m1', 1, { authorKey: 'y' })],
        'b.csv': [message('m1', 8, { text: 'Tout autre chose', textKey: 'autre', authorKey: 'x' })],
      },
      {
        doubts: [
          {
            fileIndex: 0,
            format: 'table',
            row: null,
            column: 'date',
            value: null,
            reason: 'date-order',
            hint: 'jour avant mois',
          },
        ],
      },
    );
    // another version of a message, with its id
    expect([ids, copies]).toEqual([['m1'], ['m1']]);
    // the earlier version is the one among the duplicates
    expect(told).toEqual(['a.csv: conflicting-id', 'a.csv: date-order']);
  });
  it('tell a file most of whose long texts another one has, whatever their ids; few or short ones tell nothing', async () => {
    const rows = (prefix: string, count: number, words: string): Row[] =>
      Array.from({ length: count }, (_, at) =>
        message(`${prefix}${at}`, (at % 28) + 1, { text: `${words} ${at}`, textKey: `${words} ${at}` }),
      );
    const long = 'La livraison est arrivée avec trois jours de retard, sac';
    const doubted = async (common: number, words: string, own: number): Promise<readonly unknown[]> =>
      (
        await merged({
          'a.csv': rows('a', common, words),
          'b.csv': [
            ...rows('b', common, words),
            ...rows('c', own, 'Le fromage du rayon a un goût de carton, lot'),
          ],
        })
      ).told;
    expect(await doubted(12, long, 3)).toEqual(['a.csv: same-texts']);
    expect(await doubted(9, long, 3)).toEqual([]);
    expect(await doubted(12, 'RAS', 3)).toEqual([]);
  });
  it('are merged in the order of the names of files, whatever the order in which they came', async () => {
    const [a, b] = [[message('m1', 1)], [message('m2', 2)]];
    const forth = await merged({ 'a.csv': a, 'b.csv': b }),
      back = await merged({ 'b.csv': b, 'a.csv': a });
    expect(back.ids).toEqual(forth.ids);
    expect(back.facts).toEqual(forth.facts);
  });
});
