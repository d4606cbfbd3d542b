import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { waitingCases } from '../../../src/metrics/care/waiting-cases.js';
import type { Case } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, 10:00 in Paris. */
const MONDAY = Date.UTC(2026, 0, 12, 9);

/** Cases opened on Monday and seen until a day, each with one message and, unless nobody answers there, one reply. */
async function corpusOf(
  cases: readonly Partial<Case>[],
  replies = true,
  orphans: readonly string[] = [],
): Promise<CorpusTables> {
  const said = cases.flatMap((_, k) => [
    { messageId: `c${k}`, caseId: `c${k}`, direction: 'inbound' as const, intents: ['question'] },
    ...(replies
      ? [{ messageId: `r${k}`, caseId: `c${k}`, direction: 'outbound' as const, intents: [] }]
      : []),
  ]);
  return fakeCorpus({
    messages: [
      ...said,
      ...orphans.map((messageId) => ({ messageId, direction: 'outbound' as const, intents: [] })),
    ].map(({ messageId, direction, intents }) => ({
      messageId,
      direction,
      intents,
      stage: 'private' as const,
      channel: 'email',
      authorKey: direction,
      speech: 'own' as const,
      sentAt: MONDAY,
    })),
    cases: cases.map((one, k) => ({
      caseId: `c${k}`,
      firstStage: 'private' as const,
      firstChannel: 'email',
      openedAt: MONDAY,
      answeredAt: MONDAY + HOUR,
      observedUntil: MONDAY + 10 * DAY,
      messages: 2,
      ...one,
    })),
    caseMessages: said.map(({ caseId, messageId }) => ({ caseId, messageId })),
  });
}

