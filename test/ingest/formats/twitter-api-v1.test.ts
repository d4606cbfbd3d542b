import { expect, it } from 'vitest';
import { twitterApiV1 } from '../../../src/ingest/formats/twitter-api-v1.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(twitterApiV1, ['search.json', 'dm.json']);

it('keeps direct messages of the old endpoint private', async () => {
  const text = JSON.stringify([
    {
      id_str: '5',
      created_at: 'Wed Jul 13 20:46:28 +0000 2016',
      text: 'Bonjour',
      sender: { id_str: '9', screen_name: 'ada' },
      recipient: { id_str: '7', screen_name: 'shop' },
    },
  ]);
  expect((await readText(twitterApiV1, text, 'dm.json')).records).toMatchObject([
    { stage: 'private', threadId: '7-9', authorId: '9' },
  ]);
});

it('never rounds an id', async () => {
  const text =
    '{"statuses":[{"created_at":"Wed Jul 13 20:46:28 +0000 2022","id":1547318938723274753,"full_text":"x","user":{"id_str":"9"}}]}';
  expect((await readText(twitterApiV1, text, 's.json')).records[0]?.id).toBe('1547318938723274753');
});
