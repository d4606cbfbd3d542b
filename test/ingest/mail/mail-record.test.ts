import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../../src/model/index.js';
import { mailRecord } from '../../../src/ingest/mail/mail-record.js';

async function read(text: string): Promise<MessageRecord | undefined> {
  for (const parsed of await mailRecord({ row: 1, bytes: Buffer.from(text) }, {}))
    if ('record' in parsed) return parsed.record;
  return undefined;
}
const head = 'From: a@example.org\nTo: b@example.org\nDate: Tue, 5 Mar 2024 10:12:00 +0100\n';

describe('mailRecord', () => {
  it('threads by the first reference, then the mail answered, then its own id, then the subject', async () => {
    expect(await read(`${head}Message-ID: <3@x>\nReferences: <1@x> <2@x>\n\nt`)).toMatchObject({
      id: '3@x',
      threadId: '1@x',
      parentId: '2@x',
    });
    expect(await read(`${head}Message-ID: <3@x>\nIn-Reply-To: message of "Friday" <2@x>\n\nt`)).toMatchObject(
      { threadId: '2@x', parentId: '2@x' },
    );
    expect(await read(`${head}Message-ID: <3@x>\n\nt`)).toMatchObject({ threadId: '3@x' });
    expect(await read(`${head}Subject: RE: TR : Colis\n\nt`)).toMatchObject({ threadId: 'subject:colis' });
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Return-Path: <>',
    'X-Autoreply: yes',
    'Precedence: auto_reply',
    'Subject: Réponse automatique : colis',
    'Subject: Out of Office: x',
    'Subject: Undeliverable: x',
    'Content-Type: multipart/report; boundary=x',
  ])('takes a mail with "%s" for automatic', async (header) => {
    const record = await read(`${head}${header}\n\ntext`);
    expect(record).toMatchObject({ kind: 'system' });
    expect(record?.text).toBeUndefined();
  });

  it.each(['Auto-Submitted: no', 'Precedence: bulk', 'Subject: Re: automate', 'Subject: Absence de réponse'])(
    'takes a mail with "%s" for a message',
    async (header) => {
      expect(await read(`${head}${header}\n\ntext`)).toMatchObject({ kind: 'message', text: 'text' });
    },
  );

  it('falls back on the time of receipt', async () => {
    const record = await read(
      'From: a@example.org\nSubject: s\nReceived: from x by y; Tue, 5 Mar 2024 10:13:01 +0100\nDate: bientôt\n\nx',
    );
    expect(record?.sentAt).toMatchObject({ epochMs: Date.UTC(2024, 2, 5, 9, 13, 1), zone: 'explicit' });
  });
});
