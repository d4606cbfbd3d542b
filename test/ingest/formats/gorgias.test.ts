import { expect, it } from 'vitest';
import { gorgias } from '../../../src/ingest/formats/gorgias.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(gorgias, ['tickets.json']);

it('keeps a note for the desk, be its ticket a public comment', async () => {
  const text =
    '{"data":[{"id":1,"channel":"facebook","created_datetime":"2026-01-05T10:00:00Z","closed_datetime":null,"customer":{"id":7},"messages":[{"id":1,"public":true,"from_agent":false,"body_text":"Pain rassis"},{"id":2,"public":false,"from_agent":true,"body_text":"Voir avec le magasin"}]}]}';
  const { records } = await readText(gorgias, text, 'gorgias.json');
  expect(records.map(({ stage, direction }) => [stage, direction])).toEqual([
    ['public', 'inbound'],
    ['private', 'internal'],
  ]);
});

it('keeps a channel that is named as what any object has', async () => {
  const text =
    '{"data":[{"id":1,"channel":"constructor","created_datetime":"2026-01-05T10:00:00Z","closed_datetime":null,"customer":{"id":7},"messages":[]}]}';
  const { records } = await readText(gorgias, text, 'gorgias.json');
  expect(records.map(({ channel }) => channel)).toEqual(['constructor']);
});
