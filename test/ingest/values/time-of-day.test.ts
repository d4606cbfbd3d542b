import { describe, expect, it } from 'vitest';
import { readTimeOfDay } from '../../../src/ingest/values/time-of-day.js';

const ms = (hour: number, minute = 0, second = 0): number => ((hour * 60 + minute) * 60 + second) * 1000;

describe('readTimeOfDay', () => {
  it.each([
    ['14:05', { ms: ms(14, 5) }],
    [' à 14h05', { ms: ms(14, 5) }],
    ['T14:05:09.250Z', { ms: ms(14, 5, 9) + 250, offsetMinutes: 0 }],
    ['12:30 AM', { ms: ms(0, 30) }],
    ['12:30 p.m.', { ms: ms(12, 30) }],
    ['9 PM', { ms: ms(21) }],
    ['14.05.09', { ms: ms(14, 5, 9) }],
    ['24:00', { ms: ms(24) }],
    ['10:00 +02:00', { ms: ms(10), offsetMinutes: 120 }],
    ['10:00 UTC−3', { ms: ms(10), offsetMinutes: -180 }],
    ['10:00 (BRT)', { ms: ms(10), offsetMinutes: -180 }],
  ])('reads %j', (text, expected) => {
    expect(readTimeOfDay(text)).toEqual(expected);
  });

  it('says that a zone several countries name alike is open', () => {
    expect(readTimeOfDay('10:00 IST')).toMatchObject({ zoneOpen: 'IST' });
  });

  it('tells nothing from what is no time', () => {
    expect(['', ' - ', ', '].map(readTimeOfDay)).toEqual(['none', 'none', 'none']);
    for (const text of ['14', '25:00', '24:01', '10:60', '10:00 +15:00', '10:00 demain', 'bientôt'])
      expect(readTimeOfDay(text), text).toBeUndefined();
  });
});
