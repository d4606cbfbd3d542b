import { expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { trustpilotBusiness, trustpilotSimple } from '../../../src/ingest/formats/review-tables.js';
import { picked, readTable } from '../read-table.js';

it('gives the reply of the company as a record of its own, dated when the table dates it', async () => {
  const { records } = await readTable(
    trustpilotBusiness,
    'Review Id | Review Created (UTC) | Review Content | Review Stars | Company Reply | Company Reply Date (UTC)',
    [
      'a1 | 2026-03-05 10:30:00 | Nul | 1 | Désolés | 2026-03-06 10:30:00',
      'a2 | 2026-03-05 11:30:00 | Bien | 5 | Merci | ',
      'a3 | 2026-03-05 12:30:00 | Moyen | 3 |  | ',
    ],
  );
  expect(picked(records, 'id', 'kind', 'parentId', 'authorIsBrand', 'rating', 'sentAt')).toEqual([
    ['a1', 'review', undefined, undefined, 1, '2026-03-05T10:30:00.000Z'],
    ['a1-reply', 'comment', 'a1', true, undefined, '2026-03-06T10:30:00.000Z'],
    ['a2', 'review', undefined, undefined, 5, '2026-03-05T11:30:00.000Z'],
    ['a2-reply', 'comment', 'a2', true, undefined, undefined],
    ['a3', 'review', undefined, undefined, 3, '2026-03-05T12:30:00.000Z'],
  ]);
});

it('knows a scrape by few columns with a language, or by the name of its file', async () => {
  const { records } = await readTable(
    trustpilotSimple,
    'text | rating | language | title',
    ['Très bon pain | 5 | fr | Miam', 'Pain rassis | 1 | fr | Bof'],
    { separator: '\t' },
  );
  expect(picked(records, 'platform', 'rating', 'ratingMax', 'givenLanguage', 'title')).toEqual([
    ['trustpilot', 5, 5, 'fr', 'Miam'],
    ['trustpilot', 1, 5, 'fr', 'Bof'],
  ]);
  const text = 'text;rating;title\nTrès bon pain;5;Miam\n';
  const format = async (name: string): Promise<string | undefined> =>
    detectFormat(await openBytes(Buffer.from(text), name))[0]?.source.format;
  expect(await format('trustpilot-2026.csv')).toBe(trustpilotSimple.format);
  expect(await format('avis.csv')).not.toBe(trustpilotSimple.format);
});
