import { expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import {
  agorapulse,
  buffer,
  hootsuite,
  later,
  profileMetrics,
  sprout,
} from '../../../src/ingest/formats/publishing-suites.js';
import { picked, readTable } from '../read-table.js';

it.each([
  [
    'Hootsuite',
    hootsuite,
    'Date (GMT) | Post ID | Post Message | Post Permalink | Social Network | Likes',
    '2026-03-05 10:30:00 | 7 | Bonjour | https://x.com/brel/status/7 | Twitter | 4',
    ['x', '7', '7', '2026-03-05T10:30:00.000Z', 4],
  ],
  [
    'Sprout Social, month first',
    sprout,
    'Date | Post ID | Network | Profile | Sent by | Link | Post | Reactions',
    '03/05/2026 10:30 | p7 | Facebook | Brel | Zoé |  | Bonjour | 4',
    ['facebook', 'p7', 'p7', '2026-03-05T10:30:00.000Z', 4],
  ],
  [
    'Agorapulse, day first',
    agorapulse,
    'Publishing date | Publishing time | Message | Link | Reactions',
    '05/03/2026 | 10:30 | Bonjour | https://www.instagram.com/p/Cab12/ | 4',
    ['instagram', 'Cab12', 'Cab12', '2026-03-05T10:30:00.000Z', 4],
  ],
  [
    'Buffer',
    buffer,
    'Date | Update | Service | Service Link | Type | Likes',
    '2026-03-05 10:30:00 | Bonjour | Twitter | https://x.com/brel/status/7 | post | 4',
    ['x', '7', '7', '2026-03-05T10:30:00.000Z', 4],
  ],
  [
    'Later, month first, of a network nobody names',
    later,
    'Posted At | Caption | Media Type | Post URL | Likes',
    '03/05/2026 10:30 | Bonjour | image |  | 4',
    ['web', undefined, undefined, '2026-03-05T10:30:00.000Z', 4],
  ],
] as const)('are posts of the brand: %s', async (_, source, header, row, expected) => {
  const { records } = await readTable(source, header, [row]);
  expect(picked(records, 'platform', 'id', 'threadId', 'sentAt', 'likes')).toEqual([expected]);
  expect(picked(records, 'authorIsBrand', 'direction', 'kind')).toEqual([[true, 'outbound', 'post']]);
});

it('counts of a profile by day hold no messages; with a text they may', async () => {
  const format = async (header: string): Promise<unknown> => {
    const row = header.split(';').map((_name, at) => (at === 0 ? '2026-03-05' : '4'));
    const found = detectFormat(await openBytes(Buffer.from(`${header}\n${row.join(';')}\n`), 'a.csv'))[0];
    return [found?.source.format === profileMetrics.format, found?.holdsNoMessages !== undefined];
  };
  expect(await format('Date;Followers;Gained followers;Posts')).toEqual([true, true]);
  expect(await format('Date;Followers;Gained followers;Message')).not.toEqual([true, true]);
  expect(await format('Date;Followers;Posts;Portée')).not.toEqual([true, true]);
});
