import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatHours,
  formatInterval,
  formatNumber,
  formatShare,
  formatValue,
  listInWords,
  localParts,
  plural,
  typo,
} from '../../src/util/french.js';

describe('formatNumber', () => {
  it('writes a decimal comma, narrow spaces between thousands and a true minus', () => {
    expect(formatNumber(1234567)).toBe('1\u202f234\u202f567');
    expect(formatNumber(-12345.678, 1)).toBe('−12\u202f345,7');
    expect(formatNumber(999.96, 1)).toBe('1\u202f000,0');
    expect(formatNumber(1000, 2)).toBe('1\u202f000,00');
  });
  it('never writes minus zero', () => {
    expect(formatNumber(-0.001, 1)).toBe('0,0');
    expect(formatNumber(-0)).toBe('0');
  });
  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(Number(formatNumber(n).replaceAll('\u202f', '').replace('−', '-'))).toBe(n === 0 ? 0 : n);
      }),
    );
  });
});

describe('formatShare', () => {
  it('says when a share is small but not null', () => {
    expect(formatShare(0)).toBe('0,0\u00a0%');
    expect(formatShare(0.0001)).toBe('<\u00a00,1\u00a0%');
    expect(formatShare(0.0005)).toBe('0,1\u00a0%');
    expect(formatShare(1)).toBe('100,0\u00a0%');
  });
});

describe('formatValue, formatHours, formatInterval', () => {
  it('writes each unit its way', () => {
    expect(formatValue(0.12, 'score')).toBe('+0,12');
    expect(formatValue(-0.12, 'score')).toBe('−0,12');
    expect(formatValue(0, 'score')).toBe('0,00');
    expect(formatValue(-0.032, 'points')).toBe('−3,2\u00a0points');
    expect(formatValue(0.0104, 'points')).toBe('+1,0\u00a0point');
    expect(formatValue(0.0194, 'points')).toBe('+1,9\u00a0point');
    expect(formatValue(0.0196, 'points')).toBe('+2,0\u00a0points');
    expect(formatValue(1.4, 'ratio')).toBe('×\u00a01,40');
    expect(formatHours(0.5)).toBe('30\u00a0min');
    expect(formatHours(96)).toBe('4\u00a0jours');
    expect(formatHours(95.4)).toBe('4\u00a0jours');
    expect(formatHours(4.96)).toBe('5\u00a0h');
    const hours = [
      [52.3, 74.4],
      [61.8, 120],
      [24, 240],
      [47.9, 240],
      [2, 240],
      [0.5, 2],
    ].map(([low = 0, high = 0]) => formatInterval({ low, high }, 'hours').replaceAll('\u00a0', ' '));
    expect(hours).toEqual([
      'de 52,3 h à 74,4 h',
      'de 2,6 jours à 5 jours',
      'de 1 jour à 10 jours',
      'de 2 jours à 10 jours',
      'de 2 h à 10 jours',
      'de 30 min à 2 h',
    ]);
    expect(formatInterval({ low: 0.1, high: 0.15 }, 'share')).toBe('de 10,0\u00a0% à 15,0\u00a0%');
  });
});

describe('formatDate', () => {
  it('gives the day in the zone asked, whatever the zone of the machine', () => {
    expect(formatDate(Date.UTC(2026, 2, 12, 12))).toBe('12\u00a0mars\u00a02026');
    expect(formatDate(Date.UTC(2026, 2, 31, 22, 30))).toBe('1er\u00a0avril\u00a02026');
    expect(formatDate(Date.UTC(2026, 2, 31, 22, 30), { zone: 'UTC' })).toBe('31\u00a0mars\u00a02026');
    expect(formatDate(Date.UTC(2026, 7, 3, 7, 5), { time: true })).toBe(
      '3\u00a0août\u00a02026 à 9\u00a0h\u00a005',
    );
    expect(formatDate(new Date(Date.UTC(2026, 0, 1, 23)), { time: true })).toBe(
      '2\u00a0janvier\u00a02026 à 0\u00a0h\u00a000',
    );
  });
});

describe('plural and lists', () => {
  it('agrees', () => {
    expect([0, 1, 2, 1200].map((n) => plural(n, 'message'))).toEqual([
      'aucun message',
      '1\u00a0message',
      '2\u00a0messages',
      '1\u202f200\u00a0messages',
    ]);
    expect(plural(0, 'réponse', { feminine: true })).toBe('aucune réponse');
    expect(plural(3, 'avis')).toBe('3\u00a0avis');
    expect(plural(3, 'message public')).toBe('3\u00a0messages publics');
    expect(plural(2, 'journal', { plural: 'journaux' })).toBe('2\u00a0journaux');
  });
  it('joins with « et »', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual([
      '',
      'a',
      'a et b',
      'a, b et c',
    ]);
  });
});

describe('typo', () => {
  it('puts no-break spaces where French wants them, and only there', () => {
    expect(typo("Qu'en dit-on ? « rien » : 12 %")).toBe(
      'Qu’en dit-on\u202f? «\u00a0rien\u00a0»\u00a0: 12\u00a0%',
    );
    expect(typo('avis, n = 12')).toBe('avis, n\u00a0=\u00a012');
    expect(typo('à 10:30 sur https://exemple.fr')).toBe('à 10:30 sur https://exemple.fr');
  });
  it('is idempotent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '?', ':', '«', '»', "'", '%', '1', '!', 'h') }),
        (text) => {
          expect(typo(typo(text))).toBe(typo(text));
        },
      ),
    );
  });
});

describe('localParts', () => {
  it('are those of the clock of the zone, on both sides of a change of hour', () => {
    const at = (zone: string, ...utc: [number, number, number, number, number]): number[] =>
      Object.values(localParts(Date.UTC(...utc), zone));
    expect(at('Europe/Paris', 2026, 2, 29, 0, 59)).toEqual([2026, 3, 29, 1, 59]);
    expect(at('Europe/Paris', 2026, 2, 29, 1, 0)).toEqual([2026, 3, 29, 3, 0]);
    expect(at('Asia/Kathmandu', 2026, 11, 31, 18, 20)).toEqual([2027, 1, 1, 0, 5]);
    expect(at('America/New_York', 2026, 0, 1, 4, 30)).toEqual([2025, 12, 31, 23, 30]);
  });

  it('of a zone that is none are an error that says so', () => {
    expect(() => localParts(0, 'Paris')).toThrow(/unknown zone "Paris"/);
  });
});
