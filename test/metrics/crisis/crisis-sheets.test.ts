import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { crisisBursts } from '../../../src/metrics/crisis/crisis-bursts.js';
import { crisisSheets } from '../../../src/metrics/crisis/crisis-sheets.js';
import type { Case, DriverId } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { BURST_START, burstRows } from './burst-rows.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Row = Record<string, unknown>;

describe('the sheet of a burst', () => {
  // what private cases say of it is told by hand in causes.test.ts and run-up.test.ts, planted worlds are found again in test/recoveries
  let corpus: CorpusTables;
  let sheets: Row[] = [];
  const start = BURST_START;
  beforeAll(async () => {
    const cases: Partial<Case>[] = [48, 20].map((before) => ({
      openedAt: start - before * HOUR,
      observedUntil: start + 40 * DAY,
      driver: 'safety',
      drivers: ['safety'],
    }));
    corpus = await fakeCorpus({ messages: burstRows, cases });
    sheets = (await crisisSheets(corpus)).table.objects() as Row[];
  });

  it('counts its messages, articles and hours', () => {
    // 120 on its subject and the one critical customer of each of its four days
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({
      kind: 'crisis',
      stage: 'press',
      drivers: ['safety'],
      messages: 124,
      authors: 124,
      start: new Date(start),
      articles: 1,
      firstArticleAt: new Date(start + 2 * DAY),
      articleDelayHours: 48,
      sources: ['Le Courrier des Halles'],
      seenBefore: true,
      privateCases: 2,
      firstPrivateAt: new Date(start - 2 * DAY),
      warningHours: 48,
    });
  });

  it('lists bursts: the total before its drivers, the counts of the messages', async () => {
    const bursts = (await crisisBursts(corpus)).table.objects() as Row[];
    const drivers = bursts.map(({ driver }) => driver);
    expect(drivers).toEqual(drivers.toSorted((a, b) => Number(a !== null) - Number(b !== null)));
    expect(bursts.find(({ level }) => level === 2)).toMatchObject({ driver: null, messages: 124 });
    expect(bursts.find(({ driver }) => driver === 'safety')).toMatchObject({ level: 2, messages: 120 });
  });

  it('lets a person set the cluster', async () => {
    const id = String(sheets[0]?.['sheetId']);
    const row = (
      (await crisisSheets(corpus, { clusters: { [id]: 'intentional' } })).table.objects() as Row[]
    )[0];
    expect([row?.['cluster'], row?.['clusterBy'], row?.['clusterEvidence']]).toEqual([
      'intentional',
      'person',
      [],
    ]);
  });
});

describe('few voices, but an article', () => {
  it('takes the subject from the articles, what they name first before the rest', async () => {
    const voices = [1, 2].map((n) => ({
      messageId: `v${n}`,
      stage: 'public' as const,
      sentiment: 'negative' as const,
      drivers: ['after-sales' as const],
      sentAt: (20 + n) * DAY,
    }));
    const article = (n: number, drivers: readonly DriverId[]) => ({
      messageId: `a${n}`,
      stage: 'press' as const,
      kind: 'article' as const,
      sentiment: 'negative' as const,
      drivers,
      sentAt: (24 + n) * DAY,
    });
    const corpus = await fakeCorpus({
      messages: [
        ...voices,
        article(1, ['animal-welfare', 'after-sales', 'price']),
        article(2, ['animal-welfare', 'producer-pay']),
      ],
      caseMessages: voices.map(({ messageId }) => ({ caseId: `case:${messageId}`, messageId })),
      transitions: voices.map(({ messageId }) => ({
        caseId: `case:${messageId}`,
        from: 'public',
        to: 'press',
        at: 25 * DAY,
        delayHours: 1,
        messageId: 'a1',
      })),
    });
    const rows = (await crisisSheets(corpus)).table.objects() as Row[];
    expect(rows.map((row) => [row['kind'], row['drivers'], row['messages'], row['articles']])).toEqual([
      ['reported', ['animal-welfare'], 2, 2],
    ]);
  });
});

describe('degenerate corpora', () => {
  it('say why', async () => {
    for (const messages of [
      [],
      [{ sentAt: null, sentiment: 'negative' as const }],
      [{ sentAt: DAY, dayOnly: true, sentiment: 'negative' as const }],
      [{ sentAt: DAY, stage: 'private' as const, sentiment: 'negative' as const }],
    ]) {
      const corpus = await fakeCorpus({ messages });
      const [bursts, sheets] = [await crisisBursts(corpus), await crisisSheets(corpus)];
      expect([bursts.value, sheets.value]).toEqual([null, null]);
      expect(bursts.notMeasured?.fr).toMatch(/il faut au moins 5 messages/);
      expect(sheets.notMeasured).toEqual({
        fr: 'aucun message public critique daté à l’heure',
        en: 'no critical public message with an hour',
      });
    }
  });

  it('equal times and few messages make no burst and no sheet', async () => {
    const corpus = await fakeCorpus({
      messages: Array.from({ length: 12 }, () => ({ sentAt: DAY, sentiment: 'negative' as const })),
    });
    const [bursts, sheets] = [await crisisBursts(corpus), await crisisSheets(corpus)];
    expect([bursts.value, bursts.n, sheets.value]).toEqual([0, 12, 0]);
  });
});
