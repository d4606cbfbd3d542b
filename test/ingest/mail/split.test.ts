import { describe, expect, it } from 'vitest';
import { AT_MOST, growthOf } from '../../growth.js';
import { FROM_LINE, mboxParts } from '../../../src/ingest/mail/split.js';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
async function split(text: string, size = 7, limit = 1e6): Promise<[string, string, boolean][]> {
  const parts: [string, string, boolean][] = [];
  for await (const part of mboxParts(pieces(Buffer.from(text, 'latin1'), size), limit))
    parts.push([part.fromLine, Buffer.from(part.bytes).toString('latin1').trim(), part.cut]);
  return parts.filter(([line, body]) => line !== '' || body !== '');
}
const LINE = 'From a@example.org Tue Mar  5 10:12:00 2024';

describe('FROM_LINE', () => {
  it.each([
    LINE,
    'From - Sat Feb 05 09:19:10 2022',
    'From klopp Mon Jan  5 08:50:15 +0100 2004',
    'From 1790000000000000001@xxx Wed Mar 06 09:00:00 +0000 2024',
    'From test at example.com  Fri Apr  6 22:43:55 2007',
  ])('%s', (line) => {
    expect(FROM_LINE.test(line)).toBe(true);
  });
  it.each([
    'From this principle, all of life and physics may be deduced.',
    'From: a@example.org',
    'From Tuesday on we are closed',
  ])('not %s', (line) => {
    expect(FROM_LINE.test(line)).toBe(false);
  });
});

describe('mboxParts', () => {
  it('splits wherever the pieces end, after an empty line or before a header', async () => {
    for (const size of [1, 2, 13, 100_000]) {
      expect(
        await split(
          `${LINE}\nA: 1\n\nun\n${LINE}\nétait écrit\n\n${LINE}\nA: 2\n\ndeux\n${LINE}\nA: 3\n\ntrois`,
          size,
        ),
      ).toEqual([
        [LINE, `A: 1\n\nun\n${LINE}\nétait écrit`, false],
        [LINE, 'A: 2\n\ndeux', false],
        [LINE, 'A: 3\n\ntrois', false],
      ]);
    }
  });

  it('takes a patch inside a mail for text', async () => {
    const patch = `${LINE}\nA: 1\n\nsee\n\nFrom ${'a'.repeat(40)} Mon Sep 17 00:00:00 2001\nFrom: x\n\ndiff`;
    expect(await split(patch)).toHaveLength(1);
  });

  it('unquotes ">From " and keeps a mail without end', async () => {
    expect(await split(`${LINE}\nA: 1\n\n>From here\n>>From there`)).toEqual([
      [LINE, 'A: 1\n\nFrom here\n>From there', false],
    ]);
    expect(await split(LINE)).toEqual([[LINE, '', false]]);
  });

  it('cuts a mail over the limit and goes on', async () => {
    const parts = await split(`${LINE}\n${'x'.repeat(2_000_000)}\n\n${LINE}\nA: 2\n\nfin`, 65_536, 1000);
    expect(parts.map(([, body, cut]) => [body.length, cut])).toEqual([
      [1000, true],
      [9, false],
    ]);
  });
});

describe('a hostile mailbox', () => {
  it('with a "From " line of megabytes is read in linear time', async () => {
    const read = (text: string): Promise<unknown[]> => split(text, 4096, 1e7);
    const text = (n: number): string => `${LINE}\nA: 1\n\nun\n\nFrom ${'x'.repeat(n)}`;
    expect(await read(text(3_000_000))).toHaveLength(1);
    expect(await growthOf(text, read)).toBeLessThanOrEqual(AT_MOST);
  });
});
