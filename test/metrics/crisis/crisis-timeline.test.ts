import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { crisisSheets } from '../../../src/metrics/crisis/crisis-sheets.js';
import { crisisTimeline } from '../../../src/metrics/crisis/crisis-timeline.js';
import { demoRows } from '../../simulate/demo-world.js';
import { fakeCorpus } from '../fake-corpus.js';

const DAY = 86_400_000;
const dayOf = (at: Date): number => Date.parse(at.toISOString().slice(0, 10));

/** The planted crises, that of April told again in the days of that of March. */
function overlapping(): ReturnType<typeof demoRows> {
  const rows = demoRows('agri-food');
  const [from, to] = [Date.UTC(2026, 3, 14), Date.UTC(2026, 3, 18)];
  const again = rows.flatMap((row) => {
    const at = row.sentAt ?? 0;
    return at >= from && at < to && row.drivers.includes('taste')
      ? [{ ...row, messageId: `again:${row.messageId}`, sentAt: at - 40 * DAY }]
      : [];
  });
  return [...rows, ...again];
}

describe('the days of crises', () => {
  let corpus: CorpusTables & { close(): void };
  let sheets: Awaited<ReturnType<Awaited<ReturnType<typeof crisisSheets>>['rows']>>;
  let days: Awaited<ReturnType<Awaited<ReturnType<typeof crisisTimeline>>['rows']>>;
  let value: number | null;
  beforeAll(async () => {
    corpus = await fakeCorpus({ messages: overlapping() });
    sheets = (await crisisSheets(corpus, { zone: 'UTC' })).rows();
    const timeline = await crisisTimeline(corpus, { zone: 'UTC' });
    days = timeline.rows();
    value = timeline.value;
  });

  it('are every day of the corpus, then from a week before each sheet to ten days after', () => {
    const all = days.filter(({ sheetId }) => sheetId === null);
    expect(all.reduce((sum, { messages }) => sum + messages, 0)).toBe(value);
    const [first, last] = [all[0]?.day ?? '', all.at(-1)?.day ?? ''].map((day) => Date.parse(day)) as [
      number,
      number,
    ];
    expect(all.length).toBe(1 + (last - first) / DAY);
    const told = sheets.filter(({ brand }) => brand === all[0]?.brand);
    expect(told.length).toBeGreaterThan(1);
    for (const { sheetId, start, end } of told) {
      const own = days.filter((row) => row.sheetId === sheetId);
      expect(Date.parse(own[0]?.day ?? '')).toBe(Math.max(first, dayOf(start) - 7 * DAY));
      expect(Date.parse(own.at(-1)?.day ?? '')).toBe(Math.min(last, dayOf(end) + 10 * DAY));
    }
  });

  it('count what a sheet tells, and nothing that only another tells', () => {
    const all = new Map(days.filter(({ sheetId }) => sheetId === null).map((row) => [row.day, row.messages]));
    let shared = 0;
    for (const { sheetId, start, end, messages } of sheets) {
      const own = days.filter((row) => row.sheetId === sheetId);
      if (own.length === 0) continue;
      const inside = own.filter(
        ({ day }) => Date.parse(day) >= dayOf(start) && Date.parse(day) <= dayOf(end),
      );
      const counted = inside.reduce((sum, row) => sum + row.messages, 0);
      expect(counted).toBeGreaterThanOrEqual(messages);
      for (const row of own) expect(row.messages).toBeLessThanOrEqual(all.get(row.day) ?? 0);
      const total = own.reduce((sum, { day }) => sum + (all.get(day) ?? 0), 0);
      const left = total - own.reduce((sum, row) => sum + row.messages, 0);
      const [from, to] = [own[0]?.day ?? '', own.at(-1)?.day ?? ''].map((day) => Date.parse(day)) as [
        number,
        number,
      ];
      const others = sheets.filter(
        (other) => other.sheetId !== sheetId && dayOf(other.start) <= to && dayOf(other.end) >= from,
      );
      shared += others.length;
      if (others.length > 0) expect(left).toBeGreaterThan(0);
    }
    expect(shared).toBeGreaterThan(0);
  });
});
