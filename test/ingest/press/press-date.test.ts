import { describe, expect, it } from 'vitest';
import { findPressDate, parsePressTime, pressTime } from '../../../src/ingest/press/press-date.js';

const iso = (text: string, zone?: string): string | null => {
  const date = findPressDate(text);
  const ms = date ? pressTime(date, text, zone === undefined ? {} : { zone }).epochMs : null;
  return ms === null ? null : new Date(ms).toISOString().replace(':00.000Z', 'Z');
};

describe('findPressDate', () => {
  it.each([
    ['1 April 2017', '2017-04-01T00:00Z'],
    ['12 avril 2013', '2013-04-12T00:00Z'],
    ['1er août 2020', '2020-08-01T00:00Z'],
    ['mardi 14 mars 2006', '2006-03-14T00:00Z'],
    ['12. April 2017', '2017-04-12T00:00Z'],
    ['Freitag, 5. März 2021', '2021-03-05T00:00Z'],
    ['December 19, 1991, Sunday, An Edition', '1991-12-19T00:00Z'],
    ['12 April 2013 Tuesday', '2013-04-12T00:00Z'],
    ['Éditorial, jeudi 4 octobre 2012, p. 03', '2012-10-04T00:00Z'],
    ['2018 年 10 月 7 日 17:04', '2018-10-07T17:04Z'],
    ['2018年10月7日 下午 5:04', '2018-10-07T17:04Z'],
    ['2018년 10월 7일', '2018-10-07T00:00Z'],
    ['2 de enero de 2020', '2020-01-02T00:00Z'],
    ['2 gennaio 2020', '2020-01-02T00:00Z'],
    ['3 de março de 2020', '2020-03-03T00:00Z'],
    ['3 maart 2020', '2020-03-03T00:00Z'],
    ['3 maj 2020', '2020-05-03T00:00Z'],
    ['12 października 2020', '2020-10-12T00:00Z'],
    ['2 января 2020', '2020-01-02T00:00Z'],
    ['March 14, 2013 Thursday 11:21 AM GMT', '2013-03-14T11:21Z'],
    ['11. Februar 2012 Samstag 9:35 AM GMT+1', '2012-02-11T08:35Z'],
    ['29 décembre 2011 17 h 04', '2011-12-29T17:04Z'],
    ['2012-01-09T01:35:00Z', '2012-01-09T01:35Z'],
    ['14.03.2006', '2006-03-14T00:00Z'],
    ['25/12/2020', '2020-12-25T00:00Z'],
    ['Sept. 3, 2020', '2020-09-03T00:00Z'],
    ['3 sept. 2020', '2020-09-03T00:00Z'],
    ['May 3, 2011, 12:05 AM EST', '2011-05-03T05:05Z'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    '1285 Wörter',
    '12 mots',
    'page 3, 2012',
    '31 April 2017',
    '32 mars 2020',
    'Section B; Page 22',
    '',
    '8165 字',
  ])('finds no day in "%s"', (text) => {
    expect(findPressDate(text)?.day).toBeUndefined();
  });

  it('knows a month without a day, and gives no instant for it', () => {
    expect(findPressDate('octobre 2012')).toMatchObject({ year: 2012, month: 10 });
    expect(iso('octobre 2012')).toBeNull();
  });

  it('reads open numbers day first and says that they are open', () => {
    expect(findPressDate('03/04/2020')).toMatchObject({ day: 3, month: 4, ambiguous: true });
    expect(findPressDate('03/04/2020', { dateOrder: 'mdy' })).toMatchObject({
      day: 4,
      month: 3,
      ambiguous: false,
    });
    expect(findPressDate('04/13/2020')).toMatchObject({ day: 13, month: 4, ambiguous: false });
  });

  it('keeps a day a day in any zone, and places a time without zone by the option', () => {
    const day = findPressDate('2 juillet 2020');
    expect(day && pressTime(day, 'x', { zone: 'Asia/Tokyo' })).toEqual({
      epochMs: Date.UTC(2020, 6, 2),
      raw: 'x',
      zone: 'none',
      dayOnly: true,
    });
    expect(iso('2 juillet 2020 17:04', 'Europe/Paris')).toBe('2020-07-02T15:04Z');
  });
});

describe('parsePressTime', () => {
  it('reads twelve and twenty-four hour clocks', () => {
    expect(parsePressTime('04:30 PM')).toEqual({
      time: { hour: 16, minute: 30, second: 0 },
      offset: undefined,
    });
    expect(parsePressTime('12:05 a.m.')?.time?.hour).toBe(0);
    expect(parsePressTime('23:59:58 GMT')).toEqual({ time: { hour: 23, minute: 59, second: 58 }, offset: 0 });
    expect(parsePressTime('25:10')).toBeUndefined();
  });
});
