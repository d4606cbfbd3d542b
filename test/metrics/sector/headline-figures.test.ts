import { expect, it } from 'vitest';
import { headlineFigures } from '../../../src/metrics/sector/headline-figures.js';
import { fakeCorpus } from '../fake-corpus.js';

const AT = Date.UTC(2026, 0, 5);

it('gives what was measured alone, each with its interval and n, private and public answers apart', async () => {
  const ids = Array.from({ length: 10 }, (_, k) => `e${k}`);
  const corpus = await fakeCorpus({
    cases: ids.map((caseId, k) => ({
      caseId,
      firstStage: 'private' as const,
      firstChannel: 'email',
      complaint: true,
      openedAt: AT,
      answeredAt: k < 8 ? AT + 7_200_000 : null,
      observedUntil: AT + 86_400_000,
      waitingSince: k < 8 ? null : AT,
      messages: 1,
    })),
    caseMessages: ids.flatMap((id, k) =>
      (k < 8 ? [id, `re ${id}`] : [id]).map((messageId) => ({ caseId: id, messageId })),
    ),
    messages: [
      ...ids.map((id, k) => ({
        messageId: id,
        threadId: id,
        stage: 'private' as const,
        channel: 'email',
        direction: 'inbound' as const,
        authorKey: id,
        sentiment: k < 6 ? ('negative' as const) : ('positive' as const),
        sentAt: AT,
      })),
      ...ids
        .slice(0, 8)
        .map((id) => ({
          messageId: `re ${id}`,
          threadId: id,
          stage: 'private' as const,
          channel: 'email',
          direction: 'outbound' as const,
          authorIsBrand: true,
          sentAt: AT + 7_200_000,
        })),
    ],
  });
  const found = await headlineFigures(corpus, { zone: 'Europe/Paris' });
  const told = found.map(({ metric, value, n }) => [metric, Math.round(100 * value) / 100, n]);
  // 8 of 10 answered, the median after 2 hours; 2 of 10 wait; 6 negative and 4 positive; nothing is rated, no post is public.
  expect(told).toEqual([
    ['responseRate', 0.8, 10],
    ['firstReplyTime', 2, 10],
    ['waitingShare', 0.2, 10],
    ['netSentimentScore', -0.2, 10],
  ]);
  for (const { value, low, high } of found) expect(low <= value && value <= high).toBe(true);
});
