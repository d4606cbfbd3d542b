import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/simulate/compose.js';
import { about, fresh, joined, MARKED, sentimentOf, textsOf, varied } from '../../src/simulate/writing.js';
import type { SectorTexts } from '../../src/simulate/texts/sector.js';

describe('texts of a corpus', () => {
  it('are new, drawn again as long as need be', () => {
    const seen = new Set(['a', 'b']);
    expect(fresh(seen, (attempt) => 'abc'.charAt(attempt))).toBe('c');
    expect(seen.has('c')).toBe(true);
    // Where nothing new comes, at last it is taken.
    expect(fresh(seen, () => 'a')).toBe('a');
  });
  it('may repeat when they are short', () => {
    const seen = new Set(['Ok merci', 'x'.repeat(41)]);
    expect(varied(seen, () => 'Ok merci')).toBe('Ok merci');
    expect(varied(seen, (attempt) => 'x'.repeat(41 + attempt))).toBe('x'.repeat(42));
  });
  it('join sentences with stops, but after a tag, an emoji or a mark', () => {
    expect(joined(['Un', '', 'deux !', 'trois #tag', 'fin'])).toBe('Un. deux ! trois #tag fin');
    expect(joined(['Un 😀', 'deux'])).toBe('Un 😀 deux');
    expect(joined(['(un)', 'deux'])).toBe('(un). deux');
  });
  it('tell the tone that a mark before a sentence gives', () => {
    const tone = (line: string): string => sentimentOf(MARKED.exec(line)?.[1]);
    expect(['(+) Parfait', '(=) Question', 'Nul'].map(tone)).toEqual(['positive', 'neutral', 'negative']);
    expect(MARKED.exec('(+) Parfait')?.[2]).toBe('Parfait');
  });
  it('speak of packaging and leftovers only where a thing was bought', () => {
    const sentences = ['L’emballage est là', 'J’attends'];
    expect(about({ driver: 'taste' } as Subject, sentences)).toEqual(sentences);
    expect(about({ driver: 'checkout' } as Subject, sentences)).toEqual(['J’attends']);
  });
  it('are refused for a driver without sentences', () => {
    expect(() => textsOf({ drivers: {} } as unknown as SectorTexts, 'taste')).toThrow(
      /no texts for driver taste/,
    );
  });
});
