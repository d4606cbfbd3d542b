import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../../src/engine/corpus-tables.js';
import { crisisBursts } from '../../../../src/metrics/crisis/crisis-bursts.js';
import { crisisSheets } from '../../../../src/metrics/crisis/crisis-sheets.js';
import type { Case } from '../../../../src/model/index.js';
import { demoRows, demoWorld } from '../../../simulate/demo-world.js';
import { fakeCorpus } from '../../../metrics/fake-corpus.js';

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
});
