import { expect, it } from 'vitest';
import { salesforce } from '../../../src/ingest/formats/salesforce.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(salesforce, ['cases.json']);

it('keeps a channel that is named as what any object has', async () => {
  const text =
    '{"records":[{"attributes":{"type":"Case"},"CaseNumber":"1","Origin":"constructor","CreatedDate":"2026-01-05T10:00:00.000+0000"}]}';
  const { records } = await readText(salesforce, text, 'salesforce.json');
  expect(records.map(({ channel }) => channel)).toEqual(['constructor']);
});
