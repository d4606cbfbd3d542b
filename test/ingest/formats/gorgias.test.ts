import { expect, it } from 'vitest';
import { gorgias } from '../../../src/ingest/formats/gorgias.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(gorgias, ['tickets.json']);

it('keeps a channel that is named as what any object has', async () => {
  const text =
    '{"data":[{"id":1,"channel":"constructor","created_datetime":"2026-01-05T10:00:00Z","closed_datetime":null,"customer":{"id":7},"messages":[]}]}';
  const { records } = await readText(gorgias, text, 'gorgias.json');
  expect(records.map(({ channel }) => channel)).toEqual(['constructor']);
});
