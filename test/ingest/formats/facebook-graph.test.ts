import { expect, it } from 'vitest';
import { facebookGraph } from '../../../src/ingest/formats/facebook-graph.js';
import { readText } from '../read-sample.js';
import { describeGolden } from '../read-source.js';

describeGolden(facebookGraph, ['feed.json', 'inbox.json', 'media.json']);

it('takes no post for the brand’s that a search of a word or of tags found', async () => {
  const found = {
    id: '17900000000000009',
    media_type: 'IMAGE',
    caption: 'Rassis #marque',
    timestamp: '2026-01-05T09:00:00+0000',
  };
  const { records } = await readText(facebookGraph, JSON.stringify({ data: [found] }), 'tags.json');
  expect(records.map(({ text, authorIsBrand }) => [text, authorIsBrand])).toEqual([
    ['Rassis #marque', undefined],
  ]);
});
