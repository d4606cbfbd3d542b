import { describe, expect, it } from 'vitest';
import { waitingCases } from '../../../src/metrics/care/waiting-cases.js';
import { resolveFunnelOptions } from '../../../src/metrics/funnel/funnel-cases.js';
import { waitingCustomers } from '../../../src/metrics/funnel/waiting-customers.js';
import { fakeCorpus } from '../fake-corpus.js';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 0, 5);
const CHANNELS = ['email', 'telegram-dm'] as const;
const OPTIONS = resolveFunnelOptions({});
const ids = CHANNELS.flatMap((channel) =>
  Array.from({ length: 10 }, (_, k) => ({ channel, k, id: `${channel}${k}` })),
);

/** Ten complaints that wait in each of two channels; all of the first show a name, half of the second. `twice` of the second go on with one of the first. */
const corpusOf = (twice: number, more: Readonly<Record<string, object>> = {}) =>
  fakeCorpus({
    cases: ids.map(({ channel, k, id }) => ({
      caseId: id,
      firstStage: 'private' as const,
      firstChannel: channel,
      complaint: true,
      openedAt: AT,
      observedUntil: AT + 10 * DAY,
      waitingSince: AT + DAY,
      // who has an answer and asks again shows that replies of the channel are seen
      ...(k === 9 && { answeredAt: AT + DAY / 2 }),
      ...more[id],
    })),
    caseMessages: ids.map(({ id }) => ({ caseId: id, messageId: id })),
    messages: ids.map(({ channel, k, id }) => ({
      messageId: id,
      threadId: id,
      stage: 'private' as const,
      direction: 'inbound' as const,
      channel,
      contactKeys: channel === 'email' || k < 5 ? [`name:${k}`] : [`phone:${k}`],
      sentAt: AT,
    })),
    links: Array.from({ length: twice }, (_, k) => ({
      caseId: `email${k}`,
      fromMessageId: `email${k}`,
      toMessageId: `telegram-dm${k}`,
      fromStage: 'private' as const,
      toStage: 'private' as const,
      linkProbability: 1,
      used: false,
    })),
  });

describe('waitingCustomers', () => {
  it('are the cases said to wait, less those that another channel counts already', async () => {
    const corpus = await corpusOf(2);
    // half of the pairs show a common key: two seen, not joined, stand for three of the twenty, as those not seen are two or none
    const { said, value, interval, doubled } = await waitingCustomers(corpus, OPTIONS);
    expect([said, value, doubled]).toEqual([20, 17, 3]);
    expect(interval).toMatchObject({ level: 0.95, method: 'mover' });
    expect(interval?.low).toBeLessThan(16);
    expect(interval?.high).toBeGreaterThan(16);
    const metric = await waitingCases(corpus);
    expect([metric.value, metric.n, metric.interval]).toEqual([17, 20, interval]);
    expect(metric.limits?.en).toContain(
      '20 cases are said to wait, about 3 that another channel counts already among them.',
    );
  });

  it('are those too who complained in public first and had the last word in private since', async () => {
    const said = [
      { id: 'waits', stages: ['public', 'private'], sides: ['inbound', 'inbound'] },
      { id: 'answered', stages: ['public', 'private', 'private'], sides: ['inbound', 'inbound', 'outbound'] },
      { id: 'public', stages: ['public'], sides: ['inbound'] },
      { id: 'again', stages: ['public', 'private', 'public'], sides: ['inbound', 'inbound', 'inbound'] },
    ] as const;
    const messages = said.flatMap(({ id, stages, sides }) =>
      stages.map((stage, k) => ({
        messageId: `${id}${k}`,
        stage,
        direction: sides[k] ?? 'inbound',
        channel: stage === 'private' ? 'email' : 'google-review',
        sentAt: AT + k * DAY,
      })),
    );
    const corpus = await fakeCorpus({
      cases: [
        ...said.map(({ id }) => ({ id, waitingSince: AT, firstStage: 'public' as const })),
        { id: 'private', answeredAt: AT + 1, waitingSince: AT, firstStage: 'private' as const },
      ].map(({ id, ...one }) => ({
        caseId: id,
        firstChannel: one.firstStage === 'public' ? 'google-review' : 'email',
        complaint: true,
        openedAt: AT,
        observedUntil: AT + 10 * DAY,
        ...one,
      })),
      caseMessages: said.flatMap(({ id, stages }) =>
        stages.map((_, k) => ({ caseId: id, messageId: `${id}${k}` })),
      ),
      messages,
    });
    const { waiting } = await waitingCustomers(corpus, OPTIONS);
    expect(
      waiting.map(({ caseId, channel, waitingSince }) => [caseId, channel, waitingSince.getTime()]),
    ).toEqual([
      ['private', 'email', AT],
      ['waits', 'email', AT + DAY],
    ]);
  });

  it('of a part are lent the share of the whole, within wider bounds', async () => {
    const corpus = await corpusOf(2),
      part = corpus.where({ channel: 'email' });
    const whole = await waitingCustomers(corpus, OPTIONS),
      { said, value, interval } = await waitingCustomers(part, OPTIONS);
    // eight in ten of ten
    expect([said, value]).toEqual([10, 9]);
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThanOrEqual(
      ((whole.interval?.high ?? 0) - (whole.interval?.low ?? 0)) / 2,
    );
    part.close();
  });

  it('are all that are said where nothing tells how many are counted twice or went public', async () => {
    const corpus = await fakeCorpus({
      cases: [
        { caseId: 'a', complaint: true, waitingSince: AT + DAY, answeredAt: AT },
        { caseId: 'b', complaint: true, waitingSince: AT },
        { caseId: 'question', complaint: false, waitingSince: AT },
        { caseId: 'dormant', complaint: true, waitingSince: AT - 60 * DAY },
        { caseId: 'silent', complaint: true, answeredAt: AT },
      ].map((one) => ({
        firstStage: 'private' as const,
        firstChannel: 'email',
        openedAt: AT - 90 * DAY,
        observedUntil: AT + 2 * DAY,
        ...one,
      })),
    });
    const told = await waitingCustomers(corpus, OPTIONS);
    expect([told.said, told.value, told.interval]).toEqual([2, 2, null]);
    expect(told.waiting.map(({ caseId }) => caseId)).toEqual(['b', 'question', 'a']);
    expect(told.dormant.map(({ caseId }) => caseId)).toEqual(['dormant']);
    expect(told.open).toHaveLength(5);
  });
});
