import { describe, expect, it } from 'vitest';
import { decodeMail } from '../../../src/ingest/mail/mime.js';

const mail = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array => Buffer.from(text, encoding);

it('refuses a mail of over a million lines', async () => {
  const head = 'From: a@b.fr\nSubject: x\n\n';
  await expect(decodeMail(Buffer.from(head + '\n'.repeat(1_000_001)))).rejects.toThrow(
    'size is over 1000000 lines',
  );
});

describe('decodeMail', () => {
  it('reads headers and bodies whose charset is missing or wrong', async () => {
    const raw = await decodeMail(mail('From: Zoé <z@example.org>\nSubject: Déçue\n\nDéçue'));
    expect([raw.from?.name, raw.subject]).toEqual(['Zoé', 'Déçue']);
    expect(raw.text?.trim()).toBe('Déçue');
    const labelled = await decodeMail(
      mail('From: z@example.org\nContent-Type: text/plain; charset=iso-8859-1\n\nDéçue', 'utf8'),
    );
    expect([labelled.text?.trim(), labelled.charsetDoubt]).toEqual([
      'Déçue',
      'the charset is missing or wrong; read as utf-8',
    ]);
    const unknown = await decodeMail(
      mail('From: z@example.org\nContent-Type: text/plain; charset=iso-0646-6\n\nplain'),
    );
    expect(unknown.text?.trim()).toBe('plain');
  });

  it('reads quotes, dashes and € of Windows-1252 in bodies, subjects and names', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        'From: =?windows-1252?Q?=93Zo=E9=94?= <z@example.org>\nSubject: =?iso-8859-1?Q?Prix_=96_2_=80?=\nContent-Type: text/plain; charset=windows-1252\n\nC',
      ),
      Buffer.of(0x92),
      Buffer.from('est '),
      Buffer.of(0x93),
      Buffer.from('2 '),
      Buffer.of(0x80, 0x94),
      Buffer.from(' \n'),
    ]);
    const one = await decodeMail(bytes);
    expect([one.from?.name, one.subject, one.text?.trim(), one.header('subject')]).toEqual([
      '“Zoé”',
      'Prix – 2 €',
      'C’est “2 €”',
      ['Prix – 2 €'],
    ]);
    const bare = await decodeMail(
      Buffer.from(
        'From: z@example.org\nSubject: 2 \x80 \x96 ok\nContent-Type: text/html; charset=x-unknown\n\n<p>d\xe9\xe7u \x85</p>',
        'latin1',
      ),
    );
    expect([bare.subject, bare.html?.includes('déçu …')]).toEqual(['2 € – ok', true]);
  });

  it('skips the "From " line, joins folded headers and decodes their words', async () => {
    const one = await decodeMail(
      mail(
        'From x Tue Mar  5 10:12:00 2024\nFrom: a@example.org\nSubject: =?utf-8?q?caf=C3=A9?=\n =?utf-8?q?_cr=C3=A8me?=\nX-A: 1\nX-A: 2\n\nx',
      ),
    );
    expect([one.subject, one.header('X-A')]).toEqual(['café crème', ['1', '2']]);
  });

  it('repairs addresses of list archives and groups', async () => {
    expect((await decodeMail(mail('From: test at example.com (Somebody)\n\nx'))).from).toEqual({
      name: 'Somebody',
      address: 'test@example.com',
    });
    expect((await decodeMail(mail('From: A Group: a@example.org, b@example.org;\n\nx'))).from?.address).toBe(
      'a@example.org',
    );
    expect((await decodeMail(mail('Subject: x\n\nx'))).from).toBeUndefined();
  });
});
