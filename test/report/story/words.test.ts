import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain } from '../written.js';

const [french, english] = [wordsOf('fr', 'Europe/Paris'), wordsOf('en', 'Europe/Paris')];
const day = (text: string): number => Date.parse(`${text}T12:00:00Z`);

describe('during', () => {
  it('says once what both days share', () => {
    const said = (from: string, to: string, year = false): string[] =>
      [french, english].map((words) => plain(words.during(day(from), day(to), year)));
    expect(said('2026-03-05', '2026-03-07')).toEqual(['du 5 au 7 mars', 'from 5 to 7 March']);
    expect(said('2026-05-26', '2026-06-03')).toEqual(['du 26 mai au 3 juin', 'from 26 May to 3 June']);
    expect(said('2026-03-05', '2026-03-05')).toEqual(['le 5 mars', 'on 5 March']);
    expect(said('2026-01-01', '2026-07-01', true)[0]).toBe('du 1er janvier au 1er juillet 2026');
    expect(said('2026-09-12', '2026-09-13', true)[0]).toBe('du 12 au 13 septembre 2026');
    expect(said('2025-09-12', '2026-09-12', true)[0]).toBe('du 12 septembre 2025 au 12 septembre 2026');
  });

  it('is told on the clock of the zone', () => {
    const late = Date.UTC(2026, 2, 5, 23, 30);
    expect(plain(french.during(late, late))).toBe('le 6 mars');
    expect(plain(wordsOf('fr', 'UTC').during(late, late))).toBe('le 5 mars');
  });
});

describe('evidence', () => {
  it('tells the factor of a ratio, which no title tells, and writes a bound under what prints', () => {
    const figure = {
      metric: 'm',
      column: 'value',
      value: 0.61,
      low: 0.44,
      high: 0.85,
      n: 1757,
      denominator: 'messages',
    };
    expect(plain(french.evidence({ ...figure, style: 'ratio' }))).toBe(
      'rapport : × 0,61 ; intervalle à 95 % : de × 0,44 à × 0,85 ; n = 1 757 messages',
    );
    expect(plain(french.evidence({ ...figure, style: 'share', value: 0.01, low: 0.0001, high: 0.078 }))).toBe(
      'intervalle à 95 % : de moins de 0,1 % à 7,8 % ; n = 1 757 messages',
    );
    expect(plain(french.evidence({ ...figure, style: 'share', low: null, high: null }))).toBe(
      'n = 1 757 messages',
    );
    expect(plain(french.evidence({ ...figure, style: 'share', low: null, high: null, n: 1 }))).toBe(
      'n = 1 (messages)',
    );
  });

  it('writes a bound of a score that is not zero so that it does not read as zero', () => {
    const words = wordsOf('fr', 'Europe/Paris');
    expect(plain(words.interval(52.3, 74.4, 'hours'))).toBe('de 52,3 h à 74,4 h');
    expect(wordsOf('en', 'UTC').interval(24, 240, 'hours')).toBe('1 day to 10 days');
    expect(plain(words.interval(0.0037, 0.1, 'score'))).toBe('de +0,004 à +0,10');
    expect(plain(words.interval(-0.1, -0.0012, 'score'))).toBe('de −0,10 à −0,001');
    expect(plain(words.interval(-0.1, 0, 'score'))).toBe('de −0,10 à 0,00');
  });
});

it('tells an instant with its hour on the clock of the zone', () => {
  const late = Date.UTC(2026, 2, 5, 23, 5);
  expect([french, english].map((words) => plain(words.instant(late)))).toEqual([
    '6 mars 2026 à 0 h 05',
    '6 March 2026, 0:05',
  ]);
});
