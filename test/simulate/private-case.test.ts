import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN, type SimulationPlan } from '../../src/simulate/plan.js';
import { playPrivateCase } from '../../src/simulate/private-case.js';
import { playPublicMessage } from '../../src/simulate/public-event.js';
import { createWorld, type World } from '../../src/simulate/world.js';

const HOUR = 3_600_000;
const START = DEFAULT_PLAN.startsAt;
function played(more: Partial<SimulationPlan>, count = 150): World {
  const world = createWorld({ ...DEFAULT_PLAN, texts: true, crises: [], copies: [], ...more });
  for (let i = 0; i < count; i++)
    playPrivateCase(world, { type: 0, at: START + i * 2 * HOUR, driver: 'taste' });
  return world;
}
const cases = (more: Partial<SimulationPlan['cases']>): Partial<SimulationPlan> => ({
  cases: { ...DEFAULT_PLAN.cases, ...more },
});

describe('a private case', () => {
  it('is written in order: complaint, machine, reminders while nobody answers, answer, closing', () => {
    const world = played({});
    const byId = new Map(world.messages.map((message) => [message.id, message]));
    for (const { privateIds, openedAt, answeredAt, resolvedAt, spilledAt } of world.cases) {
      const [first, ...rest] = privateIds.map((id) => byId.get(id));
      expect(first).toMatchObject({
        sentAt: openedAt,
        direction: 'inbound',
        planted: { intents: ['complaint'], sentiment: 'negative' },
      });
      const end = Math.min(answeredAt ?? Infinity, spilledAt ?? Infinity);
      for (const message of rest)
        if (message?.planted.intents.includes('request')) expect(message.sentAt).toBeLessThan(end);
      const human = rest.filter(
        (message) => message?.direction === 'outbound' && message.sentAt !== openedAt + 20_000,
      );
      if (answeredAt === null) expect(human).toEqual([]);
      else expect(human[0]?.sentAt).toBe(answeredAt);
      if (resolvedAt === null)
        expect(rest.some((message) => message?.planted.intents.includes('thanks'))).toBe(false);
    }
    expect(world.events).toHaveLength(world.cases.length);
  });
  it('never answered is never resolved; a chat is one thread a person, a letter one a case', () => {
    const world = played(cases({ neverAnswered: 1 }));
    for (const { answeredAt, resolvedAt, reopenedAt } of world.cases)
      expect([answeredAt, resolvedAt, reopenedAt]).toEqual([null, null, null]);
    const threads = new Map(world.messages.map(({ planted, threadId }) => [planted.caseId, threadId]));
    for (const { caseId, channel, personId } of world.cases)
      expect(threads.get(caseId)).toBe(
        channel === 'email' || channel === 'ticket'
          ? `${channel}-${caseId}`
          : `${channel}-person-${personId}`,
      );
  });
  it('plans its spill, and the post shares what was drawn alone', () => {
    const world = played({ ...cases({ spillPerHour: 0.2, neverAnswered: 1 }), missingIds: 0.3 });
    const spills = world.queue.splice(0);
    expect(spills).toHaveLength(world.cases.filter(({ spilledAt }) => spilledAt !== null).length);
    expect(spills.length).toBeGreaterThan(100);
    const kinds = new Map<string, number>();
    for (const event of spills) {
      const one = event.spilled;
      const told = playPublicMessage(world, event);
      const post = world.messages.find(({ id }) => id === told?.messageId);
      if (one === undefined || post === undefined) continue;
      kinds.set(one.sharedId ?? '', (kinds.get(one.sharedId ?? '') ?? 0) + 1);
      expect(one.publicIds).toContain(post.id);
      expect(post.planted).toMatchObject({ caseId: one.caseId, drivers: ['taste'] });
      expect(post.person?.id).not.toBe(one.person.id);
      expect(post.authorName === one.person.name).toBe(one.sharedId === 'name');
      expect(post.authorId === one.person.handle).toBe(one.sharedId === 'handle');
      expect(post.text.includes(one.person.email)).toBe(one.sharedId === 'email');
    }
    expect(Math.abs((kinds.get('none') ?? 0) / spills.length - 0.3)).toBeLessThan(0.12);
  });
});
