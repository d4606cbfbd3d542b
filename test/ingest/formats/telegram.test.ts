import { describe, expect, it } from 'vitest';
import { telegram } from '../../../src/ingest/formats/telegram.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(telegram, ['result.json']);

describe('telegram', () => {
  const chat = (type: string): string =>
    JSON.stringify({
      name: 'Ada',
      type,
      id: 7,
      messages: [
        {
          id: 1,
          type: 'message',
          date: '2026-01-05T09:00:00',
          from: 'Ada',
          from_id: 'user7',
          text: 'Bonjour',
        },
        {
          id: 2,
          type: 'message',
          date: '2026-01-05T09:01:00',
          from: 'Boutique',
          from_id: 'user8',
          text: 'Bonjour',
        },
      ],
    });

  it('takes who exports a personal chat as the brand', async () => {
    expect(
      (await readText(telegram, chat('personal_chat'), 'r.json')).records.map(
        (record) => record.authorIsBrand,
      ),
    ).toEqual([undefined, true]);
    expect(
      (await readText(telegram, chat('private_group'), 'r.json')).records.map(
        (record) => record.authorIsBrand,
      ),
    ).toEqual([undefined, undefined]);
  });

  it('reads a date without zone with the option, and knows public chats', async () => {
    const { records } = await readText(telegram, chat('public_supergroup'), 'r.json', {
      zone: 'Europe/Paris',
    });
    expect(records[0]).toMatchObject({
      stage: 'public',
      sentAt: { epochMs: Date.UTC(2026, 0, 5, 8), zone: 'assumed' },
    });
  });
});
