import { expect, it } from 'vitest';
import { playConsole } from '../../../src/ingest/formats/review-tables.js';
import { picked, readTable } from '../read-table.js';

const HEADER =
  'Package Name | Reviewer Language | Review Submit Date and Time | Review Submit Millis Since Epoch | Review Last Update Date and Time | Review Last Update Millis Since Epoch | Star Rating | Review Title | Review Text | Developer Reply Date and Time | Developer Reply Millis Since Epoch | Developer Reply Text | Review Link';
const AT = Date.UTC(2026, 2, 1, 10);
const link = (id: string): string => `https://play.google.com/console/review?reviewId=${id}&p=1`;

it('gives the reply as a record of the brand, and tells an edited review', async () => {
  const { records } = await readTable(playConsole, HEADER, [
    `fr.brel | fr | 2026-03-01T10:00:00Z | ${AT} | 2026-03-01T12:00:00Z | ${AT + 7_200_000} | 2 |  | Plante tout le temps | 2026-03-02T10:00:00Z | ${AT + 86_400_000} | Désolés | ${link('gp:abc')}`,
    `fr.brel | fr | 2026-03-01T10:00:00Z | ${AT} | 2026-03-01T10:00:00Z | ${AT} | 5 | Bien | Parfait | 2026-03-03T10:00:00Z |  | Merci | ${link('gp:def')}`,
    `fr.brel | fr | 2026-03-01T10:00:00Z | ${AT} | 2026-03-01T10:00:00Z | ${AT} | 4 |  | Pas mal |  |  |  | `,
  ]);
  expect(picked(records, 'id', 'kind', 'parentId', 'sentAt', 'authorIsBrand', 'edited', 'rating')).toEqual([
    ['gp:abc', 'review', undefined, '2026-03-01T12:00:00.000Z', undefined, true, 2],
    ['gp:abc-reply', 'comment', 'gp:abc', '2026-03-02T10:00:00.000Z', true, undefined, undefined],
    ['gp:def', 'review', undefined, '2026-03-01T10:00:00.000Z', undefined, undefined, 5],
    ['gp:def-reply', 'comment', 'gp:def', '2026-03-03T10:00:00.000Z', true, undefined, undefined],
    [undefined, 'review', undefined, '2026-03-01T10:00:00.000Z', undefined, undefined, 4],
  ]);
});
