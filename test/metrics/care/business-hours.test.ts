import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/util/config-file.js';
import { businessClock, hoursInWords } from '../../../src/metrics/care/business-hours.js';

const WEEK = { days: [1, 2, 3, 4, 5], from: 9, to: 18 };

describe('businessClock', () => {
  const open = businessClock(WEEK, 'Europe/Paris');

  it('counts open hours: Friday 17:00 to Monday 10:00 is one and one', () => {
    // Paris is UTC+1 in January: Friday 9 January 2026, 16:00 UTC
    expect(open(Date.UTC(2026, 0, 9, 16), Date.UTC(2026, 0, 12, 9))).toBe(2);
  });

  it('counts nothing at night and over the weekend, nine hours a day, forty-five a week', () => {
    expect(open(Date.UTC(2026, 0, 9, 18), Date.UTC(2026, 0, 12, 7))).toBe(0);
    expect(open(Date.UTC(2026, 0, 13), Date.UTC(2026, 0, 14))).toBe(9);
    expect(open(Date.UTC(2026, 0, 13), Date.UTC(2026, 1, 3))).toBe(3 * 45);
  });

  it('follows the local clock over the change of season: 9:00 in Paris is 8:00, then 7:00 UTC', () => {
    expect(open(Date.UTC(2026, 2, 27, 8), Date.UTC(2026, 2, 27, 9))).toBe(1);
    expect(open(Date.UTC(2026, 2, 30, 7), Date.UTC(2026, 2, 30, 8))).toBe(1);
    expect(open(Date.UTC(2026, 2, 30, 6), Date.UTC(2026, 2, 30, 7))).toBe(0);
  });

  it('adds up: a whole is the sum of its parts', () => {
    const [a, b, c] = [Date.UTC(2026, 0, 9, 3), Date.UTC(2026, 0, 15, 13, 20), Date.UTC(2026, 4, 2)];
    expect(open(a, b) + open(b, c)).toBeCloseTo(open(a, c), 9);
  });

  it('refuses days and hours that can’t be', () => {
    expect(() => businessClock({ ...WEEK, days: [0] }, 'UTC')).toThrow(/businessHours.days/);
    expect(() => businessClock({ ...WEEK, days: [] }, 'UTC')).toThrow(/businessHours.days/);
    expect(() => businessClock({ ...WEEK, from: 18, to: 9 }, 'UTC')).toThrow(/from 18 to 9/);
  });
});

describe('opening hours in words', () => {
  it('tell days that follow each other as a range, half hours with their minutes', () => {
    expect(hoursInWords({ days: [1, 2, 3, 4, 5], from: 9, to: 18 })).toEqual({
      fr: 'lundi à vendredi, de 9 h à 18 h',
      en: 'Monday to Friday, 9:00 to 18:00',
    });
    expect(hoursInWords({ days: [6, 2, 1, 4, 2], from: 8.5, to: 12.25 }).fr).toBe(
      'lundi, mardi, jeudi, samedi, de 8 h 30 à 12 h 15',
    );
  });
});

describe('business hours of a configuration', () => {
  it('are read, and refused where they can’t be', () => {
    const read = (hours: string) => () => parseConfig(`{"businessHours": ${hours}}`, 'deversoir.json');
    expect(read('{"days": [6], "from": 0, "to": 24}')()).toEqual({
      businessHours: { days: [6], from: 0, to: 24 },
    });
    for (const wrong of [
      '{"days": [], "from": 9, "to": 18}',
      '{"days": [8], "from": 9, "to": 18}',
      '{"days": [1], "from": 18, "to": 9}',
      '{"days": [1], "from": 9, "to": 25}',
      '{"days": [1], "from": "9", "to": 18}',
      '{"days": [1], "from": 9, "to": 18, "noon": 12}',
      '[1, 2]',
    ])
      expect(read(wrong), wrong).toThrow(/businessHours/);
    expect(() => parseConfig('{"replyTargetHours": 0}', 'deversoir.json')).toThrow(/replyTargetHours/);
  });
});
