import { describe, expect, it } from 'vitest';
import { lexisArticle, lexisLabel } from '../../src/ingest/lexis.js';

describe('lexisLabel', () => {
  it('knows the labels of several languages; others only in capitals and when asked loosely', () => {
    expect(lexisLabel('LÄNGE: 12 Wörter', true)).toEqual({ label: 'lange', rest: '12 Wörter' });
    expect(lexisLabel('Date de chargement : 31 mai', true)).toBeUndefined();
    expect(lexisLabel('Byline: X', true)).toEqual({ label: 'byline', rest: 'X' });
    expect(lexisLabel('ZAUBER-CODE: x', true)).toBeUndefined();
    expect(lexisLabel('ZAUBER-CODE: x', false)).toEqual({ label: 'zauber-code', rest: 'x' });
    expect(lexisLabel('Hinweis: Text', false)).toBeUndefined();
    expect(lexisLabel('https://a.example', false)).toBeUndefined();
  });
});

describe('lexisArticle', () => {
  it('takes no later line for the title when labels follow the date', () => {
    const [parsed] = lexisArticle(1, [{ text: 'The Planet' }, { text: 'May 3, 2011' }, { label: 'section', text: 'B' }, { text: 'Body.' }], {});
    expect(parsed).toMatchObject({ record: { sourceName: 'The Planet', text: 'Body.' } });
    expect(parsed && 'record' in parsed ? parsed.record.title : 'none').toBeUndefined();
  });
});
