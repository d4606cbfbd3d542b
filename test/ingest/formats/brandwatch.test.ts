import { expect, it } from 'vitest';
import { brandwatch } from '../../../src/ingest/formats/brandwatch.js';
import { picked, readTable } from '../read-table.js';

const HEADER =
  'Query Id | Query Name | Date | Title | Url | Full Text | Author | Page Type | Rating | Thread Entry Type | X Reply to | X Repost of | Resource Id | X Likes | Facebook Likes | Likes';
const read = async (...rows: string[]) => (await readTable(brandwatch, HEADER, rows)).records;

it('places a mention by its address, then by its type of page', async () => {
  const records = await read(
    '1 | Brel | 2026-03-01 10:00:00 | t | https://x.com/a/status/77 | un | a | x | 0 |  |  |  | r1 |  |  | ',
    '1 | Brel | 2026-03-01 10:00:00 | t | https://journal.example/a | deux | a | news | 0 |  |  |  | r2 |  |  | ',
    '1 | Brel | 2026-03-01 10:00:00 | t | https://forum.example/a | trois | a | forum | 0 |  |  |  | r3 |  |  | ',
    '1 | Brel | 2026-03-01 10:00:00 | t | https://avis.example/a | quatre | a | review | 4 |  |  |  | r4 |  |  | ',
    '1 | Brel | 2026-03-01 10:00:00 | t | https://autre.example/a | cinq | a | inconnu | 3 |  |  |  | r5 |  |  | ',
  );
  expect(picked(records, 'platform', 'stage', 'kind', 'id', 'rating', 'ratingMax')).toEqual([
    ['x', 'public', 'post', '77', undefined, undefined],
    ['press', 'press', 'article', 'r2', undefined, undefined],
    ['forum', 'public', 'post', 'r3', undefined, undefined],
    ['reviews', 'public', 'review', 'r4', 4, 5],
    ['web', 'public', 'post', 'r5', undefined, undefined],
  ]);
});

it('tells shares, comments and what they answer', async () => {
  const records = await read(
    '1 | Brel | 2026-03-01 10:00:00 | t | https://x.com/a/status/78 | un | a | x |  |  | https://x.com/b/status/5 |  | r1 |  |  | ',
    '1 | Brel | 2026-03-01 10:00:00 | t | https://x.com/a/status/79 | deux | a | x |  |  |  | https://x.com/b/status/6 | r2 |  |  | ',
    '1 | Brel | 2026-03-01 10:00:00 | t | https://forum.example/a | trois | a | forum |  | comment |  |  | r3 |  |  | ',
    '1 | Brel | 2026-03-01 10:00:00 | t | https://forum.example/b | quatre | a | forum |  | share |  |  | r4 |  |  | ',
  );
  expect(picked(records, 'kind', 'parentId')).toEqual([
    ['comment', '5'],
    ['share', '6'],
    ['comment', undefined],
    ['share', undefined],
  ]);
});

it('drops a title that the text begins with, and adds up likes of all networks before those of the mention', async () => {
  const records = await read(
    '1 | Brel | 2026-03-01 10:00:00 | Le yaourt est... | https://forum.example/a | Le yaourt est aigre | a | forum |  |  |  |  | r1 | 3 | 4 | 50',
    '1 | Brel | 2026-03-01 10:00:00 | Avis | https://forum.example/b | Le yaourt est aigre | a | forum |  |  |  |  | r2 |  |  | 50',
  );
  expect(picked(records, 'title', 'likes', 'sentAt', 'givenBrand')).toEqual([
    [undefined, 7, '2026-03-01T10:00:00.000Z', 'Brel'],
    ['Avis', 50, '2026-03-01T10:00:00.000Z', 'Brel'],
  ]);
});
