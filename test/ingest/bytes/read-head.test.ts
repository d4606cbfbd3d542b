import { describe, expect, it } from 'vitest';
import { memorySource, type ByteSource } from '../../../src/ingest/bytes/byte-source.js';
import { HEAD_BYTES, jumping, readHead, readWhole } from '../../../src/ingest/bytes/read-head.js';
import { DeversoirError } from '../../../src/util/errors.js';

/** A source that can only be read from its beginning. */
const flowing = (pieces: readonly Uint8Array[], error?: Error): ByteSource =>
  ({
    size: pieces.reduce((sum, { length }) => sum + length, 0),
    async *stream() {
      yield* pieces;
      if (error !== undefined) throw error;
    },
  }) as ByteSource;
const bytes = (length: number, fill = 1): Uint8Array => new Uint8Array(length).fill(fill);

describe('readHead', () => {
  it('gives the first bytes, and says whether they are all', async () => {
    for (const source of [memorySource(bytes(10)), flowing([bytes(4), bytes(6)])]) {
      const { head, ended } = await readHead(source);
      expect([head.length, ended]).toEqual([10, true]);
    }
    for (const source of [memorySource(bytes(HEAD_BYTES + 1)), flowing([bytes(HEAD_BYTES), bytes(9)])]) {
      const { head, ended } = await readHead(source);
      expect([head.length, ended]).toEqual([HEAD_BYTES, false]);
    }
  });
  it('is longer where it is JSON whose first record is, as far as that goes', async () => {
    const long = 'é'.repeat(HEAD_BYTES);
    const lengths: number[] = [];
    for (const text of [
      `\ufeff[{"id":1,"tags":["a",{}],"text":"${long}","date":"2026-03-01"},{"id":2}]${' '.repeat(1 << 20)}`,
      `{"data":[{"text":"${long}"}]}`,
      `[{"id":1},{"id":2,"text":"${long}"}]`,
      `{"a":{"id":1},"b":{"text":"${long}"}}`,
      `[12/09/2026 09:58] Zoé: ${long}`,
    ])
      for (const source of [memorySource(Buffer.from(text)), flowing([Buffer.from(text)])])
        lengths.push((await readHead(source)).head.length);
    const whole = 2 * HEAD_BYTES + 22;
    expect(lengths.slice(0, 4)).toEqual([1 << 20, 1 << 20, whole, whole]);
    expect(lengths.slice(4)).toEqual(Array.from({ length: 6 }, () => HEAD_BYTES));
  });
  it.each([
    [
      'a list beside what tells of it',
      (text: string) => `{"meta":{"n":2},"items":[{"id":1,"text":"${text}"},{"id":2}]}`,
    ],
    ['a table', (text: string) => `date;avis\n2026-03-01;"${text}\n${text}"\n2026-03-02;Bon\n`],
  ])('is longer where the first record is: %s', async (_, write) => {
    const long = Buffer.from(write('é'.repeat(HEAD_BYTES)));
    expect((await readHead(memorySource(long))).head.length).toBe(long.length);
    const later = Buffer.from(
      write('e').replace(/\}\]\}$|$/, (end) => `${'e'.repeat(2 * HEAD_BYTES)}${end}`),
    );
    expect((await readHead(memorySource(later))).head.length).toBe(HEAD_BYTES);
  });
  it('takes what came before a damage, but nothing of what is hostile', async () => {
    const damage = new DeversoirError('data-invalid', 'cut', { hint: 'h' });
    expect(await readHead(flowing([bytes(3)], damage))).toMatchObject({ ended: false });
    await expect(readHead(flowing([], damage))).rejects.toThrow('cut');
    await expect(readHead(flowing([bytes(3)], new DeversoirError('input-hostile', 'bomb')))).rejects.toThrow(
      'bomb',
    );
  });
});

describe('readWhole', () => {
  it('gives all bytes up to a limit, also where the size was a lie', async () => {
    expect(await readWhole(flowing([bytes(2), bytes(3, 2)]), 5, 'a')).toEqual(Buffer.from([1, 1, 2, 2, 2]));
    expect(await readWhole(flowing([]), 5, 'a')).toHaveLength(0);
    await expect(readWhole(flowing([bytes(6)]), 5, 'a')).rejects.toThrow(/more than 5 bytes/);
    await expect(readWhole({ ...flowing([bytes(6)]), size: 1 } as ByteSource, 5, 'a')).rejects.toThrow(
      /more than 5/,
    );
  });
});

describe('jumping', () => {
  it('loads a source that cannot jump, and leaves another as it is', async () => {
    const memory = memorySource(bytes(3));
    expect(await jumping(memory, 'a')).toBe(memory);
    expect((await jumping(flowing([bytes(3)]), 'a')).slice?.(1, 3)).toHaveLength(2);
  });
});
