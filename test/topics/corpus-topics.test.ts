import { expect, it } from 'vitest';
import type { TopicFacts } from '../../src/model/index.js';
import { discoverCorpusTopics } from '../../src/topics/corpus-topics.js';
import { fakeCorpus } from '../metrics/fake-corpus.js';
import { plantedTexts } from './planted-texts.js';

const HOUR = 3_600_000;
const COURTESY = ['reçu', 'impeccable', 'rapide', 'nickel', 'confirmé', 'classé', 'rangé', 'compris'];

/** Subjects of a corpus in which every private case goes on about its courtesy bag, so many hours after it opened. */
async function subjectsOf(hours: number): Promise<readonly string[]> {
  const texts = plantedTexts(400, 7).map(({ text }) => text);
  const later = texts.map(
    (_, at) => `Pochon de courtoisie ${COURTESY[at % 8]} ${COURTESY[Math.floor(at / 8) % 8]}, le pochon`,
  );
  const corpus = await fakeCorpus(
    {
      messages: [...texts, ...later].map((text, at) => ({
        messageId: `m${at}`,
        sentAt: (at % 400) * 50 * HOUR + (at < 400 ? 0 : hours * HOUR),
        stage: 'private',
        channel: 'email',
        authorKey: `a${at % 400}`,
        text,
        languageCode: 'fr',
      })),
      cases: texts.map((_, at) => ({ caseId: `c${at}`, openedAt: at * 50 * HOUR })),
      caseMessages: [...texts, ...later].map((_, at) => ({ caseId: `c${at % 400}`, messageId: `m${at}` })),
    },
    {
      discoverTopics: async (database): Promise<readonly TopicFacts[]> => {
        await database.run(
          'CREATE TABLE main.messageTopics (messageId VARCHAR, topics VARCHAR, aspect VARCHAR)',
        );
        return discoverCorpusTopics(database);
      },
    },
  );
  try {
    return (await corpus.topics()).map(({ name }) => name);
  } finally {
    corpus.close();
  }
}

it('learns subjects from what opens a private case, not from what handles it', async () => {
  const within = await subjectsOf(0.5),
    after = await subjectsOf(5);
  expect(within.join()).toMatch(/pochon/i);
  expect(after.join()).not.toMatch(/pochon/i);
  expect(after.length).toBeGreaterThan(3);
});
