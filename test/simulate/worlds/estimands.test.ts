import { describe, expect, it } from 'vitest';
import { crisesOf, estimandsOf } from '../../../src/simulate/worlds/estimands.js';
import { addMessage, Agenda, type NewMessage } from '../../../src/simulate/worlds/happenings.js';
import { playCase } from '../../../src/simulate/worlds/private-side.js';
import { DAY, drawSetting, HOUR, type Setting } from '../../../src/simulate/worlds/setting.js';
import type { OpenWorldCase } from '../../../src/simulate/worlds/world-truth.js';

/** A world with cases whose ends the test says, and without their messages. */
function world(...ends: readonly Partial<OpenWorldCase>[]): Setting {
  const setting = drawSetting(31, {
    cases: 160,
    windows: 'equal',
    spillLaw: 'falling',
    spillHalfLifeHours: 14,
    hazardRatio: 0.5,
  });
  for (const end of ends) {
    playCase(setting, new Agenda(), { type: 0, at: setting.startsAt + DAY, driver: 'taste' });
    Object.assign(setting.cases.at(-1) as OpenWorldCase, {
      answeredAt: null,
      resolvedAt: null,
      spilledAt: null,
      spilledHours: null,
      sharedId: null,
      identified: true,
      ...end,
    });
  }
  setting.messages.length = 0;
  for (const one of setting.cases) one.privateIds.length = 0;
  return setting;
}
const say = (setting: Setting, more: Partial<NewMessage>) => {
  const message = addMessage(setting, {
    platform: 'x',
    channel: 'x-post',
    stage: 'public',
    kind: 'post',
    threadId: 't',
    authorName: 'Nora',
    role: 'stranger',
    text: 'Texte',
    sentAt: setting.startsAt + 2 * DAY,
    ...more,
  });
  if (message === undefined) throw new Error('after the end of the world');
  return message;
};

describe('what a report should find', () => {
  it('counts open, unresolved, unidentified and spilled cases, and those that can be linked', () => {
    const setting = world(
      {},
      { resolvedAt: 1 },
      { spilledAt: 1, spilledHours: 30, sharedId: 'order', publicIds: ['x-000001'] },
      { spilledAt: 1, spilledHours: 200, sharedId: 'none', publicIds: ['x-000002'], identified: false },
    );
    const posts = [
      say(setting, { complaint: true, role: 'spill' }),
      say(setting, { complaint: true, role: 'spill' }),
    ];
    const all = estimandsOf(setting, posts);
    expect(all).toMatchObject({ open: 1, unresolved: 3, unidentified: { n: 1, of: 4 } });
    expect(all.spillRate).toMatchObject({ cases: 4, spilled: 2, realised: 0.5, seen: 2, linkable: 1 });
    expect(all.incidence.map(({ days, realised }) => [days, realised])).toEqual([
      [1, 0],
      [3, 0.25],
      [7, 0.25],
      [30, 0.5],
    ]);
    expect(all.byDriver.taste).toMatchObject({ cases: 4, spilled: 2 });
    expect(all.icebergRatio).toBe(2);
    // a post that is not exported is not seen
    expect(estimandsOf(setting, posts.slice(1)).spillRate).toMatchObject({ seen: 1, linkable: 0 });
  });
  it('expects of an open case the hazard that is left for a day, halved once it was answered', () => {
    const setting = world({}, { answeredAt: 1 });
    for (const one of setting.cases) one.openedAt = setting.endsAt - 14 * HOUR;
    const [waiting, answered] = setting.cases as [OpenWorldCase, OpenWorldCase];
    const left = 2 ** -1 - 2 ** (-38 / 14);
    const { expected, realised } = estimandsOf(setting, []).reservoir;
    expect(expected).toBeCloseTo(
      2 - Math.exp(-waiting.law.hazard * left) - Math.exp(-answered.law.hazard * 0.5 * left),
      10,
    );
    expect(realised).toBe(0);
    waiting.spilledHours = 37;
    answered.spilledHours = 39;
    expect(estimandsOf(setting, []).reservoir.realised).toBe(1);
  });
  it('counts direct events of ordinary days: a crisis is set apart', () => {
    const setting = world({}, {});
    const [first, second] = setting.cases as [OpenWorldCase, OpenWorldCase];
    const opened = [first, second].map((one) => {
      const message = say(setting, {
        stage: 'private',
        channel: 'email',
        role: 'complaint',
        complaint: true,
        caseId: one.caseId,
      });
      one.privateIds.push(message.id);
      return message;
    });
    const spill = say(setting, { complaint: true, role: 'spill', causeId: opened[0]?.id });
    say(setting, { complaint: true, role: 'echo', causeId: spill.id });
    say(setting, { complaint: true, role: 'echo', causeId: spill.id, crisisId: 'outside-1' });
    say(setting, { role: 'chatter' });
    say(setting, { stage: 'press', channel: 'press', role: 'article', causeId: spill.id });
    const { events, matrix } = estimandsOf(setting, setting.messages);
    expect(events).toEqual([2, 2, 1]);
    // 1 of 2 cases spilled, each of 2 posts bore half an echo and half an article
    expect(matrix).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0],
      [0, 0.5, 0],
    ]);
  });
  it('has shares of complaints of what customers say, stage by stage', () => {
    const setting = world();
    for (const complaint of [true, false, false, false]) say(setting, { complaint });
    say(setting, { stage: 'private', complaint: true });
    say(setting, { direction: 'outbound' });
    say(setting, { speech: 'reshare' });
    const { complaintShare, customers, icebergRatio } = estimandsOf(setting, setting.messages);
    expect(complaintShare).toEqual({
      private: { n: 1, of: 1, share: 1 },
      public: { n: 1, of: 4, share: 0.25 },
    });
    expect(customers).toEqual({ private: 1, public: 4 });
    expect(icebergRatio).toBe(0);
  });
});

describe('planted crises', () => {
  it('have their first message of each stage, and what follows them is not theirs', () => {
    const setting = world({ crisisId: 'inner-1' });
    const at = setting.startsAt + 5 * DAY;
    say(setting, { stage: 'private', crisisId: 'inner-1', sentAt: at, driver: 'safety' });
    say(setting, { crisisId: 'inner-1', sentAt: at + HOUR });
    say(setting, { crisisId: 'inner-1', sentAt: at + 2 * HOUR });
    say(setting, { crisisId: 'inner-1', sentAt: at + HOUR, direction: 'outbound' });
    say(setting, { stage: 'press', crisisId: 'inner-1', sentAt: at + DAY });
    say(setting, { crisisId: 'after-1', sentAt: at + DAY });
    expect(crisesOf(setting)).toEqual([
      {
        crisisId: 'inner-1',
        kind: 'inner',
        driver: 'safety',
        startsAt: at,
        firstPrivateAt: at,
        firstPublicAt: at + HOUR,
        firstArticleAt: at + DAY,
        privateCases: 1,
        publicMessages: 2,
        articles: 1,
      },
    ]);
  });
});
