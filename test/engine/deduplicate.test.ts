import { describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/engine/database.js';
import {
  countByFile,
  duplicateQuery,
  findDuplicates,
  inferBrandAccounts,
  judgeRows,
  keptQuery,
} from '../../src/engine/deduplicate.js';
import { prepareIdentity } from '../../src/engine/id-sources.js';
import { judgeContext } from '../../src/engine/judge-context.js';
import { judgeRareComplaints } from '../../src/engine/judge-rare-complaints.js';
import { judgeReferences } from '../../src/engine/judge-references.js';
import { judgeSpeech } from '../../src/engine/judge-speech.js';
import { readColumns } from '../../src/engine/shard-columns.js';
import { createStagingSql, openStagingWriter, stagedQuery } from '../../src/engine/staging.js';

interface Row {
  id: string;
  file: number;
  repeats: boolean;
  at?: number;
  edited?: boolean;
  closedAt?: number;
  text?: string;
}

const incomingColumns = {
  ...readColumns,
  seq: { kind: 'int', doc: 'reading order' },
  fileIndex: { kind: 'int', doc: 'file' },
  repeats: { kind: 'boolean', doc: 'equal content is a duplicate' },
} as const;

/** The table `incoming`, with what the rows say. */
async function stage(database: Database, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  await database.run(createStagingSql('staged', incomingColumns));
  const writer = await openStagingWriter(database, 'staged', incomingColumns);
  const batch = Object.keys(incomingColumns).map((name) => [name, rows.map((row) => row[name] ?? null)]);
  writer.append(Object.fromEntries(batch) as never);
  writer.close();
  await database.run(`CREATE TABLE incoming AS ${stagedQuery('staged', incomingColumns)}`);
}

async function judge(
  rows: readonly Row[],
): Promise<{ kept: unknown[][]; duplicates: unknown[][]; counts: unknown }> {
  const database = await openDatabase();
  await stage(
    database,
    rows.map(({ id, file, repeats, at = 0, edited = false, closedAt, text = id }, seq) => ({
      messageId: id,
      fileIndex: file,
      repeats,
      seq,
      sentAt: at,
      edited,
      closedAt,
      text,
    })),
  );
  await prepareIdentity(database);
  await findDuplicates(database);
  await inferBrandAccounts(database);
  await judgeSpeech(database);
  await judgeRareComplaints(database);
  await judgeReferences(database);
  await judgeContext(database);
  await judgeRows(database);
  const rowsOf = async (query: string, ...names: string[]): Promise<unknown[][]> => {
    const columns = await database.columns(query);
    return (columns[names[0] ?? ''] ?? []).map((_, at) => names.map((name) => columns[name]?.[at]));
  };
  const result = {
    kept: await rowsOf(keptQuery(), 'messageId', 'text'),
    duplicates: await rowsOf(duplicateQuery(), 'messageId', 'duplicateOf', 'text'),
    counts: [...(await countByFile(database))],
  };
  database.close();
  return result;
}

describe('findDuplicates', () => {
  it('keeps the first of equal ids, points the twin to it and counts each file', async () => {
    expect(
      await judge([
        { id: 'a', file: 0, repeats: true },
        { id: 'b', file: 0, repeats: true },
        { id: 'a', file: 1, repeats: true },
      ]),
    ).toEqual({
      kept: [
        ['a', 'a'],
        ['b', 'b'],
      ],
      duplicates: [['a', 'a', 'a']],
      counts: [
        [0, { kept: 2, duplicates: 0 }],
        [1, { kept: 0, duplicates: 1 }],
      ],
    });
  });

  it('keeps of one ticket the export that tells its last closing', async () => {
    const { kept } = await judge([
      { id: 'a', file: 0, repeats: true, text: 'open' },
      { id: 'a', file: 1, repeats: true, closedAt: 2, text: 'closed' },
      { id: 'a', file: 2, repeats: true, closedAt: 1, text: 'closed before' },
    ]);
    expect(kept).toEqual([['a', 'closed']]);
  });

  it('keeps the latest version: later time, then edited', async () => {
    const { kept, duplicates } = await judge([
      { id: 'a', file: 0, repeats: true, at: 1, text: 'old' },
      { id: 'a', file: 0, repeats: true, at: 2, text: 'new' },
      { id: 'b', file: 0, repeats: true, text: 'first' },
      { id: 'b', file: 0, repeats: true, edited: true, text: 'edited' },
    ]);
    expect(kept).toEqual([
      ['a', 'new'],
      ['b', 'edited'],
    ]);
    expect(duplicates).toEqual([
      ['a', 'a', 'old'],
      ['b', 'b', 'first'],
    ]);
  });

  it('numbers equal chat lines of one file, and recognises them in a second export of the chat', async () => {
    const chat = (file: number): Row[] => [
      { id: 'ok', file, repeats: false },
      { id: 'ok', file, repeats: false },
    ];
    const { kept, duplicates } = await judge([...chat(0), ...chat(1)]);
    expect(kept.map(([id]) => id)).toEqual(['ok', 'ok#2']);
    expect(duplicates.map(([id, of]) => [id, of])).toEqual([
      ['ok', 'ok'],
      ['ok#2', 'ok#2'],
    ]);
  });
});

describe('inferBrandAccounts', () => {
  it('takes the account that answers in most private threads of a platform for the brand, and no customer', async () => {
    const database = await openDatabase();
    const rows: Readonly<Record<string, unknown>>[] = [];
    const put = (row: Readonly<Record<string, unknown>>): void => void rows.push(row);
    let seq = 0;
    for (let thread = 0; thread < 10; thread++) {
      for (const authorKey of [`customer${thread}`, ...(thread < 6 ? ['brand'] : [])]) {
        put({
          messageId: `m${seq}`,
          seq: seq++,
          fileIndex: 0,
          repeats: true,
          platform: 'whatsapp',
          stage: 'private',
          direction: 'inbound',
          threadId: `t${thread}`,
          authorKey,
          authorIsBrand: false,
        });
      }
    }
    put({
      messageId: 'p',
      seq: seq++,
      fileIndex: 0,
      repeats: true,
      platform: 'facebook',
      stage: 'public',
      direction: 'inbound',
      threadId: 'post',
      authorKey: 'brand',
      authorIsBrand: false,
    });
    await stage(database, rows);
    await prepareIdentity(database);
    await findDuplicates(database);
    expect(await inferBrandAccounts(database)).toEqual([
      { platform: 'whatsapp', authorKey: 'brand', threads: 6, of: 10 },
    ]);
    await judgeSpeech(database);
    await judgeRareComplaints(database);
    await judgeReferences(database);
    await judgeContext(database);
    await judgeRows(database);
    const { direction, authorIsBrand } = await database.columns(
      `SELECT direction, authorIsBrand, count(*) AS n FROM (${keptQuery()}) GROUP BY ALL ORDER BY direction`,
    );
    expect([direction, authorIsBrand]).toEqual([
      ['inbound', 'outbound'],
      [false, true],
    ]);
    database.close();
  });
});
