import { array, assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paddedBatches, tameText, tokenIds } from '../../../src/enrich/transformer/batches.js';

/** One token a word, its length as id; special tokens 101 before and 102, 103 after. */
const tokenizer = {
  encode: (text: string, { add_special_tokens: special = true } = {}) => {
    const words = text
      .split(' ')
      .filter(Boolean)
      .map((word) => word.length);
    return { ids: special ? [101, ...words, 102, 103] : words };
  },
};

describe('tameText', () => {
  it('replaces lone surrogates and NUL, and never cuts a code point', () => {
    expect(tameText('a\uD83Db\0c\uDE00', 10)).toBe('a\uFFFDb c\uFFFD');
    expect(tameText('😀😀', 10)).toBe('😀😀');
    // 2 tokens read 32 characters: one x and 15 whole emoji, the sixteenth would be cut.
    expect(tameText(`x${'😀'.repeat(20)}`, 2)).toBe(`x${'😀'.repeat(15)}`);
  });
});

describe('tokenIds', () => {
  it('keeps what fits, and cuts the end of the text but not what closes it', () => {
    expect(tokenIds(tokenizer, 'a bb ccc', 6).ids).toEqual([101, 1, 2, 3, 102, 103]);
    expect(tokenIds(tokenizer, 'a bb ccc', 5).ids).toEqual([101, 1, 2, 102, 103]);
    expect(tokenIds(tokenizer, 'a bb ccc', 5).types).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('paddedBatches', () => {
  it('pads rows of like length', () => {
    const tokens = [[7, 7, 7], [8], [9, 9]].map((ids) => ({ ids, types: ids.map(() => 1) }));
    expect([...paddedBatches(tokens, 2, 5)]).toEqual([
      {
        texts: [1, 2],
        rows: 2,
        wide: 2,
        ids: BigInt64Array.of(8n, 5n, 9n, 9n),
        types: BigInt64Array.of(1n, 0n, 1n, 1n),
        mask: BigInt64Array.of(1n, 0n, 1n, 1n),
      },
      {
        texts: [0],
        rows: 1,
        wide: 3,
        ids: BigInt64Array.of(7n, 7n, 7n),
        types: BigInt64Array.of(1n, 1n, 1n),
        mask: BigInt64Array.of(1n, 1n, 1n),
      },
    ]);
  });

  it('holds each text once', () => {
    assert(
      property(
        array(array(nat(50), { maxLength: 6 }), { maxLength: 30 }),
        integer({ min: 1, max: 8 }),
        (lists, size) => {
          const batches = [
            ...paddedBatches(
              lists.map((ids) => ({ ids, types: ids.map(() => 0) })),
              size,
              0,
            ),
          ];
          expect(batches.flatMap(({ texts }) => texts).toSorted((a, b) => a - b)).toEqual(
            lists.map((_, i) => i),
          );
          const tokens = batches.reduce((sum, { mask }) => sum + mask.reduce((a, b) => a + Number(b), 0), 0);
          expect(tokens).toBe(lists.flat().length);
        },
      ),
    );
  });
});
