import { describe, expect, it } from 'vitest';
import { lexisArticle, lexisLabel } from '../../../src/ingest/press/lexis.js';

describe('lexisLabel', () => {
  it('knows the labels of several languages', () => {
    expect(lexisLabel('LÄNGE: 12 Wörter', 'capitals')).toEqual({ label: 'lange', rest: '12 Wörter' });
    expect(lexisLabel('Date de chargement : 31 mai', 'known')).toEqual({
      label: 'date-de-chargement',
      rest: '31 mai',
    });
    expect(lexisLabel('Note: du texte', 'capitals')).toBeUndefined();
    expect(lexisLabel('ZAUBER-CODE: x', 'known')).toBeUndefined();
    expect(lexisLabel('ZAUBER-CODE: x', 'any-capitals')).toEqual({ label: 'zauber-code', rest: 'x' });
    expect(lexisLabel('Hinweis: Text', 'any-capitals')).toBeUndefined();
    expect(lexisLabel('https://a.example', 'known')).toBeUndefined();
  });
});

describe('lexisArticle', () => {
  it('takes no later line for the title when labels follow the date', () => {
    const [parsed] = lexisArticle(
      1,
      [{ text: 'The Planet' }, { text: 'May 3, 2011' }, { label: 'section', text: 'B' }, { text: 'Body.' }],
      {},
    );
    expect(parsed).toMatchObject({ record: { sourceName: 'The Planet', text: 'Body.' } });
    expect(parsed && 'record' in parsed ? parsed.record.title : 'none').toBeUndefined();
  });
});
