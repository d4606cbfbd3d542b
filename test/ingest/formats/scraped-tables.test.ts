import { expect, it } from 'vitest';
import {
  appStoreScraper,
  twint,
  xApify,
  youtubeScraped,
} from '../../../src/ingest/formats/scraped-tables.js';
import { picked, readTable } from '../read-table.js';

it('reads the answer of a developer out of a dictionary of Python', async () => {
  const answer = String.raw`"{'id': 1, 'body': 'Merci, l\'appli est \xe0 jour.\nBonne journ\u00e9e', 'modified': '2026-01-05T08:00:00Z'}"`;
  const { records } = await readTable(
    appStoreScraper,
    'date | developerResponse | review | rating | isEdited | title | userName',
    [
      `2026-01-04 10:02:03 | ${answer} | Plus rien ne s’ouvre | 1 | False | Vide | lou`,
      '2026-01-04 11:00:00 |  | Parfait | 5 | False | Oui | max',
    ],
  );
  expect(picked(records, 'kind', 'direction', 'text', 'sentAt')).toEqual([
    ['review', undefined, 'Plus rien ne s’ouvre', '2026-01-04T10:02:03.000Z'],
    ['comment', 'outbound', "Merci, l'appli est à jour.\nBonne journée", '2026-01-05T08:00:00.000Z'],
    ['review', undefined, 'Parfait', '2026-01-04T11:00:00.000Z'],
  ]);
  expect(records[1]?.parentId).toBe(records[0]?.id);
});

it('tells the age of a comment of YouTube as no time, and says so', async () => {
  const { records, doubts } = await readTable(
    youtubeScraped,
    'cid | comment | author | voteCount | replyCount | publishedTimeText | videoId',
    ['a1 | Trop sucré | @lou | 3 | 0 | 2 months ago | abcdefghijk'],
  );
  expect(picked(records, 'sentAt', 'likes', 'threadId')).toEqual([[undefined, 3, 'abcdefghijk']]);
  expect(doubts.map(({ column }) => column)).toEqual(['publishedTimeText']);
});

it('finds what a reply of youtube-comment-downloader answers by its id, looked at once', async () => {
  const ids = ['Ugx.9a', `${'.'.repeat(50_000)} x`],
    begun = performance.now();
  const { records } = await readTable(
    youtubeScraped,
    'cid | text | author | votes | time_parsed | reply',
    ids.map((id) => `${id} | Trop sucré | @lou | 3 | 1767600000 | True`),
  );
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(picked(records, 'parentId')[0]).toEqual(['Ugx']);
});

it('tells tweets, answers and what is passed on apart', async () => {
  const { records } = await readTable(
    twint,
    'id | conversation_id | date | time | username | tweet | retweet | likes_count',
    [
      '11 | 11 | 2022-03-05 | 10:00:00 | lou | Encore fondu | False | 1',
      '12 | 11 | 2022-03-05 | 10:05:00 | max | @lou pareil | False | 0',
      '13 | 13 | 2022-03-05 | 10:06:00 | zoe | Encore fondu | True | 0',
    ],
  );
  expect(picked(records, 'kind', 'authorHandle')).toEqual([
    ['post', 'lou'],
    ['comment', 'max'],
    ['share', 'zoe'],
  ]);
  const apify = await readTable(
    xApify,
    'id | url | text | createdAt | author/userName | author/name | likeCount | inReplyToId',
    ['21 | https://x.com/lou/status/21 | Rayon vide | Sat Mar 15 09:00:00 +0000 2025 | lou | Lou | 2 | 20'],
  );
  expect(picked(apify.records, 'kind', 'parentId', 'sentAt')).toEqual([
    ['comment', '20', '2025-03-15T09:00:00.000Z'],
  ]);
});
