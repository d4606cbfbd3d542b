import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { crisisAround } from '../../../src/metrics/crisis/crisis-around.js';
import { crisisSheets } from '../../../src/metrics/crisis/crisis-sheets.js';
import { localDay } from '../../../src/util/zones.js';
import { fakeCorpus } from '../fake-corpus.js';
import { burstRows } from './burst-rows.js';

const DAY = 86_400_000;
const ZONE = 'Europe/Paris';
type Sheet = Awaited<ReturnType<typeof crisisSheets>>['rows'] extends () => readonly (infer Row)[]
  ? Row
  : never;

describe('movements of the whole corpus around a part of it', () => {
  let corpus: CorpusTables;
  let sheets: readonly Sheet[] = [];
  let longest: Sheet;
  const dayOf = (at: Date | number): string => localDay(Number(at), ZONE);
  beforeAll(async () => {
    corpus = await fakeCorpus({ messages: burstRows });
    sheets = (await crisisSheets(corpus)).rows();
    longest = sheets.reduce((best, one) => (one.hours > best.hours ? one : best));
  });

  it('tells the days of one that a day inside is a part of, with the counts of the whole and of the day', async () => {
    const day = dayOf(longest.start.getTime() + DAY);
    expect([dayOf(longest.start) < day, day < dayOf(longest.end)]).toEqual([true, true]);
    const part = corpus.where({ period: day });
    const row = (await crisisAround(part)).rows().find(({ sheetId }) => sheetId === longest.sheetId);
    const inside = (
      await corpus
        .where({ period: day })
        .query(
          `SELECT CAST(count(*) AS DOUBLE) AS n FROM messages WHERE stage = 'public' AND direction = 'inbound'`,
        )
    ).object() as { n: number };
    part.close();
    expect(row).toMatchObject({
      name: longest.name,
      kind: longest.kind,
      start: longest.start,
      end: longest.end,
      messages: longest.messages,
      beganBefore: true,
      goesOn: true,
    });
    expect(row?.messagesInside).toBeGreaterThan(0);
    expect(row?.messagesInside).toBeLessThan(longest.messages);
    expect(row?.messagesInside).toBeLessThanOrEqual(inside.n);
  });

  it('adds up: until a day and from the next hold all its messages', async () => {
    const day = dayOf(longest.start);
    const parts = [corpus.where({ to: day }), corpus.where({ from: dayOf(longest.start.getTime() + DAY) })];
    const told = await Promise.all(
      parts.map(async (part) =>
        (await crisisAround(part)).rows().find(({ sheetId }) => sheetId === longest.sheetId),
      ),
    );
    for (const part of parts) part.close();
    expect(told.map((row) => [row?.beganBefore, row?.goesOn])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(told.reduce((sum, row) => sum + (row?.messagesInside ?? 0), 0)).toBe(longest.messages);
  });

  it('tells one whole inside that the days of the period alone do not show, with all its messages', async () => {
    const told: number[] = [];
    for (const sheet of sheets) {
      const part = corpus.where({ from: dayOf(sheet.start), to: dayOf(sheet.end) });
      const alone = (await crisisSheets(part)).rows().reduce((sum, { messages }) => sum + messages, 0);
      const row = (await crisisAround(part)).rows().find(({ sheetId }) => sheetId === sheet.sheetId);
      part.close();
      if (alone < sheet.messages / 2)
        expect(row).toMatchObject({
          messages: sheet.messages,
          messagesInside: sheet.messages,
          beganBefore: false,
          goesOn: false,
        });
      if (row !== undefined) told.push(row.messages);
    }
    expect(told.length).toBeGreaterThan(0);
  });

  it('tells none of a period that holds them whole with calm around, nor of a day outside of all', async () => {
    const [first, last] = [
      sheets[0]?.start.getTime() ?? 0,
      Math.max(...sheets.map(({ end }) => Number(end))),
    ];
    const whole = corpus.where({ from: dayOf(first - 60 * DAY), to: dayOf(last + 60 * DAY) });
    const calm = Array.from({ length: 180 }, (_, at) => dayOf(first + at * DAY)).find(
      (day) => !sheets.some(({ start, end }) => dayOf(start) <= day && day <= dayOf(end)),
    );
    const outside = corpus.where({ period: calm ?? '' });
    expect([(await crisisAround(whole)).value, (await crisisAround(outside)).value]).toEqual([0, 0]);
    whole.close();
    outside.close();
  });

  it('keeps the other filters: a part of a stage without posts has nothing around it', async () => {
    const part = corpus.where({ stage: 'press' }).where({ period: dayOf(longest.start) });
    const metric = await crisisAround(part);
    part.close();
    expect(metric.value ?? 0).toBe(0);
  });

  it('is not measured on a corpus that no period cuts', async () => {
    const metric = await crisisAround(corpus.where({ stage: 'public' }));
    expect([metric.value, metric.notMeasured?.en]).toEqual([
      null,
      'the corpus is seen whole: nothing is around it',
    ]);
  });
});
