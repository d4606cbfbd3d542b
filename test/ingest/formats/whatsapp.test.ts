import { afterEach, describe, expect, it } from 'vitest';
import { chatTitle, whatsapp } from '../../../src/ingest/formats/whatsapp.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(whatsapp, ['Discussion WhatsApp avec Inès.txt', '_chat.txt']);

const zoneBefore = process.env['TZ'];

afterEach(() => {
  process.env['TZ'] = zoneBefore;
});

describe('whatsapp', () => {
  it('names the chat after its file or archive', () => {
    const titles = [
      'WhatsApp Chat with Ada.txt',
      'Discussion WhatsApp avec Ada.txt',
      'WhatsApp-Chat mit Ada.txt',
      'Chat de WhatsApp con Ada.txt',
      'Chat WhatsApp con Ada.txt',
      'Conversa do WhatsApp com Ada.txt',
      'WhatsApp-chat met Ada.txt',
      'Ada ile WhatsApp Sohbeti.txt',
      'Czat WhatsApp z użytkownikiem Ada.txt',
      'sav/WhatsApp Chat - Ada.zip!_chat.txt',
      'sav/Ada/_chat.txt',
    ];
    expect(titles.map(chatTitle)).toEqual(titles.map(() => 'Ada'));
  });

  it('gives the same times whatever the zone of the machine, and places them with the option', async () => {
    const text = '12/09/2026 09:58 - Ada: oui\n25/10/2026 02:30 - Ada: heure double\n';
    const seen = new Set<string>();
    for (const zone of ['America/New_York', 'Asia/Tokyo', 'Europe/Paris', 'UTC']) {
      process.env['TZ'] = zone;
      seen.add(
        JSON.stringify([
          await readText(whatsapp, text, 'c.txt'),
          await readText(whatsapp, text, 'c.txt', { zone: 'Europe/Paris' }),
        ]),
      );
    }
    expect(seen.size).toBe(1);
    const { records } = await readText(whatsapp, text, 'c.txt', { zone: 'Europe/Paris' });
    expect(records.map(({ sentAt }) => sentAt)).toEqual([
      { epochMs: Date.UTC(2026, 8, 12, 7, 58), raw: '12/09/2026 09:58', zone: 'assumed' },
      { epochMs: Date.UTC(2026, 9, 25, 0, 30), raw: '25/10/2026 02:30', zone: 'assumed' },
    ]);
  });

  it('says when nothing decides the order of day and month, and obeys the option', async () => {
    const text = '12/9/20, 23:55 - Ada: hello\n12/9/20, 23:56 - Bob: hi\n';
    const open = await readText(whatsapp, text, 'c.txt');
    expect(open.doubts).toMatchObject([{ reason: 'date-order' }]);
    expect(new Date(open.records[0]?.sentAt?.epochMs ?? 0).toISOString()).toBe('2020-09-12T23:55:00.000Z');
    const told = await readText(whatsapp, text, 'c.txt', { dateOrder: 'mdy' });
    expect(told.doubts).toEqual([]);
    expect(new Date(told.records[0]?.sentAt?.epochMs ?? 0).toISOString()).toBe('2020-12-09T23:55:00.000Z');
  });

  it('keeps a line that only looks like a head inside its message', async () => {
    const { records } = await readText(
      whatsapp,
      '12/09/2026 09:58 - Ada: à noter\n14/09/2026 rendez-vous 14:05 - dossier\n13/09/2026 10:00 - Bob: ok\n',
      'c.txt',
    );
    expect(records.map(({ text }) => text)).toEqual([
      'à noter\n14/09/2026 rendez-vous 14:05 - dossier',
      'ok',
    ]);
  });

  it('hashes the phone number of an author who is no contact', async () => {
    const { records } = await readText(
      whatsapp,
      '12/09/2026 09:58 - \u202a+33 6 12 34 56 78\u202c: oui\n',
      'c.txt',
    );
    expect(records[0]).toMatchObject({
      authorName: '+33 6 12 34 56 78',
      authorContacts: ['+33 6 12 34 56 78'],
    });
  });

  it('takes who is not in the title of a chat of two as the brand, nobody in a group', async () => {
    const two = '12/09/2026 09:58 - Ada: bonjour\n12/09/2026 09:59 - Boutique: bonjour\n';
    const brand = async (text: string): Promise<unknown[]> =>
      (await readText(whatsapp, text, 'Discussion WhatsApp avec Ada.txt')).records.map(
        (record) => record.authorIsBrand,
      );
    expect(await brand(two)).toEqual([undefined, true]);
    expect(await brand(`${two}12/09/2026 10:00 - Eve: moi aussi\n`)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reports a date that the calendar does not have and keeps the message', async () => {
    const said = await readText(
      whatsapp,
      '13/09/2026 09:58 - Ada: oui\n31/09/2026 09:58 - Ada: non\n',
      'c.txt',
    );
    expect(said.records.map(({ text, sentAt }) => [text, sentAt?.epochMs])).toEqual([
      ['oui', Date.UTC(2026, 8, 13, 9, 58)],
      ['non', null],
    ]);
    expect(said.doubts).toHaveLength(1);
  });

  it('is no log file', async () => {
    const { openBytes } = await import('../../../src/ingest/bytes/open-file.js');
    const log = await openBytes(
      new TextEncoder().encode(
        '[2026-01-01 10:00:00] ERROR: disk full\n[2026-01-01 10:00:01] INFO: restarted\n',
      ),
      'app.log',
    );
    expect(whatsapp.detect(log)).toBeUndefined();
  });
});
