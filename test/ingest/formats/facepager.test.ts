import { expect, it } from 'vitest';
import { facepager } from '../../../src/ingest/formats/research-tools.js';
import { picked, readTable } from '../read-table.js';

const HEADER =
  'path | id | parent_id | level | object_id | object_type | query_status | query_time | query_type | from.name | created_time | message | permalink_url';

it('keeps nodes that are items and were fetched, and says why not for others', async () => {
  const { records, rejects } = await readTable(
    facepager,
    HEADER,
    [
      'a | 1 |  | 0 | 55_1 | data | fetched (200) | t | Facebook:/<Object ID>/posts | Zoé | 2026-03-01T10:00:00+0000 | Un post | https://www.facebook.com/55/posts/1',
      'a | 2 | 1 | 1 | 55_2 | unpacked | fetched (200) | t | Facebook:/<Object ID>/comments | Zoé | 2026-03-01T10:01:00+0000 | Un commentaire | ',
      'a | 3 | 1 | 1 | 55_3 | offcut | fetched (200) | t | Facebook:/<Object ID>/posts | Zoé | 2026-03-01T10:02:00+0000 | Un reste | ',
      'a | 4 | 1 | 1 | 55_4 | data | error (400) | t | Facebook:/<Object ID>/posts | Zoé | 2026-03-01T10:03:00+0000 | Une erreur | ',
      'a | 5 | 1 | 1 | 99 | data | fetched (200) | t | YouTube:/commentThreads | Zoé | 2026-03-01T10:04:00+0000 | Une vidéo | ',
    ],
    { separator: ';' },
  );
  expect(picked(records, 'id', 'kind', 'platform', 'sentAt')).toEqual([
    ['55_1', 'post', 'facebook', '2026-03-01T10:00:00.000Z'],
    ['55_2', 'comment', 'facebook', '2026-03-01T10:01:00.000Z'],
    ['99', 'post', 'youtube', '2026-03-01T10:04:00.000Z'],
  ]);
  expect(rejects.map(({ row, hint }) => [row, hint])).toEqual([
    [4, 'nodes whose object_type is not that of items'],
    [5, 'nodes that were not fetched'],
  ]);
});
