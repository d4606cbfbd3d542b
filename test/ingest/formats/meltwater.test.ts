import { expect, it } from 'vitest';
import { meltwater } from '../../../src/ingest/formats/meltwater.js';
import { picked, readTable } from '../read-table.js';

const HEADER =
  'Date | Headline | URL | Opening Text | Hit Sentence | Source | Influencer | Information Type | Parent URL | Tweet Id | Document ID';
const read = async (...rows: string[]) =>
  (await readTable(meltwater, HEADER, rows, { separator: '\t' })).records;

it('is press where neither address nor source is a network', async () => {
  const records = await read(
    '05-Mar-2026 10:00AM | Titre | https://journal.example/a | Début long de l’article | phrase | Le Journal | Zoé |  |  |  | "d1"',
    '05-Mar-2026 10:00AM | Titre | https://journal.example/b | Début | une phrase plus longue | Le Journal | Zoé | News |  |  | "d2"',
    '05-Mar-2026 10:00AM |  | https://forum.example/c | Début | une phrase plus longue | Forum | zoé | Forums |  |  | "d3"',
  );
  expect(picked(records, 'stage', 'kind', 'platform', 'text', 'id', 'authorHandle')).toEqual([
    ['press', 'article', 'press', 'Début long de l’article', 'd1', undefined],
    ['press', 'article', 'press', 'une phrase plus longue', 'd2', undefined],
    ['public', 'post', 'web', 'une phrase plus longue', 'd3', 'zoé'],
  ]);
});

it('is no press where an older export names a forum or a blog without a kind', async () => {
  const records = await read(
    '05-Mar-2026 10:00AM |  | https://forum.example/c | Début | une phrase plus longue | Forum Cuisine | zoé |  |  |  | "d3"',
    '05-Mar-2026 10:00AM | Titre | https://www.blog-de-zoe.example/c | Début | une phrase plus longue | Zoé |  |  |  |  | "d4"',
  );
  expect(picked(records, 'stage', 'kind')).toEqual([
    ['public', 'post'],
    ['public', 'post'],
  ]);
});

it('tells shares and comments on networks, with the id of the post', async () => {
  const records = await read(
    '05-Mar-2026 10:00AM |  | https://twitter.com/zoe/status/41 | RT @brel oui | RT @brel oui | Twitter | zoe |  |  | "41" | ',
    '05-Mar-2026 10:00AM |  | https://twitter.com/zoe/status/42 | non | non | Twitter | zoe |  | https://twitter.com/brel/status/7 | "42" | ',
    '05-Mar-2026 10:00AM |  |  | bof | bof | Twitter | zoe |  |  | "43" | "d9"',
  );
  expect(picked(records, 'kind', 'id', 'parentId', 'stage')).toEqual([
    ['share', '41', undefined, 'public'],
    ['comment', '42', '7', 'public'],
    ['post', '43', undefined, 'public'],
  ]);
});
