import { expect, it } from 'vitest';
import { talkwalker } from '../../../src/ingest/formats/talkwalker.js';
import { picked, readTable } from '../read-table.js';

const HEADER =
  'url | published | title_snippet | content | extra_author_attributes.name | source_type | tags_internal | parent_url | matched_profile | article_extended_attributes.facebook_likes | article_extended_attributes.twitter_likes';
const read = async (...rows: string[]) => (await readTable(talkwalker, HEADER, rows)).records;

it('places a result by its address and type, and tells shares and comments by its tags', async () => {
  const records = await read(
    'https://x.com/z/status/9 | 05/03/2026 10:30:00 |  | un | zoé | SOCIALMEDIA_TWITTER | isComment | https://x.com/b/status/7 | Marques/Brel |  | 2',
    'https://x.com/z/status/10 | 05/03/2026 10:30:00 |  | deux | zoé | SOCIALMEDIA_TWITTER | isRepost | https://x.com/z/status/10 | Marques/Brel | 1 | 2',
    'https://journal.example/a | 05/03/2026 10:30:00 | Titre | trois | zoé | ONLINENEWS_NEWSPAPER |  |  |  |  | ',
    'https://forum.example/a | 05/03/2026 10:30:00 |  | quatre | zoé | MESSAGEBOARD |  | https://forum.example/b |  |  | ',
  );
  expect(picked(records, 'platform', 'stage', 'kind', 'id', 'parentId', 'givenBrand', 'likes')).toEqual([
    ['x', 'public', 'comment', '9', '7', 'Brel', 2],
    ['x', 'public', 'share', '10', undefined, 'Brel', 3],
    ['press', 'press', 'article', undefined, undefined, undefined, undefined],
    ['web', 'public', 'post', undefined, undefined, undefined, undefined],
  ]);
  expect(picked(records, 'sourceName', 'sentAt')[2]).toEqual(['journal.example', '2026-03-05T10:30:00.000Z']);
});
