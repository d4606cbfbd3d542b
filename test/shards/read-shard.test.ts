import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { FileRegister } from '../../src/engine/file-register.js';
import { openShards } from '../../src/engine/incoming.js';
import { planShards, type PlannedShard } from '../../src/shards/plan-shards.js';
import { openShardReader, type RowsRead, type ShardRead } from '../../src/shards/read-shard.js';
import { inFolder } from '../ingest/in-folder.js';

const LINES = Array.from({ length: 30 }, (_, at) =>
  at === 12
    ? '{"text": broken'
    : `{"id":"n${at}","date":"2026-03-0${1 + (at % 9)}T08:00:00Z","author":"a${at}","text":"Un mot sur le beurre, ligne ${at}"}`,
).join('\n');
const TABLE = 'id;Date;Avis;Note\n1;2026-03-01;Le lait a tourné;1\n2;2026-03-02;;\n3;2026-03-03;Merci;4\n';

interface Told {
  readonly plan: readonly PlannedShard[];
  readonly read: readonly ShardRead[];
  readonly rows: readonly RowsRead[];
  readonly ids: (table: string, columns: string) => Promise<readonly unknown[][]>;
}
/** Reads files in shards of so many bytes, one after the other. */
async function reading(
  files: Readonly<Record<string, string>>,
  shardBytes: number,
  use: (told: Told) => Promise<void>,
): Promise<void> {
  await inFolder(files, async (folder) => {
    const { shards } = await planShards([folder], new FileRegister(), {
      read: {},
      readWith: '',
      nameOf: ({ path }) => path,
      shardBytes,
    });
    const out = join(folder, '.shards');
    mkdirSync(out);
    const reader = await openShardReader({
      folder: out,
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      publicNames: [],
      keepUrls: false,
      config: {},
      read: {},
    });
    const read: ShardRead[] = [],
      rows: RowsRead[] = [];
    for (const shard of shards) read.push(await reader.read(shard, (one) => rows.push(one)));
    await reader.close();
    const database = await openDatabase();
    await openShards(
      database,
      read.filter(({ broken }) => broken !== true),
    );
    try {
      await use({
        plan: shards,
        read,
        rows,
        ids: async (table, columns) =>
          Object.values(await database.columns(`SELECT ${columns} FROM ${table} ORDER BY ALL`)).map(
            (column) => [...column],
          ),
      });
    } finally {
      database.close();
    }
  });
}

describe('a shard that is read', () => {
  it('tells for each file what was read, rejected and doubted; its rows are messages or rejects', async () => {
    await reading(
      { 'avis.csv': TABLE, 'lignes.jsonl': LINES },
      1_000_000,
      async ({ plan, read, rows, ids }) => {
        expect(plan).toHaveLength(1);
        expect(
          read[0]?.files
            .map(({ format, read: count, rejected, items }) => [format, count, rejected, items])
            .toSorted(),
        ).toEqual(
          [
            ['table', 30, 1, 30],
            ['table', 3, 0, 3],
          ].toSorted(),
        );
        expect(read[0]?.rows).toMatchObject({ messages: 32, rejects: 1 });
        expect(rows.reduce((sum, one) => sum + one.rows, 0)).toBe(33);
        expect(
          (await ids('shardMessages', 'count(*), count(DISTINCT messageId)')).map(([n]) => Number(n)),
        ).toEqual([32, 32]);
        expect(await ids('shardRejects', '"row", reason')).toEqual([[13], ['unreadable-row']]);
      },
    );
  });
  it('in parts gives the same messages, each part its own', async () => {
    const whole: unknown[][] = [];
    await reading({ 'lignes.jsonl': LINES }, 1_000_000, async ({ ids }) => {
      whole.push(...(await ids('shardMessages', 'messageId, text, sentiment')));
    });
    await reading({ 'lignes.jsonl': LINES }, 400, async ({ plan, read, ids }) => {
      expect(plan.length).toBeGreaterThan(3);
      expect(read.reduce((sum, { rows }) => sum + rows.messages, 0)).toBe(29);
      expect(await ids('shardMessages', 'messageId, text, sentiment')).toEqual(whole);
    });
  });
});
