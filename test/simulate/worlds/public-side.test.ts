import { describe, expect, it } from 'vitest';
import { Agenda } from '../../../src/simulate/worlds/happenings.js';
import { playCase } from '../../../src/simulate/worlds/private-side.js';
import { playArticle, playComplaint } from '../../../src/simulate/worlds/public-side.js';
import { DAY, HOUR } from '../../../src/simulate/worlds/setting.js';
import { smallWorld, times } from './small-world.js';

describe('a public complaint', () => {
  it('of a case shares what was drawn with it, and nothing else', () => {
    const setting = smallWorld(6, { spill: 0.25, withoutKey: 0.35, answering: 'slow' });
    const agenda = new Agenda();
    times(200, (i) =>
      playCase(setting, agenda, { type: 0, at: setting.startsAt + i * HOUR, driver: 'taste' }),
    );
    for (let next = agenda.next(); next !== undefined; next = agenda.next())
      if (next.type === 1 && next.spilled !== undefined) playComplaint(setting, new Agenda(), next, []);
    const byId = new Map(setting.messages.map((message) => [message.id, message]));
    const spilled = setting.cases.filter(({ publicIds }) => publicIds.length > 0);
    expect(spilled.length).toBeGreaterThan(20);
    const seen = new Set<string>();
    for (const { caseId, sharedId, person, subject, publicIds, spilledAt } of spilled) {
      const post = byId.get(publicIds[0] ?? '');
      seen.add(sharedId ?? '');
      expect(post).toMatchObject({ role: 'spill', complaint: true, sentAt: spilledAt, planted: { caseId } });
      expect(post?.person?.id).not.toBe(person.id);
      expect(post?.authorName === person.name).toBe(sharedId === 'name');
      expect(post?.authorId === person.handle).toBe(sharedId === 'handle');
      expect(post?.text.includes(subject.order)).toBe(sharedId === 'order');
      expect(post?.text.includes(person.email)).toBe(sharedId === 'email');
    }
    expect([...seen]).toEqual(expect.arrayContaining(['none', 'name', 'order']));
  });
  it('sets off echoes, cases and articles of its crisis, as many as the world says', () => {
    const setting = smallWorld(7, { echoes: 0.4 }),
      agenda = new Agenda();
    times(300, (i) =>
      playComplaint(
        setting,
        agenda,
        { type: 1, at: setting.startsAt + i * HOUR, driver: 'price', crisisId: 'inner-1' },
        [],
      ),
    );
    const planned: [number, string | undefined][] = [];
    for (let next = agenda.next(); next !== undefined; next = agenda.next())
      planned.push([next.type, next.crisisId]);
    const of = (type: number) => planned.filter(([one]) => one === type);
    expect(Math.abs(of(1).length - 120)).toBeLessThan(36);
    expect(of(1).every(([, crisis]) => crisis === 'inner-1')).toBe(true);
    // a private case after the crisis is not of its inner circle
    expect(of(0).every(([, crisis]) => crisis === 'after-1')).toBe(true);
  });
});

describe('an article', () => {
  it('is tied to the cases of its crisis that were public before it; a friendly one to none, and it sets off nothing', () => {
    const setting = smallWorld(8),
      agenda = new Agenda(),
      at = setting.startsAt + 10 * DAY;
    for (const crisisId of ['inner-1', undefined])
      playCase(setting, new Agenda(), { type: 0, at: setting.startsAt, driver: 'taste', crisisId });
    for (const one of setting.cases) one.spilledAt = at - DAY;
    playArticle(setting, agenda, { type: 2, at, driver: 'taste', crisisId: 'inner-1' });
    const article = setting.messages.at(-1);
    expect(article).toMatchObject({
      stage: 'press',
      role: 'article',
      planted: { sentiment: 'negative', drivers: ['taste'] },
    });
    expect(article?.title).not.toBe('');
    expect(setting.cases.map(({ articleIds, pressAt }) => [articleIds, pressAt])).toEqual([
      [[article?.id], article?.sentAt],
      [[], null],
    ]);
    const quiet = new Agenda();
    times(20, () => playArticle(setting, quiet, { type: 2, at: at + DAY, driver: 'taste', friendly: true }));
    expect(quiet.next()).toBeUndefined();
    expect(setting.messages.at(-1)?.planted).toMatchObject({ sentiment: 'neutral', drivers: [] });
    expect(setting.cases[0]?.articleIds).toEqual([article?.id]);
  });
});
