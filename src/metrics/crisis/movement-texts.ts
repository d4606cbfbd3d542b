import type { CorpusTables } from '../../engine/corpus-tables.js';
import { QUOTABLE } from '../sql.js';
import { nameMovement } from './movement-name.js';
import type { Movement } from './reporting-articles.js';

/** Texts compared to name a movement, of its own and of other times. */
const COMPARED = 2_000;
const CRITICAL = `(sentiment = 'negative' OR list_contains(intents, 'complaint'))`;
const OF_BRAND = `($brand = '' OR len(brands) = 0 OR list_contains(brands, $brand))`;
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

/** Name of a movement: a noun phrase of its own texts and headlines. */
export async function nameOf(corpus: CorpusTables, movement: Movement): Promise<string | null> {
  const { brand, messages, articles } = movement;
  const ids = idsOf(messages);
  const said = await saidIn(corpus, movement);
  const others = (
    await corpus.query(
      `SELECT any_value(text) AS text FROM messages WHERE ${QUOTABLE} AND ${CRITICAL} AND ${OF_BRAND} AND NOT ${HELD}
      GROUP BY coalesce(textKey, messageId) ORDER BY md5(coalesce(textKey, messageId)) LIMIT ${COMPARED}`,
      { brand, ids },
    )
  ).objects() as { text: string }[];
  const language = (
    await corpus.query(
      `SELECT languageCode AS code FROM messages WHERE ${HELD} AND languageCode IN ('fr', 'en') GROUP BY ALL ORDER BY count(*) DESC, code LIMIT 1`,
      { ids },
    )
  ).object() as { code?: string } | undefined;
  return nameMovement({
    texts: said.map(({ text }) => text),
    others: others.map(({ text }) => text),
    headlines: articles.flatMap(({ title }) => title ?? []),
    brands: brand === '' ? [] : [brand],
    language: language?.code ?? 'fr',
  });
}
