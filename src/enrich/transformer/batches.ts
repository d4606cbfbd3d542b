import type { PeerTokenizer } from './runtime.js';

/** Token ids of a text, cut to what the model can read. */
export interface TokenIds {
  readonly ids: readonly number[];
  readonly types: readonly number[];
}

/** Characters read for each token of the limit: longer texts are cut before the tokenizer sees them. */
const CHARACTERS_A_TOKEN = 16;

/** A text that any tokenizer takes: lone surrogates replaced, NUL as a space, cut between code points. */
export function tameText(text: string, maxTokens: number): string {
  let end = Math.min(text.length, maxTokens * CHARACTERS_A_TOKEN);
  if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end--;
  return text
    .slice(0, end)
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\0', ' ');
}

/** How many special tokens stand after the text: kept when a long text is cut. */
function specialsAfter(tokenizer: PeerTokenizer, text: string, ids: readonly number[]): number {
  const bare = tokenizer.encode(text, { add_special_tokens: false }).ids;
  for (let before = 0; before + bare.length <= ids.length; before++) {
    if (bare.every((id, i) => ids[before + i] === id)) return ids.length - bare.length - before;
  }
  return 0;
}

/** Ids of a text with its special tokens, at most `maxTokens`; what is too long loses its end. */
export function tokenIds(tokenizer: PeerTokenizer, text: string, maxTokens: number): TokenIds {
  const tame = tameText(text, maxTokens);
  const { ids, token_type_ids: types = [] } = tokenizer.encode(tame, { return_token_type_ids: true });
  const typed = ids.map((_, i) => types[i] ?? 0);
  if (ids.length <= maxTokens) return { ids, types: typed };
  const after = specialsAfter(tokenizer, tame, ids);
  const keep = (list: readonly number[]): number[] => [
    ...list.slice(0, maxTokens - after),
    ...list.slice(list.length - after),
  ];
  return { ids: keep(ids), types: keep(typed) };
}

/** Texts of one run of the model, padded to the longest: row-major, `rows` × `wide`. */
export interface PaddedBatch {
  /** Index of each row's text. */
  readonly texts: readonly number[];
  readonly rows: number;
  readonly wide: number;
  readonly ids: BigInt64Array;
  readonly types: BigInt64Array;
  /** 1 for a token, 0 for padding. */
  readonly mask: BigInt64Array;
}

/** Batches of texts of like length, so that little is padded. The same texts always give the same batches. */
export function* paddedBatches(
  tokens: readonly TokenIds[],
  batchSize: number,
  padId: number,
): Generator<PaddedBatch> {
  const order = tokens
    .map((_, i) => i)
    .toSorted((a, b) => (tokens[a] as TokenIds).ids.length - (tokens[b] as TokenIds).ids.length || a - b);
  for (let from = 0; from < order.length; from += batchSize) {
    const texts = order.slice(from, from + batchSize);
    const wide = Math.max(1, ...texts.map((i) => (tokens[i] as TokenIds).ids.length));
    const size = texts.length * wide;
    const ids = new BigInt64Array(size).fill(BigInt(padId)),
      types = new BigInt64Array(size),
      mask = new BigInt64Array(size);
    texts.forEach((text, row) => {
      const { ids: own, types: ownTypes } = tokens[text] as TokenIds;
      own.forEach((id, i) => {
        ids[row * wide + i] = BigInt(id);
        types[row * wide + i] = BigInt(ownTypes[i] as number);
        mask[row * wide + i] = 1n;
      });
    });
    yield { texts, rows: texts.length, wide, ids, types, mask };
  }
}
