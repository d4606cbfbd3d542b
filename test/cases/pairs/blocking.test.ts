import { describe, expect, it } from 'vitest';
import { visitContext, visitIdentified } from '../../../src/cases/pairs/blocking.js';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';

const DAY = 86_400_000;
type Fields = Partial<CaseMessage>;

/** Pairs visited, as `from-to` by place in time; each message is a unit. */
function pairs(visit: typeof visitIdentified, ...fields: Fields[]): string[] {
  const units = buildUnits(
    fields.map((one, row) => caseMessage({ row, thread: 100 + row, author: 200 + row, ...one })),
  );
  const found: string[] = [];
  visit(units, (from, to) => found.push(`${from}-${to}`));
  return found;
}
const open: Fields = { stage: PUBLIC };

describe('visitIdentified', () => {
  it('meets those who share an identifier within 60 days', () => {
    expect(pairs(visitIdentified, { order: 1 }, { ...open, order: 1, sentAt: 59 * DAY })).toEqual(['0-1']);
    expect(pairs(visitIdentified, { order: 1 }, { ...open, order: 1, sentAt: 61 * DAY })).toEqual([]);
    expect(pairs(visitIdentified, { order: 1 }, { ...open, order: 2, sentAt: DAY })).toEqual([]);
  });

  it('meets a pair once, however much it shares', () => {
    expect(
      pairs(
        visitIdentified,
        { order: 1, email: 2, name: 3 },
        { ...open, order: 1, email: 2, name: 3, sentAt: DAY },
      ),
    ).toEqual(['0-1']);
  });

  it('takes praise of a namesake for none, but not what speaks of something bad or may be misread', () => {
    const praise: Fields = { ...open, name: 3, sentAt: DAY, complaint: false, polarity: 0.5 };
    expect(pairs(visitIdentified, { name: 3 }, praise)).toEqual([]);
    expect(pairs(visitIdentified, { name: 3 }, { ...praise, polarity: -0.5 })).toEqual(['0-1']);
    expect(pairs(visitIdentified, { name: 3 }, { ...praise, polarity: 0.1 })).toEqual(['0-1']);
  });

  it('meets what speaks well and may be irony, but after a complaint that was settled', () => {
    const ironic: Fields = { ...open, name: 3, complaint: false, polarity: 0.5, complaintChance: 0.25 };
    const settled: Fields = { name: 3, thread: 100, author: 200, sentAt: 1, outcome: 'settled' };
    expect(pairs(visitIdentified, { name: 3 }, { ...ironic, sentAt: DAY })).toEqual(['0-1']);
    expect(pairs(visitIdentified, { name: 3 }, settled, { ...ironic, sentAt: DAY })).toEqual([]);
    expect(pairs(visitIdentified, { name: 3, complaint: false, polarity: 0 }, ironic)).toEqual([]);
  });

  it('meets a handle with the name it spells, and no two that only have a short form in common', () => {
    const named = { name: 3, initialLast: 5 };
    expect(pairs(visitIdentified, named, { ...open, spelt: 5, sentAt: DAY })).toEqual(['0-1']);
    expect(pairs(visitIdentified, { spelt: 3 }, { ...open, name: 3, sentAt: DAY })).toEqual(['0-1']);
    expect(pairs(visitIdentified, named, { ...open, name: 4, initialLast: 5, sentAt: DAY })).toEqual([]);
    expect(pairs(visitIdentified, { spelt: 3 }, { ...open, spelt: 3, sentAt: DAY })).toEqual([]);
  });

  it('meets a bounded number: the pairs of 2 n units with one name are no four times those of n', () => {
    const crowd = (n: number): number =>
      pairs(visitIdentified, ...Array.from({ length: n }, (_, at) => ({ name: 3, sentAt: at * 1000 })))
        .length;
    expect(crowd(800) / crowd(400)).toBeLessThan(2.2);
  });
});

describe('visitContext', () => {
  const complaint: Fields = { drivers: 1, brand: 4 };
  it('meets private complaints and public ones on one subject within 14 days, 3 days back', () => {
    expect(pairs(visitContext, complaint, { ...open, ...complaint, sentAt: 13 * DAY })).toEqual(['0-1']);
    expect(pairs(visitContext, complaint, { ...open, ...complaint, sentAt: 15 * DAY })).toEqual([]);
    expect(pairs(visitContext, { ...open, ...complaint }, { ...complaint, sentAt: 2 * DAY })).toEqual([
      '0-1',
    ]);
    expect(pairs(visitContext, { ...open, ...complaint }, { ...complaint, sentAt: 4 * DAY })).toEqual([]);
  });

  it('leaves to the identified those who share one, and other subjects, brands and stages alone', () => {
    const later = { ...open, ...complaint, sentAt: DAY };
    expect(pairs(visitContext, { ...complaint, order: 1 }, { ...later, order: 1 })).toEqual([]);
    expect(pairs(visitContext, complaint, { ...later, drivers: 2 })).toEqual([]);
    expect(pairs(visitContext, complaint, { ...later, brand: 5 })).toEqual([]);
    expect(pairs(visitContext, complaint, { ...complaint, sentAt: DAY })).toEqual([]);
  });
});
