import { expect, it } from 'vitest';
import { splitAuthor, surveyChat } from '../../../src/ingest/chat/survey.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

const survey = async (text: string) =>
  surveyChat(await openBytes(new TextEncoder().encode(text), 'chat.txt'), {});

it('splits at the first colon that ends a name', () => {
  expect(splitAuthor('\u202a+33 6 12 34 56 78\u202c: oui : non')).toEqual({
    author: '+33 6 12 34 56 78',
    body: 'oui : non',
  });
  expect(splitAuthor('~\u202fLéa: 10:30')).toEqual({ author: 'Léa', body: '10:30' });
  expect(splitAuthor('Vous avez été ajouté')).toBeUndefined();
});

it('learns words around the time that every line uses', async () => {
  const lines = [1, 2, 3, 4].map((day) => `1${day}/09/2026 zzz 14:05 - Ada: oui`).join('\n');
  expect([...(await survey(lines)).learnedWords]).toEqual(['zzz']);
  expect([
    ...(await survey(`${lines.replaceAll('zzz ', '')}\n12/09/2026 rendez-vous à 14:05 - dossier`))
      .learnedWords,
  ]).toEqual([]);
});

it('counts authors, not notices nor group events', async () => {
  const { authors, noticeFrom } = await survey(
    [
      '[12/09/2026, 09:58:01] Équipe: \u200eMessages and calls are end-to-end encrypted.',
      '[12/09/2026, 09:59:01] Ada: oui',
      '[13/09/2026, 09:59:01] Ada: non',
      '[13/09/2026, 09:59:01] Ada changed the subject from "A: b" to "C"',
    ].join('\n'),
  );
  expect([...authors]).toEqual([['Ada', 2]]);
  expect(noticeFrom).toBe('Équipe');
});
