import { describe, expect, it } from 'vitest';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { linkUnits } from '../../../src/cases/links/links.js';
import { inverseDocumentFrequency } from '../../../src/cases/messages/word-hashes.js';
import { compare } from '../../../src/cases/pairs/comparison.js';
import { buildUnits, type Unit } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';
import { sharesOf } from '../pair-levels.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Thirty strangers on each side, on two subjects, then those of the test. */
function read(own: readonly Partial<CaseMessage>[]) {
  const strangers = Array.from({ length: 60 }, (_, at) => ({
    sentAt: at * DAY,
    drivers: 1 << (at % 2),
    name: 5000 + at,
    ...(at % 3 === 0 ? { stage: PUBLIC } : {}),
  }));
  const messages = [...strangers, ...own]
    .map((one, row) => caseMessage({ row, thread: 100 + row, author: 1000 + row, ...one }))
    .toSorted((a, b) => a.sentAt - b.sentAt || a.row - b.row);
  const units = buildUnits(messages);
  return { messages, units, ...linkUnits(messages, units) };
}
function linked(...own: Partial<CaseMessage>[]) {
  const { messages, units, links } = read(own);
  const rowOf = (unit: number): number => (messages[units[unit]?.messages[0] ?? 0]?.row ?? 0) - 60;
  return links.flatMap(({ from, to, ...link }) =>
    rowOf(from) < 0 || rowOf(to) < 0 ? [] : [{ from: rowOf(from), to: rowOf(to), ...link }],
  );
}
const at = 20 * DAY;

describe('linkUnits', () => {
  it('links by an order that both sides show, and says so first', () => {
    const [link] = linked(
      { order: 7, drivers: 4, sentAt: at },
      { order: 7, drivers: 4, stage: PUBLIC, sentAt: at + 5 * HOUR },
    );
    expect(link).toMatchObject({ from: 0, to: 1 });
    expect(link?.probability).toBeGreaterThan(0.95);
    expect(link?.evidence[0]?.field).toBe('order');
  });

  it('says less from private to public than the fields would if each spoke on its own', () => {
    const { units, links, parameters } = read([
      { order: 7, drivers: 4, sentAt: at },
      { order: 7, drivers: 4, stage: PUBLIC, sentAt: at + 5 * HOUR },
    ]);
    const link = links.find(({ probability }) => probability > 0.5);
    const [from, to] = [units[link?.from ?? 0], units[link?.to ?? 0]] as [Unit, Unit];
    const levels = compare(from, to, inverseDocumentFrequency(units.map(({ words }) => words)));
    const { oneCase } = sharesOf({ levels, rarity: -Math.log2(1e-7) }, parameters.out);
    const logOdds = (p: number): number => Math.log(p / (1 - p));
    expect(logOdds(link?.probability ?? 0) / logOdds(oneCase)).toBeCloseTo(0.85, 2);
  });

  it('gives a public message to one case: two that fit alike share it', () => {
    const one = { name: 9, drivers: 4, sentAt: at };
    const links = linked(
      { ...one, email: 1, order: 11 },
      { ...one, email: 2, order: 12 },
      { ...one, stage: PUBLIC, sentAt: at + 5 * HOUR },
    ).filter(({ to }) => to === 2);
    expect(links.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1);
  });

  it('takes a person’s other order for another case', () => {
    const links = linked(
      { email: 3, order: 7, drivers: 4, sentAt: at },
      { email: 3, order: 8, drivers: 8, sentAt: at + 30 * DAY },
    );
    expect(links.every(({ probability }) => probability < 0.5)).toBe(true);
  });

  it('finds nothing between strangers', () => {
    expect(linked({ order: 7, sentAt: at }, { order: 8, stage: PUBLIC, sentAt: at + 40 * DAY })).toEqual([]);
  });

  it('takes a public message before a private case for another matter where its author’s kind comes after cases as often', () => {
    // twelve people, each with a private complaint and a public one, whose distance in hours and subjects are given
    const weighed = (hours: (person: number) => number, same: (person: number) => boolean) =>
      linked(
        ...Array.from({ length: 12 }, (_, person): Partial<CaseMessage>[] => [
          { handle: 7 + person, drivers: 4, sentAt: at + person * DAY },
          {
            handle: 7 + person,
            drivers: same(person) ? 4 : 8,
            stage: PUBLIC,
            sentAt: at + person * DAY + hours(person) * HOUR,
          },
        ]).flat(),
      );
    const first = (links: ReturnType<typeof weighed>): number =>
      links.find(({ from, to }) => from === 1 && to === 0)?.probability ?? 0;
    const allFirst = weighed(
      () => -3,
      () => true,
    );
    expect(allFirst.filter(({ from, to, probability }) => from === to + 1 && probability > 0.9)).toHaveLength(
      12,
    );
    const alone = weighed(
      (person) => (person === 0 ? -100 : 3),
      () => true,
    );
    const amongOthers = weighed(
      (person) => (person === 0 ? -100 : 300 + 60 * person),
      (person) => person === 0,
    );
    expect(first(amongOthers)).toBeLessThan(first(alone) / 2);
  });
});
