import { describe, expect, it } from 'vitest';
import { gdelt } from '../../../src/ingest/formats/gdelt.js';
import { picked, readTable } from '../read-table.js';

/** A line of so many columns, empty but for those given. */
const line = (width: number, cells: Readonly<Record<number, string>>): string =>
  Array.from({ length: width }, (_, at) => cells[at] ?? '').join('\t');

describe('GDELT', () => {
  it.each([
    [
      'mentions',
      line(16, {
        0: '41',
        1: '20260301100000',
        2: '20260301103000',
        4: 'journal.example',
        5: 'https://journal.example/a',
        14: 'srclc:fra;eng:GT',
      }),
      ['2026-03-01T10:30:00.000Z', 'journal.example', 'fr'],
    ],
    [
      'the knowledge graph',
      line(27, {
        0: 'g',
        1: '20260301100000',
        3: 'journal.example',
        4: 'https://journal.example/a',
        25: 'srclc:deu;',
      }),
      ['2026-03-01T10:00:00.000Z', 'journal.example', 'de'],
    ],
    [
      'events',
      line(61, { 0: '1', 59: '20260301100000', 60: 'https://www.journal.example/a' }),
      ['2026-03-01T10:00:00.000Z', 'journal.example', undefined],
    ],
    [
      'events of version 1',
      line(58, { 0: '1', 1: '20260228', 56: '20260301', 57: 'https://journal.example/a' }),
      ['2026-03-01T00:00:00.000Z', 'journal.example', undefined],
    ],
  ])('knows %s by their columns, without header', async (_, row, expected) => {
    const { records } = await readTable(gdelt, '', [row, row], { name: 'a.tsv' });
    expect(picked(records, 'sentAt', 'sourceName', 'givenLanguage')).toEqual([expected, expected]);
    expect(picked(records, 'stage', 'kind', 'text')).toEqual([
      ['press', 'article', undefined],
      ['press', 'article', undefined],
    ]);
  });

  it('reads mentions with a header, and rejects one without an address', async () => {
    const { records, rejects } = await readTable(
      gdelt,
      'GlobalEventID | EventTimeDate | MentionTimeDate | MentionType | MentionSourceName | MentionIdentifier',
      [
        '1 | 20260301100000 | 20260301103000 | 1 | journal.example | https://journal.example/a',
        '2 | 20260301100000 | 20260301103000 | 1 | journal.example | ',
      ],
    );
    expect(picked(records, 'url')).toEqual([['https://journal.example/a']]);
    expect(rejects.map(({ row, reason, column }) => [row, reason, column])).toEqual([
      [3, 'missing-text', 'MentionIdentifier'],
    ]);
  });
});
