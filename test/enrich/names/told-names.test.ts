import { describe, expect, it } from 'vitest';
import { english, midSentence } from '../../../src/enrich/names/told-names.js';

/** A text with the name that another tool found in brackets. */
const read = (
  marked: string,
  by: (text: string, span: { start: number; end: number }) => readonly { start: number; end: number }[],
): string[] => {
  const start = marked.indexOf('['),
    end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  return by(text, { start, end }).map((span) => text.slice(span.start, span.end));
};
const one = (marked: string): string[] => read(marked, english);
const inside = (marked: string): string[] => read(marked, (text, span) => midSentence(text, [span]));

describe('English names', () => {
  it('go without title, greeting and owner’s s, with the surname after them', () => {
    expect(one('ask [Mr. Brian] about it')).toEqual(['Brian']);
    expect(one('[Dear Brian], hello')).toEqual(['Brian']);
    expect(one("it is [Brian's] fault")).toEqual(['Brian']);
    expect(one('I met [Brian] Lowell there')).toEqual(['Brian Lowell']);
  });
  it('are none after "in", "near" or "St", nor a word that opens a sentence', () => {
    expect(one('a shop in [Florence] today')).toEqual([]);
    expect(one('a shop near [Austin] today')).toEqual([]);
    expect(one('the St. [James] store')).toEqual([]);
    expect(one('[Grace] period is over')).toEqual([]);
    expect(one('Late. [Will] they come?')).toEqual([]);
    expect(one('I told [Grace] twice')).toEqual(['Grace']);
  });
});

describe('French first names inside a sentence', () => {
  it('are told with up to two names after them', () => {
    expect(inside('un grand merci à [Sandrine] Lemoine du rayon')).toEqual(['Sandrine Lemoine']);
    expect(inside('merci à [Sandrine]')).toEqual(['Sandrine']);
  });
  it('are none at the start, after an article or a capital, as a flavour, or of a saint', () => {
    expect(inside('[Sandrine] était là')).toEqual([]);
    expect(inside('la [Sandrine] du rayon')).toEqual([]);
    expect(inside('chez Maison [Sandrine] hier')).toEqual([]);
    expect(inside('un yaourt à [Rose] fraîche')).toEqual([]);
    expect(inside('rue de Saint-[Martin] hier')).toEqual([]);
  });
});
