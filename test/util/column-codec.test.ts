import { MessageChannel } from 'node:worker_threads';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumns, unpackColumns, type PackedBatch } from '../../src/util/column-codec.js';

const columns = {
  text: { kind: 'string', doc: '' },
  tags: { kind: 'strings', required: true, doc: '' },
  share: { kind: 'float', doc: '' },
  count: { kind: 'int', doc: '' },
  edited: { kind: 'boolean', doc: '' },
} as const;

async function sent(packed: PackedBatch): Promise<PackedBatch> {
  const { port1, port2 } = new MessageChannel();
  const received = new Promise<PackedBatch>((resolve) => {
    port2.once('message', resolve);
  });
  port1.postMessage(packed);
  const copy = await received;
  port1.close();
  return copy;
}

const row = fc.record({
  text: fc.option(fc.string()),
  tags: fc.array(fc.constantFrom('', 'a', 'b', 'a\u001Eb', '["a","b"]', '\ud800'), { maxLength: 3 }),
  share: fc.option(fc.double({ noNaN: true })),
  count: fc.option(fc.integer()),
  edited: fc.option(fc.boolean()),
});

describe('packColumns', () => {
  it('is undone by unpackColumns on the other side of a message', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 200 }), async (rows) => {
        const batch = {
          text: rows.map(({ text }) => text),
          tags: rows.map(({ tags }) => tags),
          share: rows.map(({ share }) => share),
          count: rows.map(({ count }) => count),
          edited: rows.map(({ edited }) => edited),
        };
        expect(unpackColumns(columns, await sent(packColumns(columns, batch)))).toEqual(batch);
      }),
      { numRuns: 50 },
    );
  });

  it('sends a value that comes again once, and leaves texts that do not as they are', () => {
    const few = Array.from({ length: 1000 }, (_, i) => ['fr', 'en', null][i % 3] as string | null),
      many = Array.from({ length: 1000 }, (_, i) => `text ${i}`);
    const only = { text: columns.text };
    expect(packColumns(only, { text: few })['text']).toMatchObject({ values: ['fr', 'en', null] });
    expect(packColumns(only, { text: many })['text']).toBe(many);
    expect(unpackColumns(only, packColumns(only, { text: few }))).toEqual({ text: few });
  });
});
