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

  it('takes what is passed on as a share, but not one’s own', async () => {
    const message = (id: number, more: object): object => ({
      id,
      type: 'message',
      date: '2026-01-05T09:00:00',
      from: 'Ada',
      from_id: 'user7',
      text: 'Le lot 12 est rappelé',
      ...more,
    });
    const page = JSON.stringify({
      name: 'Ada',
      type: 'private_group',
      id: 7,
      messages: [
        message(1, {}),
        message(2, { forwarded_from: 'Canal des rappels' }),
        message(3, { forwarded_from: null }),
        message(4, { forwarded_from: 'Ada' }),
      ],
    });
    const { records } = await readText(telegram, page, 'r.json');
    expect(records.map(({ kind }) => kind)).toEqual(['message', 'share', 'share', 'message']);
  });
});
