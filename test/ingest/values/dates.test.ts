import { describe, expect, it } from 'vitest';
import { OrderSurvey, DateColumn } from '../../../src/ingest/table/date-column.js';
import { readDate, readEpoch, serialToWall } from '../../../src/ingest/values/dates.js';
import { wallToUtc, zoneAbbreviation, zoneOffset } from '../../../src/util/zones.js';

const iso = (raw: string, options = {}): string | undefined => {
  const epochMs = readDate(raw, options)?.time.epochMs;
  return epochMs === undefined || epochMs === null ? undefined : new Date(epochMs).toISOString();
};

describe('shapes of dates', () => {
  // every shape of the formats, each with the instant worked out by hand; zone none is the wall clock as UTC
  const shapes: readonly (readonly [string, string, string])[] = [
    ['2021-07-05 18:02:45 BRT', '2021-07-05T21:02:45.000Z', 'explicit'],
    ['2026-05-11 12:27:28.0', '2026-05-11T12:27:28.000Z', 'none'],
    ['2026-05-11T12:49:30.426+0000', '2026-05-11T12:49:30.426Z', 'explicit'],
    ['2012-12-05T00:58:26+0200', '2012-12-04T22:58:26.000Z', 'explicit'],
    ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00.000Z', 'explicit'],
    ['2021-03-26T05:05:26.271-04:00', '2021-03-26T09:05:26.271Z', 'explicit'],
    ['13-Aug-2025 09:07AM', '2025-08-13T09:07:00.000Z', 'none'],
    ['22/09/17 11:00:24', '2017-09-22T11:00:24.000Z', 'none'],
    ['Sat Jan 25 10:11:12 +0000 2020', '2020-01-25T10:11:12.000Z', 'explicit'],
    ['Sun Apr 12 21:00:00 UTC 2026', '2026-04-12T21:00:00.000Z', 'explicit'],
    ['Mar 20, 2026 @ 19:50:57.000', '2026-03-20T19:50:57.000Z', 'none'],
    ['20170701234500', '2017-07-01T23:45:00.000Z', 'none'],
    ['Apr 5, 2024 6:15 PM', '2024-04-05T18:15:00.000Z', 'none'],
    ['03/15/2024 12:05 am', '2024-03-15T00:05:00.000Z', 'none'],
    ['02 28, 2014', '2014-02-28T00:00:00.000Z', 'none'],
    ['07 6, 2008', '2008-07-06T00:00:00.000Z', 'none'],
    ['1 April 2017', '2017-04-01T00:00:00.000Z', 'none'],
    ['mardi 14 mars 2006', '2006-03-14T00:00:00.000Z', 'none'],
    ['12. April 2017', '2017-04-12T00:00:00.000Z', 'none'],
    ['1er août 2024 à 14h05', '2024-08-01T14:05:00.000Z', 'none'],
    ['29 décembre 2011', '2011-12-29T00:00:00.000Z', 'none'],
    ['2018 年 10 月 7 日 17:04', '2018-10-07T17:04:00.000Z', 'none'],
    ['Tue, 03 Jun 2008 11:05:30 GMT', '2008-06-03T11:05:30.000Z', 'explicit'],
    ['3 de mayo de 2021', '2021-05-03T00:00:00.000Z', 'none'],
    ['1577836800', '2020-01-01T00:00:00.000Z', 'explicit'],
    ['1577836800000', '2020-01-01T00:00:00.000Z', 'explicit'],
    ['5. 6. 2024, 08:00', '2024-06-05T08:00:00.000Z', 'none'],
    ['\u200e2024-01-02', '2024-01-02T00:00:00.000Z', 'none'],
    ['25/12/2024\u202f08:00', '2024-12-25T08:00:00.000Z', 'none'],
  ];
  for (const [raw, at, zone] of shapes) {
    it(raw, () => {
      expect(iso(raw)).toBe(at);
      expect(readDate(raw)?.time).toMatchObject({ zone, raw });
    });
  }

  it('refuses what is no date', () => {
    for (const text of [
      '',
      '12',
      'bonjour',
      '31/02/2024',
      '2024-13-01',
      '2024-02-30',
      '25:61',
      '1.234.567',
      'juin',
      '3 lundi 2020',
      '99/99/9999',
      '2024-01-01 25:00',
    ])
      expect(readDate(text), text).toBeUndefined();
  });

  it('knows when day and month are open', () => {
    expect(readDate('03/04/2024')).toMatchObject({ orderOpen: true });
    expect(readDate('04/04/2024')).toMatchObject({ orderOpen: false });
    expect(readDate('13/04/2024')).toMatchObject({ orderOpen: false, decides: 'dmy' });
    expect(iso('03/04/2024', { order: 'mdy' })).toBe('2024-03-04T00:00:00.000Z');
  });

  it('marks ambiguous zone letters', () => {
    expect(readDate('2021-07-05 18:02:45 CST')?.zoneOpen).toBe('CST');
    expect(readDate('2021-07-05 18:02:45 CEST')?.zoneOpen).toBeUndefined();
    expect(zoneAbbreviation('XYZ')).toBeUndefined();
  });

  it('reads the instants of OData', () => {
    expect([iso('/Date(1774192328000)/'), iso('/Date(1774192328000+0000)/'), iso('/Date(x)/')]).toEqual([
      '2026-03-22T15:12:08.000Z',
      '2026-03-22T15:12:08.000Z',
      undefined,
    ]);
  });

  it('reads serials of both epochs, and around the leap day that 1900 never had', () => {
    expect(new Date(serialToWall(59)).toISOString()).toBe('1900-02-28T00:00:00.000Z');
    expect(new Date(serialToWall(61)).toISOString()).toBe('1900-03-01T00:00:00.000Z');
    expect(serialToWall(42734, true)).toBe(serialToWall(44196));
  });

  it('tells seconds, milliseconds and microseconds apart', () => {
    expect([
      readEpoch('1577836800.5')?.epochMs,
      readEpoch(1577836800000)?.epochMs,
      readEpoch('1577836800000000')?.epochMs,
    ]).toEqual([1577836800500, 1577836800000, 1577836800000]);
    expect(readEpoch('x')).toBeUndefined();
    // a barcode in a column of dates
    expect(readEpoch('7612345678901')).toBeUndefined();
    // 16 digits of an identifier
    expect(readDate('7900000000000011')).toBeUndefined();
  });
});

