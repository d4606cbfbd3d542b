import { describe, expect, it } from 'vitest';
import { NO_DELIMITER, peekTable, tablePeek } from '../../../src/ingest/table/header.js';

describe('peekTable', () => {
  it('finds the delimiter under which most records have one width', () => {
    expect(peekTable('a;b\n1,5;2\n3,5;4\n', true)?.delimiter).toBe(';');
    expect(peekTable('a\tb\n1,5\t2;3\n', true)?.delimiter).toBe('\t');
    expect(peekTable('sep=|\nDate|Avis, en un mot\n2026-03-01|Bon, frais\n', true)?.delimiter).toBe('|');
  });
  it('is no table in prose, and one column under a name that tells it or that the user names', () => {
    expect(peekTable('Bonjour à tous\nMerci pour le pain\n', true)).toBeUndefined();
    expect(peekTable('Verbatim\nTrès bon pain, frais\n', true)?.delimiter).toBe(NO_DELIMITER);
    expect(peekTable('Q12\nTrès bon pain, frais\n', true, { columns: ['Q12'] })?.rows).toEqual([
      ['Très bon pain, frais'],
    ]);
  });
  it('is no table where commas only part the sentences of texts', () => {
    const texts =
      'Livraison en retard, personne ne m’a prévenue\nGoût de carton, alors que d’habitude il est bon\n';
    expect(peekTable(texts, true)).toBeUndefined();
    expect(peekTable(`Conversation 1\n${texts}`, true)).toBeUndefined();
    expect(peekTable(`date, auteur, commentaire\n2026-03-01, Zoé, Le pot fuit\n`, true)?.delimiter).toBe(',');
  });
  it('is a table where spreadsheets have put each line in quotes as a whole', () => {
    const text = '"date;avis"\r\n"2026-03-01;Très bon"\r\n"2026-03-02;""Trop ; salé"""\r\n';
    expect(peekTable(text, true)).toMatchObject({
      wrapped: true,
      header: ['date', 'avis'],
      rows: [
        ['2026-03-01', 'Très bon'],
        ['2026-03-02', 'Trop ; salé'],
      ],
    });
    expect(peekTable('"Que dire, en un mot ?"\n"Bon, frais"\n', true)?.wrapped).toBeUndefined();
  });
  it.each([
    "INSERT INTO avis VALUES\n(1,'Zoé','Bon'),\n(2,'Léo','Frais');\n",
    "{'a': 'b, c', 'd': 'e'}\n{'a': 'f, g', 'd': 'h'}\n",
  ])('is no table in a dump: %s', (text) => {
    expect(peekTable(text, true)).toBeUndefined();
  });
  it('leaves out the last record of a head that is not all', () => {
    expect(peekTable('a;b\n1;2\n3;', false)?.rows).toEqual([['1', '2']]);
    expect(peekTable('a;b\n1;2\n3;', true)?.rows).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
  });
});

describe('tablePeek', () => {
  it('parts what stands above the header from the rows, blank ones left out', () => {
    expect(
      tablePeek([['Bilan'], ['Date', 'Avis'], ['2026-03-01', 'Très bon'], ['', ' ']], ';'),
    ).toMatchObject({
      headerRow: 2,
      header: ['Date', 'Avis'],
      names: ['date', 'avis'],
      preamble: [['Bilan']],
      rows: [['2026-03-01', 'Très bon']],
    });
  });
  it('has numbered columns where the user says there is no header', () => {
    const peek = tablePeek([['2026-03-01', 'Très bon']], ';', { headerRow: 0 });
    expect([peek.headerRow, peek.header.length, peek.rows.length]).toEqual([0, 2, 1]);
  });
});
