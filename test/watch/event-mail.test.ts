import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mailFile, mailText } from '../../src/watch/event-mail.js';
import type { WatchEvent } from '../../src/watch/index.js';

const HEAD = {
  id: 'abc',
  from: 'veille@exemple.example',
  to: ['equipe@exemple.example'],
  at: '2026-03-09T21:00:00.000Z',
};
const event = (title: string, summary = 'Règle'): WatchEvent => ({
  id: 'abc',
  kind: 'movement',
  subject: 's',
  at: HEAD.at,
  brand: null,
  title,
  summary,
  value: 1,
  low: null,
  high: null,
  n: 1,
  falseAlarmsPerMonth: null,
});

describe('a mail of an event', () => {
  it.each([
    ['a header in the subject', 'Alerte\r\nBcc: pirate@exemple.example\r\n\r\nautre corps'],
    ['a boundary', 'Alerte\n--frontière\nContent-Type: text/html\n\n<b>x</b>'],
    ['an encoded word in an encoded word', '=?utf-8?B?QmNjOiBh?= =?utf-8?Q?=0D=0ABcc:_a?='],
    ['signs nobody sees', 'Ale\u0000rte \u202Efdp.exe\u0085\u2028'],
    ['emoji and halves of them', `${'👩‍👩‍👧‍👦'.repeat(20)}\ud83d`],
    ['a long word', 'é'.repeat(3000)],
  ])('holds %s in its subject and nowhere else', async (_, title) => {
    const file = mailFile({ ...HEAD, subject: title }, mailText([event(title)]));
    const lines = file.split('\r\n');
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|[^\u0020-\u007e]/);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(76);
    const mail = await PostalMime.parse(file);
    expect(mail.headers.map(({ key }) => key).toSorted()).toEqual([
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-unsent',
    ]);
    expect([mail.to?.map(({ address }) => address), mail.bcc, mail.attachments, mail.html]).toEqual([
      HEAD.to,
      undefined,
      [],
      undefined,
    ]);
    expect(mail.subject).not.toMatch(/[\r\n\u0000\u202E]/);
    expect(mail.text).toContain('Règle');
  });

  it('takes no line of an address, whoever calls it', async () => {
    const file = mailFile(
      {
        ...HEAD,
        from: 'a@b.example\r\nBcc: c@d.example',
        to: ['e@f.example\nCc: g@h.example'],
        subject: 's',
      },
      't',
    );
    const mail = await PostalMime.parse(file);
    expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
  });
});
