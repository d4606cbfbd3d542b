import { expect, it } from 'vitest';
import { nameOf, readTexts } from '../../../src/metrics/crisis/movement-texts.js';
import type { CriticalMessage, ReportingArticle } from '../../../src/metrics/crisis/public-movement.js';
import type { Movement } from '../../../src/metrics/crisis/reporting-articles.js';
import { fakeCorpus } from '../fake-corpus.js';

const AT = Date.UTC(2026, 2, 10, 9);
const said = (messageId: string, minute: number, text: string, more: object = {}) => ({
  messageId,
  text,
  textKey: text,
  authorKey: `a-${messageId}`,
  sentAt: AT + minute * 60_000,
  ...more,
});
const MESSAGES = [
  said('m3', 3, 'pain rassis'),
  said('m1', 1, 'pain rassis'),
  said('m2', 2, 'Je suis journaliste, écrivez-moi'),
  said('m4', 4, 'à jeter', { harms: ['insult'] }),
  said('m5', 5, 'ailleurs'),
  said('p1', 6, 'du pain rassis en rayon', { stage: 'press', title: 'Rappel' }),
];
const movementOf = (messages: readonly string[], articles: readonly string[] = []): Movement => ({
  brand: '',
  start: AT,
  end: AT,
  burst: true,
  messages: messages.map((messageId) => ({ messageId }) as CriticalMessage),
  articles: articles.map((messageId) => ({ messageId }) as ReportingArticle),
});

it('reads what each movement says, once for all of them', async () => {
  const corpus = await fakeCorpus({ messages: MESSAGES });
  let queries = 0;
  const counted = {
    ...corpus,
    query: (...asked: Parameters<typeof corpus.query>) => {
      queries++;
      return corpus.query(...asked);
    },
  };
  const movements = [movementOf(['m3', 'm1', 'm2', 'm4'], ['p1']), movementOf(['m5', 'm1'])];
  const [first, second] = await readTexts(counted, movements);
  await readTexts(counted, movements);
  expect(queries).toBe(1);
  // of two copies the first in time; no text with a harm, no article
  expect(first?.said.map(({ messageId }) => messageId)).toEqual(['m1', 'm2']);
  expect(first?.words).toHaveLength(5);
  expect(first?.words).toContain('Rappel. du pain rassis en rayon');
  expect(first?.journalists).toBe(1);
  expect(second?.said.map(({ text }) => text)).toEqual(['pain rassis', 'ailleurs']);
  expect(second?.journalists).toBe(0);
});

it('names a movement once, whoever asks', async () => {
  const corpus = await fakeCorpus({ messages: MESSAGES });
  const asked: unknown[] = [];
  const naming = {
    ...corpus,
    nameOf: (...texts: unknown[]) => {
      asked.push(texts);
      return Promise.resolve('pain rassis');
    },
  };
  const movement = movementOf(['m3', 'm2'], []);
  const [told] = await readTexts(corpus, [movement]);
  if (told === undefined) throw new Error('no texts');
  expect(await nameOf(naming, movement, told)).toBe('pain rassis');
  expect(await nameOf(naming, movement, { said: told.said })).toBe('pain rassis');
  expect(asked).toEqual([
    [['Je suis journaliste, écrivez-moi', 'pain rassis'], { headlines: [], without: [] }],
  ]);
});
