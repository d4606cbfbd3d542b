import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { crisisBursts } from '../../../src/metrics/crisis/crisis-bursts.js';
import { crisisSheets } from '../../../src/metrics/crisis/crisis-sheets.js';
import type { Case, DriverId } from '../../../src/model/index.js';
import { demoRows, demoWorld } from '../../simulate/demo-world.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Row = Record<string, unknown>;

describe.each(['agri-food', 'retail'] as const)('crisis sheets of planted crises, %s', (sector) => {
  const { truth } = demoWorld(sector);
  let corpus: CorpusTables & { close(): void };
  let sheets: Row[] = [],
    bursts: Row[] = [];
  beforeAll(async () => {
    const cases = truth.cases.map((one): Partial<Case> => ({
      caseId: one.caseId,
      firstStage: 'private',
      openedAt: one.openedAt,
      answeredAt: one.answeredAt,
      driver: one.driver,
      drivers: [one.driver],
      observedUntil: truth.observedUntil,
      complaint: true,
    }));
    corpus = await fakeCorpus({ messages: demoRows(sector), cases });
    sheets = (await crisisSheets(corpus)).table.objects() as Row[];
    bursts = (await crisisBursts(corpus)).table.objects() as Row[];
  });
  afterAll(() => corpus.close());
  const sheetOf = (driver: string, from: number): Row | undefined =>
    sheets.find(
      (row) => (row['drivers'] as string[])[0] === driver && Math.abs(Number(row['start']) - from) < 4 * DAY,
    );

  it('has one sheet for each planted crisis, at the stage it reached', () => {
    // Four voices about delivery drown among the usual ones: without a link to a case no count can tell them.
    for (const { kind, driver, firstPublicAt, firstArticleAt } of truth.crises.filter(
      (crisis) => sector === 'agri-food' || crisis.kind !== 'quiet',
    )) {
      const sheet = sheetOf(driver, firstPublicAt ?? 0);
      expect(sheet, driver).toBeDefined();
      expect(sheet?.['stage'], driver).toBe(firstArticleAt === null ? 'public' : 'press');
      if (kind === 'storm') expect(sheet?.['kind']).toBe('badBuzz');
      if (kind === 'classic') expect(sheet?.['kind']).toBe('crisis');
      if (firstArticleAt !== null) {
        expect(Number(sheet?.['firstArticleAt'])).toBe(firstArticleAt);
        expect(sheet?.['articleDelayHours']).toBeCloseTo(
          (firstArticleAt - Number(sheet?.['start'])) / HOUR,
          6,
        );
        expect(sheet?.['sources']).not.toEqual([]);
      }
    }
    expect(sheets.length).toBeLessThanOrEqual(truth.crises.length + 2);
  });

  it('finds the private case before the classic crisis', () => {
    const classic = truth.crises.find(({ kind }) => kind === 'classic');
    const sheet = sheetOf(classic?.driver ?? '', classic?.firstPublicAt ?? 0);
    const planted = truth.cases
      .filter(({ crisisId }) => crisisId === classic?.crisisId)
      .map(({ openedAt }) => openedAt);
    expect(Math.abs(Number(sheet?.['firstPrivateAt']) - Math.min(...planted)) / DAY).toBeLessThan(4);
    expect(sheet?.['silenceHours']).toBeLessThanOrEqual(Number(sheet?.['warningHours']));
  });

  it('lists bursts: the total before its drivers, the counts of the messages, no NaN', () => {
    const storm = truth.crises.find(({ kind }) => kind === 'storm');
    const total = bursts
      .filter((row) => row['driver'] === null && row['level'] === 2)
      .toSorted((a, b) => Number(b['messages']) - Number(a['messages']))[0];
    expect(Number(total?.['messages'])).toBeGreaterThan(0.5 * (storm?.publicMessages ?? 0));
    for (const row of [...bursts, ...sheets])
      for (const value of Object.values(row))
        expect(typeof value === 'number' && !Number.isFinite(value)).toBe(false);
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
    corpus.close();
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
      corpus.close();
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
    corpus.close();
    expect([bursts.value, bursts.n, sheets.value]).toEqual([0, 12, 0]);
  });
});
