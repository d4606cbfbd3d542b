import { enrichedMessageColumns } from '../model/index.js';
import type { Database } from './database.js';
import { createStagingSql, openStagingWriter, packSql, stagedQuery, type StagingWriter } from './staging.js';

/** Staging table of all messages read, with what finding duplicates needs. */
export const incomingColumns = {
  ...enrichedMessageColumns,
  seq: { kind: 'float', required: true, doc: 'reading order' },
  fileIndex: { kind: 'float', required: true, doc: 'index of the file in the manifest' },
  repeats: { kind: 'boolean', required: true, doc: 'equal content in one file is a duplicate' },
} as const;

const PLAIN = ['messageId', 'sentAt', 'edited', 'seq', 'fileIndex', 'repeats'] as const;

/** Makes the table `incoming`. */
export async function createIncoming(database: Database): Promise<void> {
  await database.run(createStagingSql('incoming', incomingColumns, PLAIN));
}

export const openIncomingWriter = (database: Database): Promise<StagingWriter<typeof incomingColumns>> =>
  openStagingWriter(database, 'incoming', incomingColumns, PLAIN);

/** Puts rows of an earlier corpus back, `source` with a column `fileIndex`; their ids are final. */
export async function restoreIncoming(database: Database, source: string): Promise<void> {
  const { seq: _seq, fileIndex: _fileIndex, repeats: _repeats, ...columns } = incomingColumns;
  await database.run(`
    INSERT INTO incoming (messageId, sentAt, edited, seq, fileIndex, repeats, fields)
    SELECT messageId, epoch_ms(sentAt), CAST(edited AS DOUBLE), row_number() OVER (ORDER BY fileIndex, "row", messageId) - 1, fileIndex, 1, ${packSql(columns)}
    FROM (${source})`);
}

/**
 * Settles identity in SQL, so that memory does not grow with rows. Where equal content in one file is no duplicate (two "ok"
 * in one minute of a chat) the second gets `#2`. Of messages with one id the latest version is kept: last `sentAt`, then
 * edited, then first read. Fills `verdicts` with the rows that differ from what was read: new ids and duplicates.
 */
export async function findDuplicates(database: Database): Promise<void> {
  await database.run(`
    CREATE TABLE verdicts AS
    WITH numbered AS (
      SELECT seq, messageId AS readId, sentAt, edited,
        CASE WHEN repeats = 1 THEN 1 ELSE row_number() OVER (PARTITION BY messageId, fileIndex ORDER BY seq) END AS ordinal
      FROM incoming
    ), named AS (
      SELECT seq, readId, sentAt, edited, CASE WHEN ordinal = 1 THEN readId ELSE readId || '#' || ordinal END AS finalId FROM numbered
    ), judged AS (
      SELECT seq, readId, finalId,
        first_value(seq) OVER (PARTITION BY finalId ORDER BY sentAt DESC NULLS LAST, edited DESC, seq) AS keptSeq
      FROM named
    )
    SELECT seq, finalId, keptSeq <> seq AS isDuplicate FROM judged WHERE keptSeq <> seq OR finalId <> readId`);
}

const { messageId: _settled, ...otherColumns } = enrichedMessageColumns;
const others = Object.keys(otherColumns).map((name) => `m."${name}"`).join(', ');
const typed = (): string => `(${stagedQuery('incoming', { ...incomingColumns }, ['messageId', 'seq', 'fileIndex'])})`;

/** Kept messages, in reading order, in the types of the model. */
export const keptQuery = (): string => `
  SELECT coalesce(v.finalId, m.messageId) AS "messageId", ${others}
  FROM ${typed()} m LEFT JOIN verdicts v USING (seq) WHERE NOT coalesce(v.isDuplicate, false) ORDER BY m.seq`;

/** Duplicates, whole, each with the id of the message it repeats. */
export const duplicateQuery = (): string => `
  SELECT v.finalId AS "messageId", ${others}, v.finalId AS "duplicateOf"
  FROM ${typed()} m JOIN verdicts v USING (seq) WHERE v.isDuplicate ORDER BY m.seq`;

export interface FileCount {
  readonly kept: number;
  readonly duplicates: number;
}

/** Kept and duplicate messages of each file, by its index. */
export async function countByFile(database: Database): Promise<ReadonlyMap<number, FileCount>> {
  const { fileIndex, kept, duplicates } = await database.columns(`
    SELECT i.fileIndex, count(*) FILTER (NOT coalesce(v.isDuplicate, false)) AS kept,
      count(*) FILTER (coalesce(v.isDuplicate, false)) AS duplicates
    FROM incoming i LEFT JOIN verdicts v USING (seq) GROUP BY i.fileIndex ORDER BY i.fileIndex`);
  return new Map((fileIndex ?? []).map((index, at) => [
    Number(index), { kept: Number(kept?.[at] ?? 0), duplicates: Number(duplicates?.[at] ?? 0) },
  ]));
}
