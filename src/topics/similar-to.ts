import type { CorpusTables } from '../engine/corpus-tables.js';
import { humanMessage } from '../engine/human-messages.js';
import { cosine, loadWordVectors } from '../enrich/words/word-vectors.js';
import { checkCorpus, checkOptions, valueInWords } from '../util/checked-options.js';
import { DeversoirError } from '../util/errors.js';
import { contradicted, DenialReader } from './denials.js';

/** A message that says nearly the same. */
export interface SimilarMessage {
  readonly messageId: string;
  /** Cosine of its vector and that of the text asked for, 0 to 1. */
  readonly similarity: number;
  /** Messages that say it in these words or nearly, itself among them. */
  readonly messages: number;
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

/** Cosine from which two messages are variants of one: other names, numbers or endings. */
const VARIANT = 0.9;

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
  checkCorpus('messageVectors', corpus);
  const vectors = loadWordVectors();
  for await (const page of pages(corpus))
    for (const { messageId, text } of page) yield { messageId, vector: vectors.textVector(text) };
}

/** A text found, with where it points. */
interface Found {
  readonly messageId: string;
  readonly similarity: number;
  readonly vector: Float32Array;
}

/**
 * Messages of persons that say nearly what `text` says, in whatever words, French and English alike; nearest first. Messages that say it in
 * nearly the same words are one, told how many they are.
 *
 * - `n`: at most so many, from 1, 10 by default.
 * - Method: cosine of sums of static word vectors, see `WordVectors`. A word that one of both texts denies and the other affirms (« jamais
 *   reçu », « bien reçu ») counts against it. Opposites without a negation are not told apart: "bon" and "mauvais" point nearly the same way.
 * - Cost: about 50 µs a message.
 *
 * Errors: `option-invalid` when `n` is no whole number from 1, for another option, or when no word of `text` is known.
 */
export async function similarTo(
  corpus: CorpusTables,
  text: string,
  options: { readonly n?: number } = {},
): Promise<SimilarMessage[]> {
  checkCorpus('similarTo', corpus);
  checkOptions(options, ['n']);
  const { n = 10 } = options;
  if (typeof text !== 'string')
    throw new DeversoirError('option-invalid', `text ${valueInWords(text)}`, { hint: 'expected a text' });
  if (!Number.isInteger(n) || n < 1)
    throw new DeversoirError('option-invalid', `n: ${n}`, { hint: 'a whole number from 1' });
  const vectors = loadWordVectors(),
    wanted = vectors.textVector(text);
  if (wanted === null)
    throw new DeversoirError('option-invalid', 'no word of the text is known', {
      hint: 'give some French or English words',
    });
  const denials = new DenialReader(vectors),
    asked = denials.read(text);
  let best: Found[] = [];
  for await (const page of pages(corpus)) {
    for (const message of page) {
      const floor = best.length < n ? 0 : (best[n - 1] as Found).similarity;
      const plain = vectors.textVector(message.text);
      if (plain === null || cosine(wanted, plain) <= floor) continue;
      const turned = contradicted(asked, denials.read(message.text)),
        vector = turned.size === 0 ? plain : (vectors.textVector(message.text, turned) ?? plain),
        similarity = Math.min(cosine(wanted, plain), cosine(wanted, vector));
      if (similarity > floor)
        best = withFound(best, { messageId: message.messageId, similarity, vector: plain }, n);
    }
  }
  return described(corpus, best, await variants(corpus, best));
}

/** The nearest `n` texts with one more, one for all variants. */
function withFound(best: readonly Found[], found: Found, n: number): Found[] {
  const twin = best.find(({ vector }) => cosine(vector, found.vector) >= VARIANT);
  if (twin !== undefined && twin.similarity >= found.similarity) return [...best];
  return [...best.filter((one) => one !== twin), found]
    .toSorted((a, b) => b.similarity - a.similarity || (a.messageId < b.messageId ? -1 : 1))
    .slice(0, n);
}

/** How many messages are variants of each of some texts: each counts for the first that it is near to. */
async function variants(corpus: CorpusTables, best: readonly Found[]): Promise<readonly number[]> {
  const counts = best.map(() => 0),
    vectors = loadWordVectors();
  if (best.length === 0) return counts;
  for await (const page of pages(corpus))
    for (const message of page) {
      const vector = vectors.textVector(message.text);
      const at = best.findIndex((one) => cosine(one.vector, vector) >= VARIANT);
      if (at >= 0) counts[at]!++;
    }
  return counts;
}

async function described(
  corpus: CorpusTables,
  found: readonly Found[],
  counts: readonly number[],
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
  ).objects() as Omit<SimilarMessage, 'similarity' | 'messages'>[];
  const byId = new Map(rows.map((row) => [row.messageId, row]));
  const messages = found.flatMap(({ messageId, similarity }, at) => {
    const row = byId.get(messageId);
    return row === undefined ? [] : [{ ...row, similarity, messages: counts[at] as number }];
  });
  const masked = await corpus.maskTexts(messages.map((message) => message.text));
  return messages.map((message, at) => ({ ...message, text: masked[at] as string }));
}
