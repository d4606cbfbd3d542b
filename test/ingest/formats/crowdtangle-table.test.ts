import { expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import {
  crowdtangleFacebook,
  crowdtangleInstagram,
  crowdtangleLists,
} from '../../../src/ingest/formats/crowdtangle-table.js';
import { picked, readTable } from '../read-table.js';

it('adds up the reactions of a Facebook post; its id is that of its address', async () => {
  const { records } = await readTable(
    crowdtangleFacebook,
    'Page Name | User Name | Facebook Id | Followers at Posting | Post Created | Likes | Comments | Shares | Love | Angry | Care | Total Interactions | URL | Message | Overperforming Score',
    [
      'Maison Brel | brel | 9 | 1200 | 2026-03-01 10:00:00 EST | 5 | 2 | 1 | 3 | 4 |  | 15 | https://www.facebook.com/9/posts/123456789 | Bonjour | 1.2',
      'Maison Brel | brel | 9 |  | 2026-03-01 10:00:00 EST |  | 2 | 1 |  |  |  | 3 |  | Encore | 1.2',
    ],
  );
  expect(picked(records, 'likes', 'replies', 'shares', 'reach', 'id', 'platform')).toEqual([
    [12, 2, 1, 1200, '123456789', 'facebook'],
    [undefined, 2, 1, undefined, undefined, 'facebook'],
  ]);
});

it('reads Instagram posts, with their own likes', async () => {
  const { records } = await readTable(
    crowdtangleInstagram,
    'Account | User Name | Followers at Posting | Post Created | Type | Likes | Comments | Views | URL | Link | Photo | Title | Description',
    [
      'Brel | brel | 30 | 2026-03-01 10:00:00 EST | Photo | 8 | 1 | 0 | https://www.instagram.com/p/Cabc123/ | l | p |  | Une photo',
    ],
  );
  expect(picked(records, 'platform', 'likes', 'replies', 'reach', 'id', 'text')).toEqual([
    ['instagram', 8, 1, 30, 'Cabc123', 'Une photo'],
  ]);
});

it.each([
  [
    'a list to upload',
    'Page or Account URL,List\nhttps://www.facebook.com/brel,Marques\n',
    /a list of pages/,
  ],
  [
    'the history of one post',
    'Score Date (GMT),Timestep,Likes\n2026-03-01,1,4\n2026-03-02,2,5\n',
    /a time series/,
  ],
])('holds no messages: %s', async (_, text, why) => {
  const found = detectFormat(await openBytes(Buffer.from(text), 'a.csv'))[0];
  expect([found?.source.format, found?.holdsNoMessages]).toEqual([
    crowdtangleLists.format,
    expect.stringMatching(why),
  ]);
});
