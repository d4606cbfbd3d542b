import { describe, expect, it } from 'vitest';
import { doubledCases } from '../../../src/metrics/funnel/doubled-cases.js';
import { fakeCorpus } from '../fake-corpus.js';

const AT = Date.UTC(2026, 0, 5);
const CHANNELS = ['email', 'telegram-dm'] as const;

interface Again {
  readonly p: number;
  readonly used?: boolean;
  readonly answered?: readonly ('from' | 'to')[];
}

/** Ten cases in each of two channels: all of the first show a name, `named` of the second; a case k of the second may go on with one of the first. */
const corpusOf = (again: readonly Again[], named = 5, elsewhere: readonly string[] = []) =>
  fakeCorpus({
    cases: CHANNELS.flatMap((channel) =>
      Array.from({ length: 10 }, (_, k) => ({
        caseId: `${channel}${k}`,
        firstStage: 'private' as const,
        firstChannel: channel,
        openedAt: AT,
      })),
    ),
    caseMessages: [
      ...CHANNELS.flatMap((channel) =>
        Array.from({ length: 10 }, (_, k) => ({ caseId: `${channel}${k}`, messageId: `${channel}${k}` })),
      ),
      ...elsewhere.map((caseId) => ({ caseId, messageId: `elsewhere ${caseId}` })),
    ],
    messages: [
      ...elsewhere.map((caseId) => ({
        messageId: `elsewhere ${caseId}`,
        stage: 'private' as const,
        channel: 'chat',
        contactKeys: ['name:shown'],
        sentAt: AT,
      })),
      ...CHANNELS.flatMap((channel, c) =>
        Array.from({ length: 10 }, (_, k) => ({
          messageId: `${channel}${k}`,
          threadId: `${channel}${k}`,
          stage: 'private' as const,
          channel,
          contactKeys: c === 0 || k < named ? [`name:${k}`] : [`phone:${k}`],
          sentAt: AT,
        })),
      ),
      ...again.flatMap(({ answered = [] }, k) =>
        answered.map((side) => ({
          messageId: `reply ${side}${k}`,
          threadId: `${CHANNELS[side === 'from' ? 0 : 1]}${k}`,
          stage: 'private' as const,
          direction: 'outbound' as const,
          channel: CHANNELS[side === 'from' ? 0 : 1],
          speech: 'own' as const,
          sentAt: AT,
        })),
      ),
    ],
    links: again.map(({ p, used = true }, k) => ({
      caseId: `email${k}`,
      fromMessageId: `email${k}`,
      toMessageId: `telegram-dm${k}`,
      fromStage: 'private' as const,
      toStage: 'private' as const,
      linkProbability: p,
      used,
    })),
  });

const OPTIONS = { seed: 1, level: 0.95 };

describe('doubledCases', () => {
  it('is half as many as are found where half show a common key, less those that are joined, and may be none', async () => {
    const corpus = await corpusOf([{ p: 1 }, { p: 1 }, { p: 1 }, { p: 1 }]);
    const found = await doubledCases(corpus, OPTIONS);
    // one in two shows a name in both channels: four found, four missed if who changes channel is like others, none if not
    expect(found?.expected).toBeCloseTo(2, 12);
    expect(found?.low).toBeGreaterThanOrEqual(0);
    expect(found?.low).toBeLessThan(0.5);
    expect(found?.high).toBeGreaterThan(6);
  });

  it('takes no account of keys that a case shows in a channel it did not open in', async () => {
    const corpus = await corpusOf([{ p: 1 }, { p: 1 }, { p: 1 }, { p: 1 }], 5, [
      'telegram-dm8',
      'telegram-dm9',
    ]);
    expect((await doubledCases(corpus, OPTIONS))?.expected).toBeCloseTo(2, 12);
  });

  it('misses fewer of a matter that is in more channels: any of them may show the common key', async () => {
    const corpus = await corpusOf([{ p: 1 }, { p: 1 }, { p: 1 }, { p: 1 }], 5, ['email0', 'email1']);
    // a chat beside (no case opens there): five of the second channel meet any, the others none; of the first each meets with a half
    expect((await doubledCases(corpus, OPTIONS))?.expected).toBeCloseTo((2 + 2 * (3 / 5)) / 2, 12);
  });

  it('counts what was weighed and not joined by its chance, and no pair of which both threads were answered', async () => {
    const corpus = await corpusOf([
      { p: 1 },
      { p: 1, answered: ['from'] },
      { p: 1, answered: ['from', 'to'] },
      { p: 0.5, used: false },
    ]);
    // 3.5 found, of which 2.5 leave one that waits: half of 3.5 missed and .5 not joined, for 3.5 in 4.5
    expect((await doubledCases(corpus, OPTIONS))?.expected).toBeCloseTo((2.25 * 3.5) / 4.5, 12);
  });

  it('falls to a part of the channels by its share', async () => {
    const corpus = await corpusOf([{ p: 1 }, { p: 1 }, { p: 1 }, { p: 1 }]);
    const [whole, tenth] = [
      await doubledCases(corpus, OPTIONS),
      await doubledCases(corpus, { ...OPTIONS, part: 0.1 }),
    ];
    expect(tenth?.expected).toBeCloseTo(0.2, 12);
    // a few by chance, more than a tenth of the bound of all
    expect([tenth?.low, (tenth?.high ?? 0) > (whole?.high ?? 0) / 10]).toEqual([0, true]);
  });

  it('is none where all is seen, and not told where hardly anything could be', async () => {
    const seen = await corpusOf([{ p: 1 }], 10),
      unseen = await corpusOf([], 0);
    expect((await doubledCases(seen, OPTIONS))?.high).toBe(0);
    expect(await doubledCases(unseen, OPTIONS)).toBeUndefined();
  });
});
