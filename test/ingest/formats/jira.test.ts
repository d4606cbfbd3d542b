import { expect, it } from 'vitest';
import { jira } from '../../../src/ingest/formats/jira.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(jira, ['search.json']);

it('takes a comment of nobody for an answer where nobody is known to have asked', async () => {
  const text =
    '{"issues":[{"key":"SAV-1","fields":{"summary":"a","created":"2026-01-05T10:00:00.000+0100","reporter":null,"comment":{"comments":[{"id":"1","author":null,"body":"b","created":"2026-01-06T10:00:00.000+0100"}]}}}]}';
  const { records } = await readText(jira, text, 'jira.json');
  expect(records.map(({ direction }) => direction)).toEqual(['inbound', 'outbound']);
});

it('takes a comment for one role alone as internal', async () => {
  const text =
    '{"issues":[{"key":"SAV-1","fields":{"summary":"a","created":"2026-01-05T10:00:00.000+0100","comment":{"comments":[{"id":"1","author":{"name":"leo"},"body":"b","created":"2026-01-06T10:00:00.000+0100","visibility":{"type":"role","value":"Developers"}}]}}}]}';
  const { records } = await readText(jira, text, 'jira.json');
  expect(records.map(({ direction }) => direction)).toEqual(['inbound', 'internal']);
});
