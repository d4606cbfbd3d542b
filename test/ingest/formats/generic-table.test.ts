import { describe, expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { picked, readTable } from '../read-table.js';

describe('a review of the press in a spreadsheet', () => {
  const row = (title: string, source: string): string =>
    `2026-05-02 | ${title} | ${source} | Lou Roy | La laiterie rappelle deux lots de yaourts.`;
  it('is articles, signed by their journalists', async () => {
    const { records } = await readTable(
      genericTable,
      'Date;Titre;Source;Journaliste;Texte',
      [
        row('Deux lots de yaourts rappelés', 'Ouest-Matinal'),
        row('Yaourts : le point sur un rappel', 'Le Fil du Matin'),
      ],
      { separator: ';' },
    );
    expect(picked(records, 'stage', 'kind', 'sourceName', 'authorName')).toEqual([
      ['press', 'article', 'Ouest-Matinal', 'Lou Roy'],
      ['press', 'article', 'Le Fil du Matin', 'Lou Roy'],
    ]);
  });
  it('is posts where its source is a network', async () => {
    const { records } = await readTable(
      genericTable,
      'Date;Titre;Source;Journaliste;Texte',
      [
        row('Deux lots de yaourts rappelés', 'Ouest-Matinal'),
        row('Yaourts : le point sur un rappel', 'Facebook'),
        row('Rappel de yaourts', 'Facebook'),
      ],
      { separator: ';' },
    );
    expect(picked(records, 'platform', 'stage').slice(1)).toEqual([
      ['facebook', 'public'],
      ['facebook', 'public'],
    ]);
  });
});

describe('columns given by hand', () => {
  const header = 'Horodatage;Qui;Verbatim client;Sat';
  const rows = [
    '2026-05-03 10:00 | C1 | La caissière était désagréable ce matin | 2',
    '2026-05-04 11:00 | C2 | Le rayon bio est très bien fourni | 9',
  ];
  const read = async (map: Readonly<Record<string, string>>): Promise<unknown[][]> =>
    picked(
      (await readTable(genericTable, header, rows, { separator: ';', map })).records,
      'stage',
      'kind',
      'channel',
      'rating',
      'ratingMax',
    );
  it('make reviews of public texts with a note, on the scale of its column', async () => {
    expect(await read({ stage: '=public', rating: 'Sat' })).toEqual([
      ['public', 'review', undefined, 2, 10],
      ['public', 'review', undefined, 9, 10],
    ]);
  });
  it('make comments of others, articles of the press and messages of private ones', async () => {
    expect((await read({ stage: '=public' }))[0]?.slice(0, 3)).toEqual(['public', 'comment', undefined]);
    expect((await read({ stage: '=press' }))[0]?.slice(0, 2)).toEqual(['press', 'article']);
    expect((await read({ stage: '=private' }))[0]?.slice(0, 3)).toEqual(['private', 'message', 'message']);
  });
});

describe('rows that may say what they answer', () => {
  const rows = [
    '1 | 2026-05-03 |  | Un beau rayon ce matin | 3',
    '2 | 2026-05-03 | 1 | Pas chez moi du tout | 0',
  ];
  const kinds = async (header: string, map: Readonly<Record<string, string>> = {}): Promise<unknown[]> =>
    picked(
      (await readTable(genericTable, header, rows, { separator: ';', map: { stage: '=public', ...map } }))
        .records,
      'kind',
    ).flat();
  it('are a post where they answer nothing, by a column that is guessed or given', async () => {
    expect(await kinds('id;date;in reply to;texte;likes')).toEqual(['post', 'comment']);
    for (const field of ['parent', 'parentId'])
      expect(await kinds('id;date;vers;texte;likes', { [field]: 'Vers' })).toEqual(['post', 'comment']);
  });
  it('are comments where the file has no such column, though another may', async () => {
    expect(await kinds('id;date;vers;texte;likes')).toEqual(['comment', 'comment']);
    expect(await kinds('id;date;vers;texte;likes', { parent: 'reply_to' })).toEqual(['comment', 'comment']);
  });
});
