import { expect, it } from 'vitest';
import { textLines } from '../../../src/ingest/chat/lines.js';

async function lines(pieces: readonly string[], limit?: number): Promise<string[]> {
  async function* source(): AsyncGenerator<string> {
    yield* pieces;
  }
  const all: string[] = [];
  for await (const line of textLines(source(), limit)) all.push(line);
  return all;
}

it('gives the same lines wherever the text is cut', async () => {
  const text = 'a\r\nbc\n\nd\u2028e\nf';
  for (let cut = 0; cut <= text.length; cut++)
    expect(await lines([text.slice(0, cut), text.slice(cut)])).toEqual(['a', 'bc', '', 'd\u2028e', 'f']);
});

it('cuts a line over the limit and goes on with the next', async () => {
  expect(await lines(['aaaa', 'aaaa', 'aa\nb'], 5)).toEqual(['aaaaa', 'b']);
});
