import { expect, it } from 'vitest';
import { caseWaits } from '../../../src/metrics/care/case-waits.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 0, 12);

it('sums clock hours as open hours of a shop that never closes, case by case', async () => {
  // a: waits 2 h, is waited for 3 h, waits 5 h till the resolution; b: waits 4 h, is waited for to the end of what is observed, 20 h
  const said = [
    ['a', 0, 'inbound'],
    ['a', 2, 'outbound'],
    ['a', 5, 'inbound'],
    ['b', 1, 'inbound'],
    ['b', 3, 'inbound'],
    ['b', 5, 'outbound'],
  ] as const;
  const corpus = await fakeCorpus({
    messages: [
      ...said.map(([caseId, hours, direction], k) => ({
        messageId: `m${k}`,
        stage: 'private' as const,
        channel: 'email',
        authorKey: `${caseId}${direction}`,
        direction,
        sentAt: MONDAY + hours * HOUR,
      })),
      { messageId: 'last', stage: 'private', channel: 'email', authorKey: 'z', sentAt: MONDAY + 25 * HOUR },
    ],
    cases: [
      { caseId: 'a', openedAt: MONDAY, answeredAt: MONDAY + 2 * HOUR, resolvedAt: MONDAY + 10 * HOUR },
      { caseId: 'b', openedAt: MONDAY + HOUR, answeredAt: MONDAY + 5 * HOUR, resolvedAt: null },
    ].map((one) => ({
      ...one,
      firstStage: 'private' as const,
      firstChannel: 'email',
      complaint: true,
      observedUntil: MONDAY + 25 * HOUR,
    })),
    caseMessages: said.map(([caseId], k) => ({ caseId, messageId: `m${k}` })),
  });
  const clock = await caseWaits(corpus, {});
  expect([...clock.values()]).toEqual([
    { requesterHours: 7, agentHours: 3 },
    { requesterHours: 4, agentHours: 20 },
  ]);
  const always = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24 };
  expect(await caseWaits(corpus, { businessHours: always, zone: 'Europe/Paris' })).toEqual(clock);
});
