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

it('reads every message of a list under a key of its own, however little is said in one conversation', async () => {
  const talk = (at: number, asked: string, answered: string) => ({
    conversation_id: `c${at}`,
    client: `Cliente ${at}`,
    dialogue: [
      { texte: asked, date: `2026-03-0${at}T10:00:00Z`, auteur: 'client' },
      { texte: answered, date: `2026-03-0${at}T11:00:00Z`, auteur: 'agent' },
    ],
  });
  const { records } = await read([
    talk(1, 'Le bocal sentait le vinaigre ce matin', 'Nous en sommes désolés'),
    talk(2, 'Un noyau entier dans la confiture', 'Pouvez-vous garder le pot ?'),
    talk(3, 'Remboursement', 'Fait'),
  ]);
  expect(records.map(({ threadId, direction }) => [threadId, direction])).toEqual(
    ['c1', 'c2', 'c3'].flatMap((thread) => [
      [thread, 'inbound'],
      [thread, 'outbound'],
    ]),
  );
});
