import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { MAPPABLE, type Field } from '../../../src/ingest/table/column-map.js';
import { readText, readWith, type Said } from '../read-source.js';

/** A table with one column `c1`, `c2`, … for each of the fields, told by a mapping. */
async function mapped(cells: Partial<Record<Field, string>>): Promise<Said> {
  const given = Object.entries(cells) as [Field, string][];
  const line = (list: readonly string[]): string => list.map((cell) => `"${cell}"`).join(';');
  const text = [given.map((_, at) => `c${at + 1}`), given.map(([, cell]) => cell)].map(line).join('\n');
  const map = Object.fromEntries(given.map(([field], at) => [field, `c${at + 1}`]));
  return readWith(
    genericTable,
    await openBytes(Buffer.from(`${text}\n`), 'a.csv', { columns: Object.values(map) }),
    { map },
  );
}

/** A cell for each field, and what a record then holds. */
const CELLS: Readonly<Record<Field, readonly [cell: string, read: Readonly<Record<string, unknown>>]>> = {
  id: ['m-1', { id: 'm-1' }],
  threadId: ['t-1', { threadId: 't-1' }],
  parentId: ['p-1', { parentId: 'p-1' }],
  authorId: ['u-1', { authorId: 'u-1' }],
  authorName: ['Zoé', { authorName: 'Zoé' }],
  authorHandle: ['@zoe', { authorHandle: '@zoe' }],
  authorContact: ['zoe@exemple.fr', { authorContacts: ['zoe@exemple.fr'] }],
  date: [
    '2026-03-01',
    { sentAt: expect.objectContaining({ epochMs: Date.UTC(2026, 2, 1, 9, 30) }) as unknown },
  ],
  time: ['09:30', {}],
  epoch: ['1772357400', { sentAt: expect.objectContaining({ epochMs: 1_772_357_400_000 }) as unknown }],
  day: ['3', { sentAt: expect.objectContaining({ epochMs: Date.UTC(2026, 3, 3) }) as unknown }],
  month: ['4', {}],
  year: ['2026', {}],
  title: ['Sec', { title: 'Sec' }],
  text: ['Pain sec et rassis', { text: 'Pain sec et rassis' }],
  moreText: ['Accueil froid', { text: 'Pain sec et rassis\nAccueil froid' }],
  turns: ['Et la suite', {}],
  url: ['https://exemple.fr/a', { url: 'https://exemple.fr/a' }],
  rating: ['2', { rating: 2 }],
  likes: ['1 200', { likes: 1200 }],
  shares: ['3', { shares: 3 }],
  replies: ['4', { replies: 4 }],
  views: ['5', { views: 5 }],
  reach: ['6', { reach: 6 }],
  language: ['français', { givenLanguage: 'fr' }],
  sentiment: ['négatif', { givenSentiment: 'negative' }],
  brand: ['Brel', { givenBrand: 'Brel' }],
  sourceName: ['Le Mur', { sourceName: 'Le Mur' }],
  network: ['Facebook', { platform: 'facebook' }],
  status: ['clos', { status: 'clos' }],
  closedAt: [
    '2026-03-02 10:00',
    { closedAt: expect.objectContaining({ epochMs: Date.UTC(2026, 2, 2, 10) }) as unknown },
  ],
  store: ['Nantes', { store: 'Nantes' }],
  product: ['Pain', { product: 'Pain' }],
  region: ['Ouest', { region: 'Ouest' }],
  campaign: ['Rentrée', { campaign: 'Rentrée' }],
  segment: ['Familles', { segment: 'Familles' }],
  orderAmount: ['45,90 €', { orderAmount: 45.9 }],
  replyText: ['Merci de votre avis', {}],
  replyDate: ['2026-03-02', {}],
};

describe('a row of a table', () => {
  it.each(MAPPABLE.fields.filter((field) => !['text', 'time', 'month', 'year'].includes(field)))(
    'has the field %s that a mapping names',
    async (field) => {
      const cell = (name: Field): string => CELLS[name][0];
      const beside: Partial<Record<Field, string>> =
        field === 'date'
          ? { time: cell('time') }
          : field === 'day'
            ? { month: cell('month'), year: cell('year') }
            : ['replyDate', 'closedAt'].includes(field)
              ? { date: cell('date') }
              : {};
      const { records } = await mapped({ text: cell('text'), [field]: cell(field), ...beside });
      expect(records).toHaveLength(field.startsWith('reply') ? 2 : 1);
      expect(records[0]).toMatchObject({ text: cell('text'), ...CELLS[field][1] });
    },
  );

  it('keeps the name of a network that nobody knows, in private too', async () => {
    const { records } = await mapped({ text: 'Bon pain', network: 'Borne du magasin' });
    expect(records[0]).toMatchObject({ stage: 'private', attributes: { c2: 'Borne du magasin' } });
  });

  it('has no value where a cell only marks that it is empty, but for a text', async () => {
    const { records } = await readText(
      genericTable,
      'Date;Avis;Magasin;Produit\n2026-03-01;Très bon pain;-;null\n2026-03-02;n/a;N/A;\ufeffPain \nNA;Pain rassis;NA;NA\n',
      'a.csv',
    );
    expect(records[0]).not.toHaveProperty('store', expect.anything());
    expect(records[0]?.product).toBeUndefined();
    expect(records[1]).toMatchObject({ text: 'n/a', product: 'Pain' });
    expect([records[2]?.store, records[2]?.product, records[2]?.sentAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('doubts a number that is none, and an id that a spreadsheet has rounded', async () => {
    const { records, doubts } = await mapped({ text: 'Très bon pain', likes: 'beaucoup', id: '1,78E+18' });
    expect(records[0]?.likes).toBeUndefined();
    expect(records[0]?.id).toBeUndefined();
    expect(doubts.filter(({ row }) => row !== undefined)).toMatchObject([
      { row: 2, reason: 'damaged-id', column: 'id' },
      { row: 2, reason: 'number-format', column: 'likes', value: 'beaucoup' },
    ]);
  });

  it('keeps a long id that ends in zeros by chance, beside others that do not', async () => {
    const rows = (second: string): string =>
      `Date;Avis;ID;URL\n2026-03-01;Bon pain;17890000000000000;\n2026-03-02;Bon lait;${second};\n`;
    const chance = await readText(genericTable, rows('17890000000000123'), 'a.csv');
    expect(chance.records.map(({ id }) => id)).toEqual(['17890000000000000', '17890000000000123']);
    expect(chance.doubts.filter(({ reason }) => reason === 'damaged-id')).toEqual([]);
    const rounded = await readText(genericTable, rows('17890000000001200'), 'a.csv');
    expect(rounded.records.map(({ id }) => id)).toEqual([undefined, undefined]);
  });

  it('reads an amount by the decimal sign of its column', async () => {
    const { records } = await readText(
      genericTable,
      'Date;Avis;Montant\n2026-03-01;Bon pain;1.250,50\n2026-03-02;Bon lait;12,00\n',
      'a.csv',
      { map: { orderAmount: 'Montant' } },
    );
    expect(records.map(({ orderAmount }) => orderAmount)).toEqual([1250.5, 12]);
  });
});
