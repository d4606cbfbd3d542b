import { join } from 'node:path';
import type { Database } from './database.js';
import { LONG_TEXT } from './identity-rules.js';
import { parquetOf } from './parquet.js';

/** Long texts of customers that two files must have in common, and their share of those of the smaller. */
const LEAST_COMMON = 10;
const COMMON = 0.5;
/** A text that a file has more often, or that stands in more files, goes round: it tells nothing of two files. */
const MOST_COPIES = 2,
  MOST_FILES = 8;

/** A file most of whose texts stand in another one too, under other ids, authors or times. */
export interface CopiedFile {
  readonly path: string;
  readonly other: string;
  readonly common: number;
  readonly texts: number;
}

/** Files that may be second exports of the same messages, which nothing but their words shows: all were kept. Of the messages written in `folder`. */
export async function copiedFiles(database: Database, folder: string): Promise<CopiedFile[]> {
  const { path, other, common, texts } = await database.columns(`
    WITH said AS (
      SELECT file, textKey FROM ${parquetOf(join(folder, 'messages'))}
      WHERE textKey IS NOT NULL AND length(text) >= ${LONG_TEXT} AND direction = 'inbound' AND stage <> 'press' AND speech = 'own'
      GROUP BY file, textKey HAVING count(*) <= ${MOST_COPIES}),
    sizes AS (SELECT file, count(*) AS n FROM said GROUP BY file),
    met AS (FROM said SEMI JOIN (SELECT textKey FROM said GROUP BY textKey HAVING count(*) BETWEEN 2 AND ${MOST_FILES}) USING (textKey)),
    common AS (SELECT a.file AS one, b.file AS two, count(*) AS n FROM met a JOIN met b USING (textKey) WHERE a.file <> b.file GROUP BY ALL)
    SELECT one AS path, two AS other, c.n AS common, s.n AS texts
    FROM common c JOIN sizes s ON s.file = one JOIN sizes t ON t.file = two
    WHERE c.n >= ${LEAST_COMMON} AND c.n >= ${COMMON} * s.n AND (s.n < t.n OR (s.n = t.n AND one > two))
    QUALIFY row_number() OVER (PARTITION BY one ORDER BY c.n DESC, two) = 1 ORDER BY one`);
  return (path ?? []).map((file, at) => ({
    path: String(file),
    other: String(other?.[at]),
    common: Number(common?.[at]),
    texts: Number(texts?.[at]),
  }));
}
