import { expect, it } from 'vitest';
import { determ, mentionCom, sprinklr, youscan } from '../../../src/ingest/formats/mention-tools.js';
import { picked, readTable } from '../read-table.js';

it.each([
  [
    'YouScan',
    youscan,
    'Date | Time | Author | Text snippet | URL | Source',
    [
      '05.03.2026 | 10:30 | zoé | un | https://www.instagram.com/p/Cab12/ | instagram.com',
      '05.03.2026 | 11:30 | zoé | deux | https://journal.example/a | News',
      '05.03.2026 | 12:30 | zoé | trois | https://forum.example/a | Forum',
    ],
    [
      ['instagram', 'public', 'post', 'Cab12', 'instagram.com', '2026-03-05T10:30:00.000Z'],
      ['press', 'press', 'article', undefined, 'News', '2026-03-05T11:30:00.000Z'],
      ['web', 'public', 'post', undefined, 'Forum', '2026-03-05T12:30:00.000Z'],
    ],
  ],
  [
    'Determ',
    determ,
    'mention_snippet | date | time | author | url | type',
    [
      'un | 2026-03-05 | 10:30 | zoé | https://twitter.com/z/status/9 | twitter',
      'deux | 2026-03-05 | 11:30 | zoé | https://www.journal.example/a | web',
    ],
    [
      ['x', 'public', 'post', '9', 'twitter.com', '2026-03-05T10:30:00.000Z'],
      ['web', 'public', 'post', undefined, 'journal.example', '2026-03-05T11:30:00.000Z'],
    ],
  ],
  [
    'Mention',
    mentionCom,
    'id | alert_name | title | description | url | published_at | source_type | source_name | cumulative_reach',
    [
      '5 | Brel | t | un | https://journal.example/a | 2026-03-05 10:30:00 | news | Le Journal | 90',
      '6 | Brel | t | deux | https://www.facebook.com/brel/posts/123456 | 2026-03-05 10:30:00 | facebook | Brel | 90',
    ],
    [
      ['press', 'press', 'article', '5', 'Le Journal', '2026-03-05T10:30:00.000Z'],
      ['facebook', 'public', 'post', '6', 'Brel', '2026-03-05T10:30:00.000Z'],
    ],
  ],
  [
    'Sprinklr',
    sprinklr,
    'From User | Conversation Stream | Created Time | snTypeColumn | Permalink',
    ['zoé | un | 2026-03-05 10:30:00 | TWITTER | https://x.com/z/status/8'],
    [['x', 'public', 'post', '8', 'x.com', '2026-03-05T10:30:00.000Z']],
  ],
] as const)(
  'places what %s lists by address, then by its column of sources',
  async (_, source, header, rows, expected) => {
    const { records } = await readTable(source, header, rows);
    expect(picked(records, 'platform', 'stage', 'kind', 'id', 'sourceName', 'sentAt')).toEqual(expected);
  },
);