describe('zones', () => {
  it('handles both changes of the clock', () => {
    const paris = (...wall: [number, number, number, number, number]): string =>
      new Date(wallToUtc(Date.UTC(...wall), 'Europe/Paris')).toISOString();
    expect(paris(2024, 2, 31, 1, 30)).toBe('2024-03-31T00:30:00.000Z');
    expect(paris(2024, 2, 31, 2, 30)).toBe('2024-03-31T01:30:00.000Z'); // does not exist: read with the offset before
    expect(paris(2024, 2, 31, 3, 30)).toBe('2024-03-31T01:30:00.000Z');
    expect(paris(2024, 9, 27, 2, 30)).toBe('2024-10-27T00:30:00.000Z'); // twice: the earlier one
    expect(paris(2024, 9, 27, 3, 30)).toBe('2024-10-27T02:30:00.000Z');
  });

  it('knows offsets of part hours and refuses unknown zones', () => {
    expect(zoneOffset('Asia/Kolkata', 0) / 60_000).toBe(330);
    expect(() => zoneOffset('Paris', 0)).toThrow(
      'unknown zone "Paris": use an IANA name such as Europe/Paris',
    );
  });

  it('applies the zone only where the text carries none', () => {
    expect(readDate('2024-07-01 12:00', { zone: 'Europe/Paris' })?.time).toMatchObject({
      zone: 'assumed',
      epochMs: Date.UTC(2024, 6, 1, 10),
    });
    expect(readDate('2024-07-01 12:00Z', { zone: 'Europe/Paris' })?.time).toMatchObject({
      zone: 'explicit',
      epochMs: Date.UTC(2024, 6, 1, 12),
    });
    expect(readDate('2024-07-01 12:00', { zone: 'Europe/Paris', utc: true })?.time.zone).toBe('documented');
  });
});

describe('order of a whole column', () => {
  const order = (...cells: readonly string[]): string | undefined => {
    const survey = new OrderSurvey();
    for (const cell of cells) survey.add(cell);
    return survey.evidence().order;
  };

  it('one part over 12 decides', () => {
    expect(order('03/04/2024', '05/04/2024', '25/04/2024')).toBe('dmy');
    expect(order('03/04/2024', '04/25/2024')).toBe('mdy');
    expect(order('25/04/2024', '04/25/2024')).toBeUndefined();
  });

  it('else the order of time, when only one reading follows it', () => {
    expect(order('01/02/2024', '02/02/2024', '03/02/2024', '01/03/2024', '02/03/2024', '04/03/2024')).toBe(
      'dmy',
    );
    expect(order('02/01/2024', '02/02/2024', '02/03/2024', '03/01/2024', '03/02/2024', '03/04/2024')).toBe(
      'mdy',
    );
    expect(order('03/04/2024', '05/06/2024')).toBeUndefined();
  });

  it('says once what stays open', () => {
    const column = new DateColumn('Date', {}, { fallback: 'dmy' });
    expect(column.read('03/04/2024 10:00', 1).epochMs).toBe(Date.UTC(2024, 3, 3, 10));
    column.read('04/05/2024 11:00', 2);
    expect(column.read('hier', 3)).toEqual({ epochMs: null, raw: 'hier', zone: 'none' });
    expect(column.takeDoubts().map(({ reason }) => reason)).toEqual(['date-order', 'zone', 'other']);
  });
});
