import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { answeredWithin } from '../../../src/metrics/care/answered-within.js';
import { careCases } from '../../../src/metrics/care/care-cases.js';
import { firstReplyTime } from '../../../src/metrics/care/first-reply-time.js';
import { responseRate } from '../../../src/metrics/care/response-rate.js';
import type { Case, EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Friday, 16:00 in Paris. */
const OPENED = Date.UTC(2026, 0, 9, 15);

const oneCase = (
  caseId: string,
  firstStage: 'private' | 'public',
  answerHours: number | null,
): Partial<Case> => ({
  caseId,
  firstStage,
  firstChannel: firstStage === 'private' ? 'email' : 'x-post',
  complaint: true,
  openedAt: OPENED,
  answeredAt: answerHours === null ? null : OPENED + answerHours * HOUR,
  observedUntil: OPENED + 400 * DAY,
});

describe('care, private and public side by side', () => {
  let corpus: CorpusTables & { close(): void };
  beforeAll(async () => {
    // private: answered after 1, 2, 66 and 68 h, one never; public: after 10 h each
    const cases = [
      ...[1, 2, 66, 68, null].map((hours, at) => oneCase(`p${at}`, 'private', hours)),
      ...[10, 10, 10].map((hours, at) => oneCase(`u${at}`, 'public', hours)),
    ];
    const days = (stage: 'private' | 'public'): Partial<EnrichedMessage>[] =>
      Array.from({ length: 20 }, (_, day) => ({
        stage,
        channel: stage === 'private' ? 'email' : 'x-post',
        sentAt: OPENED + day * DAY,
      }));
    // one stray date of the year after: nobody waits until then
    const stray = { stage: 'private' as const, channel: 'email', sentAt: OPENED + 390 * DAY };
    const replies = [0, 1, 2].map((at) => ({
      caseId: `u${at}`,
      messageId: `reply${at}`,
      reply: {
        messageId: `reply${at}`,
        channel: 'x-post',
        direction: 'outbound' as const,
        sentAt: OPENED + 10 * HOUR,
      },
    }));
    corpus = await fakeCorpus({
      cases,
      messages: [...days('private'), ...days('public'), stray, ...replies.map(({ reply }) => reply)],
      caseMessages: replies.map(({ caseId, messageId }) => ({ caseId, messageId })),
    });
  });

  it('never pools the two: the headline is private, each stage has its row', async () => {
    const [time, within, rate] = [
      await firstReplyTime(corpus),
      await answeredWithin(corpus),
      await responseRate(corpus),
    ];
    expect([time.value, time.n, time.denominator.fr]).toEqual([
      66,
      5,
      'dossiers datés qui appelaient une réponse, ouverts en privé',
    ]);
    expect(time.rows().map(({ stage, median }) => [stage, median])).toEqual([
      ['private', 66],
      ['public', 10],
    ]);
    expect([within.value, within.n]).toEqual([expect.closeTo(2 / 5, 12), 5]);
    expect([rate.value, rate.n]).toEqual([4 / 5, 5]);
    expect(rate.rows().map(({ stage, share }) => [stage, share])).toEqual([
      ['private', 4 / 5],
      ['public', 1],
    ]);
  });

  it('tells the share answered within a target', async () => {
    expect((await answeredWithin(corpus, { replyTargetHours: 67 })).value).toBeCloseTo(3 / 5, 12);
    await expect(answeredWithin(corpus, { replyTargetHours: 0 })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });

  it('censors where the stage is no more observed, not at a stray date', async () => {
    const silent = (await careCases(corpus, {})).find(({ answered }) => !answered);
    expect(silent?.hours).toBe(19 * 24);
  });

  it('counts open hours alone where they are given: 66 h over the weekend are 2 h on Friday and 1 h on Monday', async () => {
    const businessHours = { days: [1, 2, 3, 4, 5], from: 9, to: 18 };
    const hours = (await careCases(corpus, { businessHours, zone: 'Europe/Paris' }))
      .filter(({ stage, answered }) => stage === 'private' && answered)
      .map((one) => one.hours);
    // Friday 16:00 to 17:00, to 18:00, to Monday 10:00, to Monday 12:00
    expect(hours).toEqual([1, 2, 3, 5]);
    expect((await firstReplyTime(corpus, { businessHours })).value).toBe(3);
  });
});

it('takes an answer in public for none in private, and waits for the one in private', async () => {
  const sent = (
    caseId: string,
    name: string,
    stage: 'private' | 'public',
    hours: number,
    out = true,
  ): object => ({
    caseId,
    messageId: `${caseId}-${name}`,
    channel: stage === 'private' ? 'email' : 'x-post',
    stage,
    direction: out ? 'outbound' : 'inbound',
    sentAt: OPENED + hours * HOUR,
  });
  // p0 is answered in private after 4 h, p1 after its public post alone, p2 there after 5 h and in private after 30 h
  const messages = [
    sent('p0', 'asks', 'private', 0, false),
    sent('p0', 'reply', 'private', 4),
    sent('p1', 'asks', 'private', 0, false),
    sent('p1', 'posts', 'public', 4, false),
    sent('p1', 'reply', 'public', 6),
    sent('p2', 'asks', 'private', 0, false),
    sent('p2', 'posts', 'public', 4, false),
    sent('p2', 'reply', 'public', 5),
    sent('p2', 'mail', 'private', 30),
  ];
  const corpus = await fakeCorpus({
    cases: [oneCase('p0', 'private', 4), oneCase('p1', 'private', 6), oneCase('p2', 'private', 5)],
    messages,
    caseMessages: messages
      .map((one) => one as { caseId: string; messageId: string })
      .map(({ caseId, messageId }) => ({ caseId, messageId })),
  });
  const rate = await responseRate(corpus);
  expect([rate.value, rate.n]).toEqual([2 / 3, 3]);
  const answered = (await careCases(corpus, {})).filter((one) => one.answered);
  expect(answered.map(({ hours }) => hours)).toEqual([4, 30]);
});
