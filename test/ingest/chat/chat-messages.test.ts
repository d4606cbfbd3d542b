import { expect, it } from 'vitest';
import { chatMessages } from '../../../src/ingest/chat/chat-messages.js';
import { surveyChat } from '../../../src/ingest/chat/survey.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

it('joins the lines that continue a message, blank ones too, and gives the lines before the first', async () => {
  const file = await openBytes(
    new TextEncoder().encode('titre\n12/09/2026 09:58 - Ada: un\n\ndeux\n13/09/2026 09:59 - Bob: trois\n\n'),
    'c.txt',
  );
  const found: unknown[] = [];
  for await (const item of chatMessages(file, await surveyChat(file, {})))
    found.push('line' in item ? [item.row, item.line] : [item.row, item.rest]);
  expect(found).toEqual([
    [1, 'titre'],
    [2, 'Ada: un\n\ndeux'],
    [5, 'Bob: trois'],
  ]);
});

it('cuts a message without end and says so', async () => {
  const file = await openBytes(
    new TextEncoder().encode(`13/09/2026 09:58 - Ada: un\n${'ligne de suite\n'.repeat(100_000)}`),
    'c.txt',
  );
  const cuts: boolean[] = [];
  for await (const item of chatMessages(file, await surveyChat(file, {})))
    if ('cut' in item) cuts.push(item.cut);
  expect(cuts).toEqual([true]);
});
