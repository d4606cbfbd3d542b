import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN, type SimulationPlan } from '../../src/simulate/plan.js';
import {
  facebookThread,
  playArticle,
  playPublicMessage,
  publicAuthor,
} from '../../src/simulate/public-event.js';
import { createWorld, newPerson, type World } from '../../src/simulate/world.js';

const HOUR = 3_600_000;
const START = DEFAULT_PLAN.startsAt;
const world = (more: Partial<SimulationPlan> = {}): World =>
  createWorld({ ...DEFAULT_PLAN, texts: true, crises: [], copies: [], ...more });

describe('a public message', () => {
  it('of a stranger complains where the text does; the brand replies under it', () => {
    const given = world();
    for (let i = 0; i < 200; i++)
      playPublicMessage(given, { type: 1, at: START + i * HOUR, driver: 'price' });
    const posts = given.messages.filter(({ direction }) => direction === 'inbound');
    expect(posts).toHaveLength(200);
    for (const { planted, kind, rating } of posts) {
      expect(planted.intents).toEqual(planted.sentiment === 'negative' ? ['complaint'] : []);
      expect(rating === undefined).toBe(kind !== 'review');
      if (rating !== undefined) expect(rating <= 2).toBe(planted.sentiment === 'negative');
    }
    const replies = given.messages.filter(({ direction }) => direction === 'outbound');
    expect(Math.abs(replies.length - 70)).toBeLessThan(27);
    for (const { parentId, threadId, sentAt } of replies) {
      const parent = posts.find(({ id }) => id === parentId);
      expect(parent?.threadId).toBe(threadId);
      expect(sentAt).toBeGreaterThanOrEqual(parent?.sentAt ?? Infinity);
    }
  });
  it('under another one is mostly an echo in its thread', () => {
    const given = world(),
      cause = { messageId: 'facebook-1', channel: 'facebook-comment', threadId: 'fil' };
    for (let i = 0; i < 100; i++)
      playPublicMessage(given, { type: 1, at: START + i * HOUR, driver: 'price', cause });
    const echoes = given.messages.filter(({ parentId }) => parentId === 'facebook-1');
    expect(Math.abs(echoes.length - 60)).toBeLessThan(20);
    for (const { threadId, channel } of echoes)
      expect([threadId, channel]).toEqual(['fil', 'facebook-comment']);
  });
  it('in a crisis is no review; after the end of the world it is none', () => {
    const given = world();
    for (let i = 0; i < 80; i++)
      playPublicMessage(given, { type: 1, at: START + i * HOUR, driver: 'price', crisisId: 'crise' });
    expect(given.messages.some(({ kind }) => kind === 'review')).toBe(false);
    expect(playPublicMessage(given, { type: 1, at: DEFAULT_PLAN.endsAt, driver: 'price' })).toBeUndefined();
  });
  it('stands under one post of the page a fortnight, signed as its network signs', () => {
    const given = world(),
      person = newPerson(given),
      day = 24 * HOUR;
    const threads = [0, 13, 14].map((days) => facebookThread(given, START + days * day));
    expect(threads[0]).toBe(threads[1]);
    expect(threads[2]).not.toBe(threads[0]);
    expect(publicAuthor('x-post', person)).toEqual({ authorId: person.handle, authorName: person.name });
    expect(publicAuthor('review', person).authorId).toBe(`review-${person.id}`);
  });
});

describe('an article', () => {
  it('is written while there are texts left, once each', () => {
    const given = world(),
      told = Array.from({ length: given.sector.articles.length + 2 }, (_, i) =>
        playArticle(given, { type: 2, at: START + i * HOUR, driver: 'price' }),
      );
    expect(told.slice(-2)).toEqual([undefined, undefined]);
    const titles = given.messages.map(({ title }) => title);
    expect(new Set(titles).size).toBe(given.sector.articles.length);
    for (const { stage, planted, url } of given.messages) {
      expect([stage, planted.sentiment]).toEqual(['press', 'neutral']);
      expect(url).toMatch(/^https:\/\/[a-z.-]+\.example\/[\w-]+\.html$/);
    }
  });
});
