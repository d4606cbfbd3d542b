import { describe, expect, it } from 'vitest';
import { DateOrderEvidence, wallClock } from '../../../src/ingest/chat/date-order.js';

type Date3 = readonly [number, number, number];

function verdict(dates: readonly Date3[], option?: 'dmy' | 'mdy', witness?: number): string {
  const evidence = new DateOrderEvidence();
  for (const date of dates)
    evidence.add(date, date[0] > 99 ? 0 : date[2] > 99 ? 2 : -1, date.join('/'), witness);
  const { order, how } = evidence.verdict(option);
  return `${order} ${how}`;
}

describe('order of day and month', () => {
  it('is proven by a number over 12', () => {
    expect(
      verdict([
        [1, 2, 2024],
        [13, 2, 2024],
      ]),
    ).toBe('dmy proven');
    expect(
      verdict([
        [1, 2, 2024],
        [2, 13, 2024],
      ]),
    ).toBe('mdy proven');
  });
  it('is proven by a year first', () => {
    expect(verdict([[2024, 2, 1]])).toBe('ymd proven');
    expect(
      verdict([
        [20, 4, 15],
        [20, 4, 16],
        [20, 5, 2],
      ]),
    ).toBe('ymd proven');
  });
  it('is proven by the date in the name of an attached file', () => {
    expect(verdict([[8, 9, 26]], undefined, Date.UTC(2026, 8, 8))).toBe('dmy proven');
    expect(verdict([[8, 9, 26]], undefined, Date.UTC(2026, 7, 9))).toBe('mdy proven');
  });
  it('follows the chronology: 3 June, 5 August, 4 September, not 6 March, 8 May, 9 April', () => {
    expect(
      verdict([
        [6, 3, 2017],
        [8, 5, 2017],
        [9, 4, 2017],
      ]),
    ).toBe('mdy chronology');
  });
  it('takes the calmer reading: three days in a row, not three months', () => {
    expect(
      verdict([
        [5, 6, 2024],
        [6, 6, 2024],
        [7, 6, 2024],
      ]),
    ).toBe('dmy likely');
  });
  it('takes dates written as Americans do for theirs where nothing proves otherwise, not those of Australians or Indians', () => {
    const written = (...lines: readonly string[]): string => {
      const evidence = new DateOrderEvidence();
      for (const raw of lines) {
        const [a = 0, b = 0, c = 0] = raw.split(/\D+/).map(Number);
        evidence.add([a, b, c], -1, raw);
      }
      const { order, how } = evidence.verdict(undefined);
      return `${order} ${how}`;
    };
    expect(written('9/5/25, 2:05 PM', '9/7/25, 10:12 AM')).toBe('mdy american');
    expect(written('5/9/25, 2:05 PM', '6/9/25, 9:00 AM')).toBe('mdy american');
    expect(written('9/5/25, 2:05 PM', '13/5/25, 2:05 PM')).toBe('dmy proven');
    expect(written('9/5/25, 2:05 pm')).toBe('dmy undecided');
    expect(written('09/05/25, 2:05 PM')).toBe('dmy undecided');
    expect(written('9/5/25, 14:05')).toBe('dmy undecided');
  });
  it('says when nothing decides, and takes the option then, never against proof', () => {
    expect(verdict([[12, 9, 20]])).toBe('dmy undecided');
    expect(verdict([[12, 9, 20]], 'mdy')).toBe('mdy option');
    expect(verdict([[13, 9, 20]], 'mdy')).toBe('dmy proven');
  });
  it('keeps to days first for 15-01-20, 16-01-20, which would be years otherwise', () => {
    expect(
      verdict([
        [15, 1, 20],
        [16, 1, 20],
        [17, 1, 20],
      ]),
    ).toBe('dmy proven');
  });
});

describe('wallClock', () => {
  it('reads two-digit years, Buddhist and Persian years', () => {
    const at = (date: Date3, order: 'dmy' | 'ymd'): string =>
      new Date(wallClock(date, order, 14, 5, 0) ?? Number.NaN).toISOString();
    expect(at([1, 2, 20], 'dmy')).toBe('2020-02-01T14:05:00.000Z');
    expect(at([1, 2, 2563], 'dmy')).toBe('2020-02-01T14:05:00.000Z');
    expect(at([1399, 5, 12], 'ymd')).toBe('2020-08-02T14:05:00.000Z');
  });
  it('has no 31 February', () => {
    expect(wallClock([31, 2, 2020], 'dmy', 0, 0, 0)).toBeNull();
  });
});
