import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import type { TablePeek } from '../../../src/ingest/bytes/export-file.js';
import { hasConversations, messageDate, moves } from '../../../src/ingest/table/ticket-rows.js';

const tableOf = async (csv: string): Promise<TablePeek> => {
  const { table } = await openBytes(Buffer.from(csv), 'a.csv');
  if (!table) throw new Error('no table');
  return table;
};

it('tells the date of a message from that of its ticket', async () => {
  const table = await tableOf(`ticket,opened,sent,text
7,2026-04-27,2026-04-27,Le bocal sentait le vinaigre
7,2026-04-27,2026-04-28,Toujours rien
7,2026-04-27,2026-04-29,Merci
8,2026-04-30,2026-04-30,Un noyau entier
`);
  expect(hasConversations(table, 0)).toBe(true);
  expect([moves(table, 0, 1), moves(table, 0, 2)]).toEqual([false, true]);
  expect(messageDate(table, 0, [1, 2])).toBe(2);
});

it('finds no conversation where each row has a key of its own', async () => {
  const table = await tableOf(`ticket,sent,text
7,2026-04-27,Le bocal sentait le vinaigre
8,2026-04-30,Un noyau entier
`);
  expect(hasConversations(table, 0)).toBe(false);
  expect(messageDate(table, 0, [1])).toBeUndefined();
});
