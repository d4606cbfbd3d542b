import type { CorpusTables } from '../engine/corpus-tables.js';
import { DeversoirError } from '../util/errors.js';

/** A corpus that says where it is, for errors. */
export type FollowedCorpus = CorpusTables & { readonly folder: string };

/** Least length of a short mark. */
const LEAST_MARK = 4;
/** What an id is told apart by: the part after its last colon, without the sign of a hash. */
const TAIL = (column: string): string => `ltrim(regexp_extract(${column}, '[^:]*$'), '~')`;

/**
 * The whole id that an id, a beginning of one, or a beginning of its last part stands for (the marks of the report). A case goes before its
 * messages, and a message under its keyed id before both. Throws `option-invalid` for none or several.
 */
export async function wholeId(
  corpus: FollowedCorpus,
  asked: string,
  /** Id of a message that `asked` may stand for: that of a platform, keyed. */
  keyed?: string,
): Promise<string> {
  const find = async (table: string, column: string, test: string, id = asked): Promise<string[]> =>
    (
      (
        await corpus.query(`SELECT ${column} AS id FROM ${table} WHERE ${test} ORDER BY 1 LIMIT 4`, {
          asked: id,
        })
      ).objects() as { id: string }[]
    ).map((row) => row.id);
  if (keyed !== undefined && (await find('messages', 'messageId', 'messageId = $asked', keyed)).length > 0)
    return keyed;
  const places = [
    ['cases', 'caseId'],
    ['messages', 'messageId'],
  ] as const;
  for (const [table, column] of places)
    if ((await find(table, column, `${column} = $asked`)).length > 0) return asked;
  if (asked.length >= LEAST_MARK) {
    for (const [table, column] of places) {
      const found = await find(
        table,
        column,
        `starts_with(${column}, $asked) OR starts_with(${TAIL(column)}, $asked)`,
      );
      if (found.length > 1)
        throw new DeversoirError('option-invalid', `"${asked}" begins several ids`, {
          hint: `give more of one of ${found.slice(0, 3).join(', ')}${found.length > 3 ? ', …' : ''}`,
        });
      if (found[0] !== undefined) return found[0];
    }
  }
  throw new DeversoirError('option-invalid', `no message or case "${asked}" in ${corpus.folder}`, {
    hint: 'ids are in the columns messageId of messages/*.parquet and caseId of cases/*.parquet; the marks of the report are beginnings of case ids',
  });
}
