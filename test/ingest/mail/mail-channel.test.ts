import { expect, it } from 'vitest';
import { channelOf } from '../../../src/ingest/mail/mail-channel.js';
import { decodeMail } from '../../../src/ingest/mail/mime.js';

const channel = async (headers: string, body = 'Bonjour'): Promise<string> => {
  const mail = await decodeMail(Buffer.from(`Subject: x\r\n${headers}\r\n\r\n${body}`));
  return channelOf(mail, body);
};

it.each([
  ['From: a@brel.example', 'email'],
  ['From: a@brel.example\r\nList-Unsubscribe: <https://brel.example/u>', 'newsletter'],
  ['From: a@brel.example\r\nPrecedence: bulk', 'newsletter'],
  ['From: a@brel.example\r\nList-Id: <l.brel.example>\r\nList-Post: <mailto:l@brel.example>', 'mailing-list'],
  ['From: no-reply@brel.example', 'newsletter'],
  ['From: mailer-daemon@brel.example', 'email'],
  ['From: no-reply@brel.example\r\nReply-To: Lou <lou@courrier.example>', 'email'],
])('tells how a mail was sent: %j', async (headers, expected) => {
  expect(await channel(headers)).toBe(expected);
});

it('takes a mail that names whom to answer for that person’s', async () => {
  expect(await channel('From: no-reply@brel.example', 'De lou@courrier.example : pot fendu')).toBe('email');
});
