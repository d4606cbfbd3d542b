import { expect, it } from 'vitest';
import { frontJson } from '../../../src/ingest/formats/front-json.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(frontJson, ['events.json', 'messages.json']);

it('keeps a channel that is named as what any object has', async () => {
  const text =
    '{"_results":[{"id":"m1","type":"constructor","is_inbound":true,"created_at":1767607200,"body":"a"}]}';
  const { records } = await readText(frontJson, text, 'front-json.json');
  expect(records.map(({ channel }) => channel)).toEqual(['constructor']);
});
