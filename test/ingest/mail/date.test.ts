import { describe, expect, it } from 'vitest';
import { mailTime } from '../../../src/ingest/mail/date.js';

describe('mailTime', () => {
  it.each([
    ['Fri, 20 Apr 2001 19:35:02 -0400', '2001-04-20T23:35:02.000Z', 'explicit'],
    ['Tue, 5 Mar 2024 10:12:00 +0100 (CET)', '2024-03-05T09:12:00.000Z', 'explicit'],
    ['5 Mar 24 10:12 EST', '2024-03-05T15:12:00.000Z', 'explicit'],
    ['Wed, 6 Mar 2024 08:00:00 GMT', '2024-03-06T08:00:00.000Z', 'explicit'],
    ['Mon, 01 Jan 99 00:00:00 -0000', '1999-01-01T00:00:00.000Z', 'explicit'],
    ['Thu Jan 01 00:00:00 +0000 2015', '2015-01-01T00:00:00.000Z', 'explicit'],
    ['Tue Feb 20 08:27:35 2007', '2007-02-20T08:27:35.000Z', 'none'],
    ['Mon Jan  5 08:50:15 +0100 2004', '2004-01-05T07:50:15.000Z', 'explicit'],
    ['mar., 5 mars 2024 10:12:00 +0100', '2024-03-05T09:12:00.000Z', 'explicit'],
    ['2024-03-05T10:12:00+01:00', '2024-03-05T09:12:00.000Z', 'explicit'],
  ])('%s', (text, at, zone) => {
    const time = mailTime(text)?.time;
    expect([new Date(time?.epochMs ?? 0).toISOString(), time?.zone]).toEqual([at, zone]);
  });

  it('leaves an impossible zone out', () => {
    expect(mailTime('Tue, 30 Nov 1999 23:56:33 -3000 (CST)')).toMatchObject({
      badZone: true,
      time: { epochMs: Date.UTC(1999, 10, 30, 23, 56, 33), zone: 'none' },
    });
  });

  it.each(['', 'yesterday', 'Tue, 31 Feb 2024 10:00:00 +0000', '99 Mar 2024 10:00'])(
    '"%s" is no time',
    (text) => {
      expect(mailTime(text)).toBeUndefined();
    },
  );
});
