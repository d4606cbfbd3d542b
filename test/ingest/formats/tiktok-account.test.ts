import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { detectFormat } from '../../../src/ingest/detect.js';
import { tiktokAccount } from '../../../src/ingest/formats/tiktok-account.js';
import { describeGolden, readWith } from '../read-source.js';

describeGolden(tiktokAccount, ['user_data_tiktok.json']);

it('is known by what stands before its chats, however long that is', async () => {
  const visits = Array.from({ length: 4000 }, (_, at) => ({
    TimeStamp: '2026-01-05 10:00:00',
    Source: `boutique-${at}`,
    Event: 'ViewContent of a page with a long name',
  }));
  const text = JSON.stringify({
    'Ads and data': { 'Off TikTok Activity': { OffTikTokActivityDataList: visits } },
    Comment: { Comments: { CommentsList: [{ date: '2026-01-05 10:00:00', comment: 'Trop salé', url: '' }] } },
  });
  const file = await openBytes(Buffer.from(text), 'user_data_tiktok.json');
  expect(detectFormat(file)[0]?.source.format).toBe('tiktok-account');
  expect((await readWith(tiktokAccount, file)).records.map((record) => record.text)).toEqual(['Trop salé']);
});
