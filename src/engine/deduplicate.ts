import { enrichedMessageColumns } from '../model/index.js';
import type { Database } from './database.js';
import { createStagingSql, stagedColumns } from './staging.js';

/** Staging table of all messages read, in reading order, with what finding duplicates needs. */
export const incomingColumns = {
  ...enrichedMessageColumns,
  seq: { kind: 'float', required: true, doc: 'reading order' },
  fileIndex: { kind: 'int', required: true, doc: 'index of the file in the manifest' },
  repeats: { kind: 'boolean', required: true, doc: 'equal content in one file is a duplicate' },
} as const;

export const createIncomingSql = (): string => createStagingSql('incoming', incomingColumns);

const { messageId: _settledHere, ...otherColumns } = enrichedMessageColumns;
const staged = (): string => stagedColumns(otherColumns);

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
        CASE WHEN repeats THEN 1 ELSE row_number() OVER (PARTITION BY messageId, fileIndex ORDER BY seq) END AS ordinal
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

/** Kept messages, in reading order, in the types of the model. */
export const keptQuery = (): string => `
  SELECT coalesce(v.finalId, i.messageId) AS "messageId", ${staged()}
  FROM incoming i LEFT JOIN verdicts v USING (seq) WHERE NOT coalesce(v.isDuplicate, false) ORDER BY i.seq`;

/** Duplicates, whole, each with the id of the message it repeats. */
export const duplicateQuery = (): string => `
  SELECT coalesce(v.finalId, i.messageId) AS "messageId", ${staged()}, v.finalId AS "duplicateOf"
  FROM incoming i JOIN verdicts v USING (seq) WHERE v.isDuplicate ORDER BY i.seq`;

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
