import type { CorpusTables } from '../engine/corpus-tables.js';
import { humanMessage } from '../engine/human-messages.js';
import { cosine, loadWordVectors } from '../enrich/word-vectors.js';
import { DeversoirError } from '../util/errors.js';

/** A message that says nearly the same. */
export interface SimilarMessage {
  readonly messageId: string;
  /** Cosine of its vector and that of the text asked for, 0 to 1. */
  readonly similarity: number;
  readonly stage: string;
  readonly channel: string;
  readonly sentAt: Date | null;
  /** Masked, names included. */
  readonly text: string;
}

/** A message and where it points; `null` where none of its words is known. */
export interface MessageVector {
  readonly messageId: string;
  readonly vector: Float32Array | null;
}

/** Messages taken out of the database at once. */
const PAGE = 20_000;
const SAID = `text IS NOT NULL AND ${humanMessage()}`;
type Page = readonly { readonly messageId: string; readonly text: string }[];

async function* pages(corpus: CorpusTables): AsyncGenerator<Page> {
  for (let after = ''; ;) {
    const rows = (
      await corpus.query(
        `SELECT messageId, text FROM messages WHERE messageId > $after AND ${SAID} ORDER BY messageId LIMIT ${PAGE}`,
        { after },
      )
    ).objects() as Page;
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = (rows.at(-1) as Page[number]).messageId;
  }
}

/**
 * The vector of every message of persons, in the order of their ids: 96 numbers of length 1, the sum of those of its words (`loadWordVectors`).
 * Cosines between them tell nearness of meaning. About 20 µs a message; nothing is kept.
 */
export async function* messageVectors(corpus: CorpusTables): AsyncGenerator<MessageVector> {
  const vectors = loadWordVectors();
  for await (const page of pages(corpus))
    for (const { messageId, text } of page) yield { messageId, vector: vectors.textVector(text) };
}

/**
 * Messages of persons that say nearly what `text` says, in whatever words, French and English alike; nearest first, one for each distinct text.
 *
 * - `n`: at most so many, from 1, 10 by default.
 * - Method: cosine of sums of static word vectors, see `WordVectors`. It finds what speaks of the same, not whether it agrees: "bon" and
 *   "mauvais" point nearly the same way.
 *
 * Errors: `option-invalid` when `n` is no whole number from 1, or no word of `text` is known.
 */
export async function similarTo(
  corpus: CorpusTables,
  text: string,
  { n = 10 }: { readonly n?: number } = {},
): Promise<SimilarMessage[]> {
  if (!Number.isInteger(n) || n < 1)
    throw new DeversoirError('option-invalid', `n: ${n}`, { hint: 'a whole number from 1' });
  const vectors = loadWordVectors(),
    wanted = vectors.textVector(text);
  if (wanted === null)
    throw new DeversoirError('option-invalid', 'no word of the text is known', {
      hint: 'give some French or English words',
    });
  const best = new Map<string, { readonly messageId: string; readonly similarity: number }>();
  let floor = 0;
  for await (const page of pages(corpus)) {
    for (const message of page) {
      const similarity = cosine(wanted, vectors.textVector(message.text));
      if (similarity > floor && !best.has(message.text))
        best.set(message.text, { messageId: message.messageId, similarity });
    }
    const kept = [...best].toSorted(([, a], [, b]) => b.similarity - a.similarity).slice(0, n);
    best.clear();
    for (const [said, found] of kept) best.set(said, found);
    if (kept.length === n) floor = kept[n - 1]?.[1].similarity ?? 0;
  }
  return described(corpus, [...best.values()]);
}

async function described(
  corpus: CorpusTables,
  found: readonly { readonly messageId: string; readonly similarity: number }[],
): Promise<SimilarMessage[]> {
  if (found.length === 0) return [];
  const ids = Object.fromEntries(found.map(({ messageId }, at) => [`id${at}`, messageId]));
  const rows = (
    await corpus.query(
      `SELECT messageId, stage, channel, sentAt, text FROM messages WHERE messageId IN (${Object.keys(ids)
        .map((name) => `$${name}`)
        .join(', ')})`,
      ids,
    )
  ).objects() as Omit<SimilarMessage, 'similarity'>[];
  const byId = new Map(rows.map((row) => [row.messageId, row]));
  const messages = found.flatMap(({ messageId, similarity }) => {
    const row = byId.get(messageId);
    return row === undefined ? [] : [{ ...row, similarity }];
  });
  const masked = await corpus.maskTexts(messages.map((message) => message.text));
  return messages.map((message, at) => ({ ...message, text: masked[at] as string }));
}
