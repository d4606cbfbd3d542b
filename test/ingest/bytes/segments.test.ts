import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../../../src/ingest/bytes/segments.js';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}
async function cutAt(
  text: string,
  size: number,
  limit = 1e6,
  kind?: 'xml',
): Promise<{ text: string; cut: boolean }[]> {
  const parts: { text: string; cut: boolean }[] = [];
  for await (const part of segments(pieces(text, size), /<item>/, limit, kind))
    parts.push({ text: part.text, cut: part.cut });
  return parts;
}

describe('segments', () => {
  it('cuts before each match, wherever the pieces end', async () => {
    for (const size of [1, 3, 7, 1000]) {
      expect((await cutAt('head<item>a<item>b', size)).map((part) => part.text)).toEqual([
        'head',
        '<item>a',
        '<item>b',
      ]);
    }
  });

  it('loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('<item>', '<ite', 'm>', 'x', '\n', 'é'.repeat(700))),
        fc.integer({ min: 1, max: 2000 }),
        async (words, size) => {
          const text = words.join('');
          const parts = await cutAt(text, size);
          expect(parts.map((part) => part.text).join('')).toBe(text);
          expect(parts).toHaveLength(text.split('<item>').length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('in XML passes over comments and CDATA, also half read ones', async () => {
    const xml = 'h<item>a<!-- <item> --><![CDATA[ <item> ]]><item>b<!-- <item>';
    for (const size of [1, 5, 1000]) {
      expect((await cutAt(xml, size, 1e6, 'xml')).map((part) => part.text)).toEqual([
        'h',
        '<item>a<!-- <item> --><![CDATA[ <item> ]]>',
        '<item>b<!-- <item>',
      ]);
    }
  });

  it('in XML passes over comments longer than the longest part', async () => {
    const xml = `h<item>a<!-- ${'<item> '.repeat(2000)}--><item>b`;
    const parts = await cutAt(xml, 1000, 100, 'xml');
    expect(parts.map((part) => [part.text.length, part.cut])).toEqual([
      [1, false],
      [100, true],
      [7, false],
    ]);
  });

  it('takes the same parts from a text in pieces of any length, the longest part cut or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('<item>', '<!--', '-->', '<![CDATA[', ']]>', 'x', 'é'.repeat(1500))),
        fc.integer({ min: 1, max: 3000 }),
        fc.constantFrom(2000, 1e6),
        async (words, size, limit) => {
          const text = words.join('');
          expect(await cutAt(text, size, limit, 'xml')).toEqual(await cutAt(text, 1e6, limit, 'xml'));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps the beginning of a part that is too long and goes on after it', async () => {
    const parts = await cutAt(`<item>${'x'.repeat(50_000)}<item>b`, 1000, 100);
    expect(parts.map((part) => [part.text.length, part.cut])).toEqual([
      [0, false],
      [100, true],
      [7, false],
    ]);
  });
});
