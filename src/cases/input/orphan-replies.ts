import { join } from 'node:path';
import { isEmpty, sqlText, type Database } from '../../engine/database.js';
import { parquetOf } from '../../engine/parquet.js';
import { humanReply } from '../../engine/human-messages.js';

/**
 * Tells as doubts the replies that answer no message of the exports, by format and channel: `doubts/part-1.parquet` of a corpus folder
 * whose cases are written. Private replies outside every case, and public ones whose message is missing.
 */
export async function writeOrphanDoubts(database: Database, folder: string): Promise<void> {
  const table = (part: string): string => parquetOf(join(folder, part));
  if (await isEmpty(database, `${table('messages')} WHERE ${humanReply()}`)) return;
  await database.run(`CREATE TABLE orphanDoubts AS
    WITH reply AS (
      SELECT file, format, channel, messageId NOT IN (SELECT messageId FROM ${table('case-messages')}) AND (stage = 'private'
        OR (parentId IS NULL AND kind = 'review') OR (parentId IS NOT NULL AND parentId NOT IN (SELECT messageId FROM ${table('messages')}))) AS orphan
      FROM ${table('messages')} WHERE ${humanReply()})
    SELECT min(file) FILTER (WHERE orphan) AS file, format, NULL::BIGINT AS "row", NULL::VARCHAR AS "column", channel AS value, 'orphan-reply' AS reason,
      count(*) FILTER (WHERE orphan) || ' of ' || count(*) || ' replies answer no message of these exports: export the customers'' messages too; where they are many, reply rates and delays of the channel are not measured' AS hint
    FROM reply GROUP BY format, channel HAVING count(*) FILTER (WHERE orphan) > 0 ORDER BY format, channel`);
  if (!(await isEmpty(database, 'orphanDoubts')))
    await database.run(
      `COPY orphanDoubts TO ${sqlText(join(folder, 'doubts', 'part-1.parquet'))} (FORMAT parquet, COMPRESSION zstd)`,
    );
}