describe('customers who wait', () => {
  it('are those with a word that waits, the longest wait first, among the open private ones', async () => {
    const corpus = await corpusOf([
      { waitingSince: MONDAY + 9 * DAY, complaint: true, driver: 'safety' },
      { waitingSince: MONDAY + 2 * DAY, complaint: false },
      {},
      { waitingSince: MONDAY, resolvedAt: MONDAY + DAY },
      { waitingSince: MONDAY, spilledAt: MONDAY + DAY },
      { waitingSince: MONDAY, firstStage: 'public' },
    ]);
    const metric = await waitingCases(corpus);
    // one of them with a complaint, of two; the other is listed and told
    expect([metric.value, metric.n]).toEqual([1, 2]);
    expect(metric.limits?.en).toContain(
      '1 case is said to wait. 1 other case without a complaint, a question for instance, waits too: listed, not counted.',
    );
    expect(metric.rows()).toMatchObject([
      { caseId: 'c1', waitingHours: 8 * 24, complaint: false, driver: null },
      { caseId: 'c0', waitingHours: 24, complaint: true, driver: 'safety' },
    ]);
  });

  it('may be those who had the last word after an answer, unless it thanks', async () => {
    const words = [
      ['informs', [], 2],
      ['thanks', ['thanks'], 2],
      ['answered', [], 0],
    ] as const;
    const corpus = await fakeCorpus({
      messages: words.flatMap(([id, intents, later]) =>
        (['inbound', 'outbound', 'inbound'] as const)
          .slice(0, 2 + Number(later > 0))
          .map((direction, k) => ({
            messageId: `${id}${k}`,
            direction,
            intents: k === 2 ? [...intents] : [],
            stage: 'private' as const,
            channel: 'email',
            authorKey: direction,
            speech: 'own' as const,
            sentAt: MONDAY + k * HOUR,
          })),
      ),
      cases: words.map(([caseId]) => ({
        caseId,
        firstChannel: 'email',
        complaint: true,
        openedAt: MONDAY,
        answeredAt: MONDAY + HOUR,
        observedUntil: MONDAY + 5 * DAY,
      })),
      caseMessages: words.flatMap(([caseId, , later]) =>
        [0, 1, 2].slice(0, 2 + Number(later > 0)).map((k) => ({ caseId, messageId: `${caseId}${k}` })),
      ),
    });
    const metric = await waitingCases(corpus);
    expect([metric.value, metric.interval?.low, metric.interval?.high]).toEqual([0, 0, 1]);
    expect(metric.limits?.en).toContain('1 complaint is not counted though the customer had the last word');
  });

  it('are counted by channel, driver and week, as a corpus of each would', async () => {
    const week = MONDAY + 7 * DAY;
    const corpus = await corpusOf([
      { waitingSince: MONDAY + DAY, driver: 'delivery' },
      { waitingSince: MONDAY + DAY, driver: 'delivery', firstChannel: 'chat', answeredAt: null },
      { waitingSince: week, driver: 'price', openedAt: week },
      { driver: 'price' },
    ]);
    const told = async (by: 'channel' | 'driver' | 'week') =>
      (await waitingCases(corpus, { by })).rows().map((row) => [row[by as never], row.value, row.n]);
    // nobody is seen to answer chats
    expect(await told('channel')).toEqual([['email', 2, 3]]);
    expect(await told('driver')).toEqual([
      ['delivery', 1, 1],
      ['price', 1, 2],
    ]);
    expect(await told('week')).toEqual([
      ['2026-W03', 1, 2],
      ['2026-W04', 1, 1],
    ]);
    const part = corpus.where({ driver: 'delivery' });
    expect((await waitingCases(part)).value).toBe(1);
    part.close();
  });

  it('are counted in each group where the replies of the whole channel are seen', async () => {
    // one reply in ten meets no message: few of the channel, many of a driver's own cases
    const cases = Array.from({ length: 10 }, (_, k) => ({
      waitingSince: MONDAY + DAY,
      driver: k < 5 ? 'price' : 'delivery',
    }));
    const corpus = await corpusOf(cases, true, ['orphan']);
    const rows = (await waitingCases(corpus, { by: 'driver' })).rows();
    expect(rows.map(({ driver, value }) => [driver, value])).toEqual([
      ['delivery', 5],
      ['price', 5],
    ]);
  });

  it('are none of those that only thank or praise, though nobody answered', async () => {
    const corpus = await fakeCorpus({
      messages: [
        ['praise', 'positive', []],
        ['thanks', 'neutral', ['thanks']],
        ['asks', 'positive', ['question']],
        ['neutral', 'neutral', []],
        ['answered', 'neutral', ['question']],
      ].flatMap(([messageId, sentiment, intents]) => ({
        messageId: messageId as string,
        sentiment: sentiment as 'neutral',
        intents: intents as string[],
        stage: 'private' as const,
        channel: 'email',
        authorKey: messageId as string,
        speech: 'own' as const,
        sentAt: MONDAY,
      })),
      cases: ['praise', 'thanks', 'asks', 'neutral', 'answered'].map((caseId) => ({
        caseId,
        firstChannel: 'email',
        complaint: false,
        openedAt: MONDAY,
        observedUntil: MONDAY + 5 * DAY,
        ...(caseId === 'answered' ? { answeredAt: MONDAY + HOUR } : { waitingSince: MONDAY }),
      })),
      caseMessages: ['praise', 'thanks', 'asks', 'neutral', 'answered'].map((id) => ({
        caseId: id,
        messageId: id,
      })),
    });
    const metric = await waitingCases(corpus);
    expect([metric.value, metric.n, metric.rows().map(({ caseId }) => caseId)]).toEqual([
      0,
      0,
      ['asks', 'neutral'],
    ]);
  });

  it('are dormant after sixty days', async () => {
    const since = MONDAY + DAY;
    const corpus = await corpusOf([
      { waitingSince: since, observedUntil: since + 60 * DAY },
      { waitingSince: since, observedUntil: since + 60 * DAY + 1 },
    ]);
    const metric = await waitingCases(corpus);
    expect([metric.value, metric.n, metric.rows().map(({ caseId }) => caseId)]).toEqual([1, 2, ['c0']]);
    // how many are left out is said, and since when the oldest waits
    expect(metric.limits?.en).toContain(
      '1 case, silent for more than 60 days after a word that waited, is not counted; the oldest waited on 13 January 2026.',
    );
    expect(metric.limits?.fr).toMatch(
      /1.dossier, sans un mot depuis plus de 60 jours .* le 13.janvier.2026\./,
    );
  });

  it('count open hours alone where they are given', async () => {
    // Friday 17:00 to Monday 10:00 in Paris
    const corpus = await corpusOf([
      { waitingSince: MONDAY + 4 * DAY + 7 * HOUR, observedUntil: MONDAY + 7 * DAY },
    ]);
    const businessHours = { days: [1, 2, 3, 4, 5], from: 9, to: 18 };
    const metric = await waitingCases(corpus, { businessHours, zone: 'Europe/Paris' });
    expect(metric.rows()[0]?.waitingHours).toBe(2);
    expect(metric.denominator.fr).toMatch(/en heures d’ouverture$/);
  });

  it('are not known where no reply is seen', async () => {
    const corpus = await corpusOf([{ waitingSince: MONDAY, answeredAt: null }], false);
    const metric = await waitingCases(corpus);
    expect([metric.value, metric.notMeasured?.en]).toEqual([
      null,
      'no open private case on a channel whose replies are seen',
    ]);
  });
});
