import { describe, expect, it } from 'vitest';
import { replyCoverage } from '../../../src/metrics/care/reply-coverage.js';
import { responseRate } from '../../../src/metrics/care/response-rate.js';
import { fakeCorpus } from '../fake-corpus.js';

const at = Date.UTC(2026, 1, 3);
const reply = (messageId: string, channel: string): object => ({
  messageId,
  channel,
  stage: 'private',
  direction: 'outbound',
  kind: 'message',
});
/** WhatsApp: 10 cases, 6 answered, 1 reply meets nothing. E-mail: 4 cases, 3 replies meet nothing. Messenger: 2 cases, no reply exported. */
const ROWS = {
  cases: [
    ...Array.from({ length: 10 }, (_, i) => ({
      caseId: `w${i}`,
      firstChannel: 'whatsapp-dm',
      openedAt: at,
      observedUntil: at + 1,
      answeredAt: i < 6 ? at : null,
      acknowledgedAt: i < 2 ? at : null,
    })),
    ...Array.from({ length: 4 }, (_, i) => ({
      caseId: `e${i}`,
      firstChannel: 'email',
      answeredAt: i < 1 ? at : null,
    })),
    ...Array.from({ length: 2 }, (_, i) => ({ caseId: `f${i}`, firstChannel: 'facebook-dm' })),
  ],
  messages: [
    ...Array.from({ length: 7 }, (_, i) => reply(`wr${i}`, 'whatsapp-dm')),
    ...Array.from({ length: 4 }, (_, i) => reply(`er${i}`, 'email')),
  ],
  caseMessages: [
    ...Array.from({ length: 6 }, (_, i) => ({ caseId: `w${i}`, messageId: `wr${i}` })),
    { caseId: 'e0', messageId: 'er0' },
  ],
};

describe('replyCoverage', () => {
  it('counts cases, replies and orphans by channel, and says which channel can be measured', async () => {
    const corpus = await fakeCorpus(ROWS);
    expect(await replyCoverage(corpus)).toEqual([
      {
        stage: 'private',
        channel: 'whatsapp-dm',
        n: 10,
        answered: 6,
        acknowledged: 2,
        replies: 7,
        orphans: 1,
        measured: true,
      },
      {
        stage: 'private',
        channel: 'email',
        n: 4,
        answered: 1,
        acknowledged: 0,
        replies: 4,
        orphans: 3,
        measured: false,
      },
      {
        stage: 'private',
        channel: 'facebook-dm',
        n: 2,
        answered: 0,
        acknowledged: 0,
        replies: 0,
        orphans: 0,
        measured: false,
      },
    ]);
    const rate = await responseRate(corpus);
    expect([rate.value, rate.n]).toEqual([0.6, 10]);
    expect(
      (rate.table.objects() as { channel: string; share: number | null }[]).map(({ channel, share }) => [
        channel,
        share,
      ]),
    ).toEqual([
      ['whatsapp-dm', 0.6],
      ['email', null],
      ['facebook-dm', null],
    ]);
    expect(rate.rows()[0]?.difference).toBeNull();
  });

  it('tells a channel from the others of its stage by the interval of their difference', async () => {
    const answered = (channel: string, n: number, k: number): object[] =>
      Array.from({ length: n }, (_, i) => ({
        caseId: `${channel}${i}`,
        firstChannel: channel,
        answeredAt: i < k ? at : null,
      }));
    const corpus = await fakeCorpus({
      cases: [
        ...answered('email', 80, 48),
        ...answered('ticket', 40, 30),
        ...answered('telegram-dm', 30, 26),
      ],
    });
    const [email, ticket] = (await responseRate(corpus)).rows();
    // 48 of 80 against 56 of 70: the published example of Newcombe (1998, method 10), turned round
    expect(email?.difference).toBeCloseTo(-0.2, 10);
    expect(email?.differenceLow).toBeCloseTo(-0.3339, 4);
    expect(email?.differenceHigh).toBeCloseTo(-0.0524, 4);
    expect(Number(ticket?.differenceHigh)).toBeGreaterThan(0);
  });

  it('takes an answer in private for no reply in public, and a reply to what it answers', async () => {
    const complaint = (messageId: string, channel: string): object => ({
      messageId,
      channel,
      intents: ['complaint'],
    });
    const corpus = await fakeCorpus({
      cases: [
        { caseId: 'r', firstStage: 'public', firstChannel: 'web-review', answeredAt: at },
        { caseId: 't', firstStage: 'public', firstChannel: 'trustpilot-review' },
      ],
      messages: [
        complaint('r1', 'web-review'),
        reply('dm', 'whatsapp-dm'),
        complaint('t1', 'trustpilot-review'),
        // praise with a reply: replies of this channel are exported
        { messageId: 't2', channel: 'trustpilot-review' },
        { ...reply('t3', 'trustpilot-comment'), stage: 'public', parentId: 't2' },
      ],
      caseMessages: [
        { caseId: 'r', messageId: 'r1' },
        { caseId: 'r', messageId: 'dm' },
        { caseId: 't', messageId: 't1' },
      ],
    });
    const seen = (await replyCoverage(corpus)).map(({ channel, replies, measured }) => [
      channel,
      replies,
      measured,
    ]);
    expect(seen).toEqual([
      ['trustpilot-review', 1, true],
      ['web-review', 0, false],
    ]);
  });

  it('takes the brand’s own public posts for no replies', async () => {
    const corpus = await fakeCorpus({
      cases: Array.from({ length: 5 }, (_, i) => ({
        caseId: `x${i}`,
        firstStage: 'public',
        firstChannel: 'x-post',
      })),
      messages: Array.from({ length: 3 }, (_, i) => ({
        ...reply(`post${i}`, 'x-post'),
        stage: 'public',
        kind: 'post',
      })),
    });
    expect((await replyCoverage(corpus))[0]).toMatchObject({ n: 5, replies: 0, measured: false });
  });
});
