import type { CorpusTables } from '../../engine/corpus-tables.js';
import { QUOTABLE } from '../sql.js';
import type { Movement } from './reporting-articles.js';

/** Texts read to name a movement. */
const COMPARED = 2_000;
const HELD = `messageId IN (SELECT unnest(from_json($ids, '["VARCHAR"]')))`;

/** What can be quoted of a movement. */
export interface Said {
  readonly messageId: string;
  readonly text: string;
  readonly channel: string;
  readonly sentAt: Date;
  readonly dayOnly: boolean;
  readonly author: string;
}

const idsOf = (messages: readonly { readonly messageId: string }[]): string =>
  JSON.stringify(messages.map(({ messageId }) => messageId));

/** Texts of a movement that can be quoted, each once, in order of time. */
export const saidIn = async (corpus: CorpusTables, { messages }: Movement): Promise<readonly Said[]> =>
  (
    await corpus.query(
      `SELECT messageId, text, channel, sentAt, dayOnly, coalesce(authorKey, messageId) AS author FROM messages
      WHERE ${HELD} AND ${QUOTABLE} AND len(harms) = 0
      QUALIFY row_number() OVER (PARTITION BY coalesce(textKey, messageId) ORDER BY sentAt, messageId) = 1
      ORDER BY sentAt, messageId LIMIT ${COMPARED}`,
      { ids: idsOf(messages) },
    )
  ).objects() as Said[];

/** Name of a movement: the phrase that tells its texts from all others, in the words of the corpus and of the headlines. */
export async function nameOf(corpus: CorpusTables, movement: Movement): Promise<string | null> {
  const { brand, articles } = movement;
  const said = await saidIn(corpus, movement);
  return corpus.nameOf(
    said.map(({ text }) => text),
    { headlines: articles.flatMap(({ title }) => title ?? []), without: brand === '' ? [] : [brand] },
  );
}
