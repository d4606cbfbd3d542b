import { describe, expect, it } from 'vitest';
import { frenchDate, frenchWeekday, parisClock } from '../../src/simulate/paris-time.js';

describe('wall clock of Paris', () => {
  it('agrees with the time zone database at every third hour of four years', () => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Paris',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const wrong: string[] = [];
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += 3 * 3_600_000) {
      const { day, month, year, hour, minute } = parisClock(at);
      if (format.format(at) !== `${day}/${month}/${year}, ${hour}:${minute}`)
        wrong.push(new Date(at).toISOString());
    }
    expect(wrong).toEqual([]);
  });

  it('writes French dates', () => {
    expect(frenchDate(Date.UTC(2026, 4, 1, 9))).toBe('1er mai 2026');
    expect(frenchDate(Date.UTC(2026, 7, 31, 23))).toBe('1er septembre 2026');
    expect(frenchWeekday(Date.UTC(2026, 5, 30, 12))).toBe('mardi');
  });
});
