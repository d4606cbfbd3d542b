import { describe, expect, it } from 'vitest';
import { author, pressArticle } from '../../../src/ingest/press/article-parts.js';

describe('author', () => {
  it('drops the word before the name', () => {
    expect(author('By JANE SAMPLE  ')).toBe('JANE SAMPLE');
    expect(author('Par Camille Exemple,')).toBe('Camille Exemple');
    expect(author('Parfait Exemple')).toBe('Parfait Exemple');
    expect(author('von der Beispiel, Kim')).toBe('von der Beispiel, Kim');
    expect(author('Von KIM BEISPIEL')).toBe('KIM BEISPIEL');
    expect(author(' ')).toBeUndefined();
  });
});

describe('pressArticle', () => {
  it('is a press record with lead and body, absent where nothing is said', () => {
    const [parsed, ...rest] = pressArticle(
      {
        row: 3,
        title: ' A \n B ',
        paragraphs: ['Lead.', '', ' Body. '],
        date: '1 April 2017',
        language: 'Englisch',
      },
      {},
    );
    expect(rest).toEqual([]);
    expect(parsed).toEqual({
      record: {
        row: 3,
        platform: 'press',
        stage: 'press',
        kind: 'article',
        title: 'A B',
        text: 'Lead.\n\nBody.',
        givenLanguage: 'en',
        sentAt: { epochMs: Date.UTC(2017, 3, 1), raw: '1 April 2017', zone: 'none', dayOnly: true },
      },
    });
  });

  it('rejects an article without title and text, keeps one without date and says so', () => {
    expect(pressArticle({ row: 1, paragraphs: [' '] }, {})).toMatchObject([
      { reject: { row: 1, reason: 'missing-text' } },
    ]);
    expect(pressArticle({ row: 1, title: 'T', paragraphs: [] }, {})).toMatchObject([
      { record: { title: 'T' } },
      { doubt: { column: 'date' } },
    ]);
    expect(pressArticle({ row: 1, title: 'T', paragraphs: [], date: '03/04/2020' }, {})[1]).toMatchObject({
      doubt: { reason: 'date-order' },
    });
  });
});
