import { describe, expect, it } from 'vitest';
import { channelPaths, storePorosity } from '../../../src/metrics/basic/channel-paths.js';
import { engagement } from '../../../src/metrics/basic/engagement.js';
import { fakeCorpus } from '../fake-corpus.js';

describe('engagement', () => {
  it('adds interactions up, rates them on what the exports give, and counts no silence as zero', async () => {
    const corpus = await fakeCorpus({
      messages: [
        { channel: 'tiktok-video', likes: 10, shares: 2, views: 100 },
        { channel: 'tiktok-video', likes: 3, replies: 1, views: 300 },
        { channel: 'tiktok-video', direction: 'outbound', authorIsBrand: true, likes: 5, reach: 50 },
        { channel: 'x-post' },
        { channel: 'x-post', shares: 4 },
      ],
    });
    const metric = await engagement(corpus);
    expect(metric.value).toBe(12 + 4 + 5 + 4);
    expect(metric.n).toBe(4);
    const rows = metric.rows();
    expect(
      rows.map(({ channel, voice, n, interactions, base, baseSum, rate }) => [
        channel,
        voice,
        n,
        interactions,
        base,
        baseSum,
        rate,
      ]),
    ).toEqual([
      ['tiktok-video', 'others', 2, 16, 'views', 400, 0.04],
      ['tiktok-video', 'brand', 1, 5, 'reach', 50, 0.1],
      ['x-post', 'others', 1, 4, null, 0, null],
    ]);
    // Residuals 12 − 4 and 4 − 12: √(2 · 128) / 400 = .04, times 1.96; the low end is cut at 0.
    expect(rows[0]?.high).toBeCloseTo(0.04 + 1.959964 * 0.04, 6);
    expect(rows[0]?.low).toBe(0);
  });
  it('has no interval where an export says nought everywhere', async () => {
    const none = { channel: 'x-post', likes: 0, shares: 0, reach: 1500 };
    const [row] = (await engagement(await fakeCorpus({ messages: [none, none, none] }))).rows();
    expect([row?.rate, row?.low, row?.high]).toEqual([0, null, null]);
  });
  it('by month has the rows of each', async () => {
    const at = (month: number): number => Date.UTC(2026, month, 15, 12);
    const corpus = await fakeCorpus({
      messages: [
        { channel: 'tiktok-video', sentAt: at(0), likes: 10, views: 100 },
        { channel: 'tiktok-video', sentAt: at(1), likes: 3, views: 300 },
        { channel: 'x-post', sentAt: at(1), shares: 4 },
      ],
    });
    const rows = (await engagement(corpus, { by: ['month', 'channel'] })).rows();
    expect(
      rows.map(({ month, channel, interactions, rate }) => [month, channel, interactions, rate]),
    ).toEqual([
      ['2026-01', 'tiktok-video', 10, 0.1],
      ['2026-02', 'x-post', 4, null],
      ['2026-02', 'tiktok-video', 3, 0.01],
    ]);
  });
  it('is not measured where no export gives any', async () => {
    expect((await engagement(await fakeCorpus({ messages: [{}] }))).notMeasured?.fr).toContain(
      'mentions j’aime',
    );
  });
});

describe('channelPaths', () => {
  it('follows a case from its first channel to the next other one', async () => {
    const said = (messageId: string, channel: string, sentAt: number): object => ({
      messageId,
      channel,
      sentAt,
      platform: channel,
      stage: 'private',
    });
    const corpus = await fakeCorpus({
      messages: [
        said('a1', 'email', 1e9),
        said('a2', 'email', 2e9),
        said('a3', 'whatsapp', 3e9),
        said('a4', 'phone', 4e9),
        said('b1', 'email', 1e9),
        said('c1', 'whatsapp', 1e9),
        said('c2', 'whatsapp', 2e9),
      ],
      cases: ['a', 'b', 'c'].map((caseId) => ({
        caseId,
        firstChannel: caseId === 'c' ? 'whatsapp' : 'email',
        openedAt: 1e9,
        observedUntil: 9e9,
      })),
      caseMessages: ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'c2'].map((messageId) => ({
        caseId: messageId[0] ?? '',
        messageId,
      })),
    });
    const metric = await channelPaths(corpus);
    expect(metric.value).toBeCloseTo(1 / 3, 10);
    const byChannel = (await channelPaths(corpus, { by: 'channel' })).rows();
    expect(byChannel.map(({ channel, first, next, n }) => [channel, first, next, n])).toEqual([
      ['email', 'email', 'whatsapp', 1],
      ['email', 'email', null, 1],
      ['whatsapp', 'whatsapp', null, 1],
    ]);
    expect(metric.rows().map(({ first, next, n, of, share }) => [first, next, n, of, share])).toEqual([
      ['email', 'whatsapp', 1, 2, 0.5],
      ['email', null, 1, 2, 0.5],
      ['whatsapp', null, 1, 1, 1],
    ]);
  });
});

describe('storePorosity', () => {
  it('counts messages that name a store or speak of one', async () => {
    const corpus = await fakeCorpus({
      messages: [
        { text: 'a', store: 'Lyon' },
        { text: 'a', drivers: ['checkout'] },
        { text: 'a', drivers: ['taste'] },
        { text: 'a', channel: 'x-post', drivers: ['taste'] },
      ],
    });
    const metric = await storePorosity(corpus);
    expect(metric.value).toBe(0.5);
    expect(metric.rows()).toMatchObject([
      { channel: 'facebook-comment', n: 3, stores: 1, named: 2 },
      { channel: 'x-post', n: 1, stores: 0, named: 0, share: 0 },
    ]);
  });

  it('is as sure as the authors are many, not as the messages', async () => {
    const of = async (authors: number): Promise<number> => {
      const corpus = await fakeCorpus({
        messages: Array.from({ length: 40 }, (_, at) => ({
          text: 'a',
          authorKey: `a${at % authors}`,
          drivers: at % 4 === 0 ? ['checkout'] : ['taste'],
        })),
      });
      const [row] = (await storePorosity(corpus)).rows();
      return (row?.high ?? 0) - (row?.low ?? 0);
    };
    // Wilson of 10 in 40: .142 to .402; of 1 in 4, as all of an author's messages say the same: .046 to .699
    expect(await of(40)).toBeCloseTo(0.26, 2);
    expect(await of(4)).toBeGreaterThan(0.5);
  });
});
