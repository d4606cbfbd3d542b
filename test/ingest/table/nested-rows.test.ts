import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readWith } from '../read-sample.js';

const read = async (value: unknown) =>
  readWith(genericTable, await openBytes(Buffer.from(JSON.stringify(value)), 'threads.json'), {
    zone: 'UTC',
  });

it('threads of a marketplace hold messages and are none: their subjects are no texts, both sides are told', async () => {
  const message = (id: string, type: string, name: string, body: string, hour: number) => ({
    id,
    body,
    date_created: `2026-03-02T${String(hour)}:00:00Z`,
    from: { type, display_name: name },
  });
  const thread = (id: string, subject: string, messages: readonly unknown[]) => ({
    id,
    date_created: '2026-03-02T09:00:00Z',
    topic: { type: 'FREE_TEXT', value: subject },
    messages,
  });
  const { records } = await read({
    data: [
      thread('t1', 'Une question sur la nappe en lin', [
        message('m1', 'CUSTOMER_USER', 'Lise Amar', 'La nappe en lin a rétréci dès le premier lavage', 10),
        message('m2', 'SHOP_USER', 'Théo Bru', 'Nous vous l’échangeons contre une plus grande', 11),
      ]),
      thread('t2', 'Où en est ma commande de torchons', [
        message('m3', 'CUSTOMER_USER', 'Odon Vial', 'Les torchons commandés ne sont pas là', 12),
      ]),
    ],
  });
  expect(
    records.map(({ stage, threadId, direction, authorName }) => [stage, threadId, direction, authorName]),
  ).toEqual([
    ['private', 't1', 'inbound', 'Lise Amar'],
    ['private', 't1', 'outbound', 'Théo Bru'],
    ['private', 't2', 'inbound', 'Odon Vial'],
  ]);
});
