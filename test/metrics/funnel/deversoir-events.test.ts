import { expect, it } from 'vitest';
import { funnelEvents } from '../../../src/metrics/funnel/deversoir-events.js';
import type { Case, EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { HOUR } from './funnel-rows.js';

const MONDAY = Date.UTC(2026, 0, 5);
const at = (hours: number): number => MONDAY + hours * HOUR;
const mail = (messageId: string, hours: number): Partial<EnrichedMessage> => ({
  messageId,
  stage: 'private',
  platform: 'email',
  channel: 'email',
  kind: 'message',
  sentAt: at(hours),
});
const complaint = (
  messageId: string,
  hours: number,
  more: Partial<EnrichedMessage> = {},
): Partial<EnrichedMessage> => ({ messageId, sentAt: at(hours), intents: ['complaint'], ...more });
const opened = (caseId: string, firstStage: Case['firstStage'], hours: number): Partial<Case> => ({
  caseId,
  firstStage,
  openedAt: at(hours),
  observedUntil: at(60),
});

/** Private at hours 2, 50 and 60, public at 30 and 60: both are watched from Tuesday midnight (hour 24) to hour 60. */
const ROWS = {
  messages: [
    mail('p1', 2),
    mail('p2', 50),
    mail('p3', 60),
    complaint('c1', 30),
    complaint('c2', 31, { speech: 'reshare' }),
    complaint('c3', 36, { dayOnly: true }),
    { messageId: 'o1', sentAt: at(60) },
    { messageId: 'a1', stage: 'press' as const, kind: 'article' as const, sentAt: at(36), dayOnly: true },
  ],
  cases: [
    opened('k1', 'private', 2),
    opened('k2', 'private', 50),
    opened('k3', 'public', 30),
    { ...opened('k4', 'private', 55), complaint: false },
    opened('k5', 'public', 36),
  ],
  caseMessages: [
    { caseId: 'k1', messageId: 'p1' },
    { caseId: 'k2', messageId: 'p2' },
    { caseId: 'k3', messageId: 'c1' },
    { caseId: 'k3', messageId: 'c2' },
    { caseId: 'k5', messageId: 'c3' },
  ],
};

it('puts private cases, public complaints and articles on one clock, from where both sides are watched', async () => {
  const corpus = await fakeCorpus(ROWS);
  expect(await funnelEvents(corpus, 'UTC')).toEqual({
    counts: { private: 1, public: 1, press: 1 },
    events: { times: [6, 26], types: [1, 0], horizonHours: 36, typeNames: ['private', 'public', 'press'] },
    ids: ['k3', 'k2'],
    // the press is watched on the day of its one article
    counted: [{ type: 'press', edges: [0, 24], counts: [1] }],
    press: { from: 0, to: 24 },
    startHourOfWeek: 24,
    start: at(24) / HOUR,
    gaps: [],
    dayOnly: 1,
    before: 1,
  });
});

it('begins a day at midnight of the zone', async () => {
  const corpus = await fakeCorpus(ROWS);
  const found = await funnelEvents(corpus, 'Asia/Tokyo');
  // Tuesday 00:00 in Tokyo is Monday 15:00 UTC: nine hours earlier.
  expect([found?.start, found?.events.times]).toEqual([at(15) / HOUR, [15, 35]]);
});

it('has nothing without an event on either side', async () => {
  const corpus = await fakeCorpus({ messages: [{ messageId: 'o1', sentAt: at(1) }] });
  expect(await funnelEvents(corpus, 'UTC')).toBeUndefined();
});
