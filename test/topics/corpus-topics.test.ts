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
          'CREATE TABLE main.messageTopics (messageId VARCHAR, topics VARCHAR[], aspect VARCHAR)',
        );
        return discoverCorpusTopics(database);
      },
    },
  );
  return (await corpus.topics()).map(({ name }) => name);
}

it('learns subjects from what opens a private case, not from what handles it', async () => {
  const within = await subjectsOf(0.5),
    after = await subjectsOf(5);
  expect(within.join()).toMatch(/pochon/i);
  expect(after.join()).not.toMatch(/pochon/i);
  expect(after.length).toBeGreaterThan(3);
});

it('tells what handles a private case a subject only where it says the name, in several words', async () => {
  const texts = plantedTexts(400, 7).map(({ text }) => text);
  const asks = ['Toujours rien pour la nouvelle recette', 'yaourt vanille sucre arôme'];
  const told = async (hours: number): Promise<readonly string[]> => {
    const corpus = await fakeCorpus(
      {
        messages: [...texts, ...asks].map((text, at) => ({
          messageId: at < 400 ? `m${at}` : `later${at - 400}`,
          sentAt: at < 400 ? at * 50 * HOUR : hours * HOUR,
          stage: 'private',
          channel: 'email',
          authorKey: `a${at}`,
          text,
          title: at < 400 ? null : 'Re: la nouvelle recette',
          languageCode: 'fr',
        })),
        cases: [{ caseId: 'c0', openedAt: 0 }],
        caseMessages: ['m0', 'later0', 'later1'].map((messageId) => ({ caseId: 'c0', messageId })),
      },
      {
        discoverTopics: async (database): Promise<readonly TopicFacts[]> => {
          await database.run(
            'CREATE TABLE main.messageTopics (messageId VARCHAR, topics VARCHAR[], aspect VARCHAR)',
          );
          const facts = await discoverCorpusTopics(database);
          await database.run(
            `CREATE VIEW main.told AS SELECT messageId FROM main.messageTopics WHERE topics = ['nouvelle recette'] ORDER BY messageId`,
          );
          return facts;
        },
      },
    );
    await corpus.topics();
    return (await corpus.query(`SELECT messageId FROM main.told WHERE messageId LIKE 'later%'`))
      .objects()
      .map((row) => (row as { messageId: string }).messageId);
  };
  expect(await told(0.5)).toEqual(['later0', 'later1']);
  expect(await told(5)).toEqual(['later0']);
});

it('learns nothing from spam, and tells it no subject', async () => {
  const texts = plantedTexts(400, 7).map(({ text }) => text);
  const spam = Array.from(
    { length: 60 },
    (_, at) =>
      `Un crédit rapide sans justificatif, ${COURTESY[at % 8]} ${COURTESY[Math.floor(at / 8) % 8]} : le crédit rapide est ici`,
  );
  const told = async (harms: readonly string[]): Promise<number> => {
    const corpus = await fakeCorpus(
      {
        messages: [...texts, ...spam].map((text, at) => ({
          messageId: `m${at}`,
          sentAt: at * HOUR,
          authorKey: `a${at}`,
          text,
          languageCode: 'fr',
          harms: at < texts.length ? [] : harms.slice(at % 2, (at % 2) + 1),
        })),
      },
      {
        discoverTopics: async (database): Promise<readonly TopicFacts[]> => {
          await database.run(
            'CREATE TABLE main.messageTopics (messageId VARCHAR, topics VARCHAR[], aspect VARCHAR)',
          );
          const facts = await discoverCorpusTopics(database);
          await database.run(
            `CREATE OR REPLACE VIEW main.told AS SELECT messageId FROM main.messageTopics WHERE CAST(substr(messageId, 2) AS INT) >= ${texts.length}`,
          );
          return facts;
        },
      },
    );
    await corpus.topics();
    return (await corpus.query('SELECT messageId FROM main.told')).numRows();
  };
  expect(await told([])).toBe(60);
  expect(await told(['spam', 'scam'])).toBe(0);
});

it('tells each message of a text that many repeat', async () => {
  const texts = plantedTexts(400, 7).map(({ text }) => text);
  const corpus = await fakeCorpus(
    {
      messages: [...texts, ...texts, ...texts].map((text, at) => ({
        messageId: `m${at}`,
        sentAt: at * HOUR,
        authorKey: `a${at}`,
        text,
        languageCode: 'fr',
      })),
    },
    {
      discoverTopics: async (database): Promise<readonly TopicFacts[]> => {
        await database.run(
          'CREATE TABLE main.messageTopics (messageId VARCHAR, topics VARCHAR[], aspect VARCHAR)',
        );
        const facts = await discoverCorpusTopics(database);
        await database.run(
          `CREATE VIEW main.told AS SELECT CAST(substr(messageId, 2) AS INT) % ${texts.length} AS text, min(topics) AS first, max(topics) AS last, count(*) AS n FROM main.messageTopics GROUP BY 1`,
        );
        return facts;
      },
    },
  );
  await corpus.topics();
  const { n, thrice } = (
    await corpus.query(
      'SELECT count(*) AS n, count(*) FILTER (WHERE n % 3 = 0 AND first = last) AS thrice FROM main.told',
    )
  ).object(0) as { n: number; thrice: number };
  expect(n).toBeGreaterThan(100);
  expect(thrice).toBe(n);
});
