import { describe, expect, it } from 'vitest';
import { responseRate } from '../../../src/metrics/care/response-rate.js';
import { fakeCorpus } from '../fake-corpus.js';

const AT = Date.UTC(2026, 0, 5);
const CHANNELS = ['email', 'telegram-dm'] as const;

/** Ten complaints in each of two private channels, of which 10 and 8 are answered; `again` of the second go on with one of the first. */
const corpusOf = (again: number) => {
  const all = CHANNELS.flatMap((channel, c) =>
    Array.from({ length: 10 }, (_, k) => ({ id: `${channel}${k}`, channel, answered: c === 0 || k < 8, k })),
  );
  return fakeCorpus({
    cases: all.map(({ id, channel, answered }) => ({
      caseId: id,
      firstStage: 'private' as const,
      firstChannel: channel,
      complaint: true,
      openedAt: AT,
      answeredAt: answered ? AT + 1 : null,
    })),
    caseMessages: all.flatMap(({ id, answered }) =>
      [id, ...(answered ? [`re ${id}`] : [])].map((messageId) => ({ caseId: id, messageId })),
    ),
    messages: all.flatMap(({ id, channel, answered, k }) =>
      (['inbound', ...(answered ? (['outbound'] as const) : [])] as const).map((direction) => ({
        messageId: direction === 'inbound' ? id : `re ${id}`,
        threadId: id,
        stage: 'private' as const,
        channel,
        direction,
        speech: 'own' as const,
        contactKeys: k < 5 || channel === 'email' ? [`name:${k}`] : [],
        sentAt: AT,
      })),
    ),
    links: Array.from({ length: again }, (_, k) => ({
      caseId: `email${k}`,
      fromMessageId: `email${k}`,
      toMessageId: `telegram-dm${9 - k}`,
      fromStage: 'private' as const,
      toStage: 'private' as const,
      linkProbability: 1,
      used: true,
    })),
  });
};

describe('responseRate', () => {
  it('has a bound above that allows for cases without an answer that double one of another channel', async () => {
    const boundOf = async (again: number): Promise<readonly unknown[]> => {
      const corpus = await corpusOf(again);
      const row = (await responseRate(corpus)).rows().find(({ channel }) => channel === 'telegram-dm');
      return [row?.share, row?.low, row?.high];
    };
    const [share, low, high] = await boundOf(0);
    // eight of ten, by Wilson
    expect([share, low]).toEqual([0.8, expect.closeTo(0.4902, 4)]);
    expect(high).toBeGreaterThanOrEqual(0.9433);
    // two found again without an answer, as many missed, may leave no case without one: eight of eight
    expect(await boundOf(2)).toEqual([0.8, low, 1]);
  });
});
