import { describe, expect, it } from 'vitest';
import { PUBLIC, type CaseMessage } from '../../src/cases/case-message.js';
import { learnByWay, wayOf, WAYS } from '../../src/cases/pair-ways.js';
import { buildUnits, type Unit } from '../../src/cases/units.js';
import { inverseDocumentFrequency } from '../../src/cases/word-hashes.js';
import { caseMessage } from './case-messages.js';

const HOUR = 3_600_000;
const unitsOf = (...fields: Partial<CaseMessage>[]): Unit[] =>
  buildUnits(fields.map((one, row) => caseMessage({ row, thread: 100 + row, author: 200 + row, ...one })));

describe('wayOf', () => {
  it('tells out of private from back, and both from within', () => {
    const [own, open] = unitsOf({}, { stage: PUBLIC, sentAt: HOUR }) as [Unit, Unit];
    expect([wayOf(own, open), wayOf(open, own), wayOf(own, own), wayOf(open, open)]).toEqual([
      'out',
      'back',
      'within',
      'within',
    ]);
  });
});

describe('learnByWay', () => {
  it('learns each way on pairs drawn at random: u of the subject is how often two strangers share it', () => {
    // of 40 private and 40 public units half speak of one subject, half of the other
    const units = unitsOf(
      ...Array.from({ length: 80 }, (_, at) => ({
        drivers: at % 4 < 2 ? 1 : 2,
        sentAt: at * HOUR,
        ...(at % 2 === 0 ? {} : { stage: PUBLIC }),
      })),
    );
    const learnt = learnByWay(units, inverseDocumentFrequency([]), [], 1);
    for (const way of WAYS) expect(Math.abs((learnt[way].u.driver[0] ?? 0) - 0.5)).toBeLessThan(0.06);
  });

  it('is the same every time', () => {
    const units = unitsOf({ drivers: 1 }, { stage: PUBLIC, drivers: 1, sentAt: HOUR });
    const learn = () => learnByWay(units, inverseDocumentFrequency([]), [], 1);
    expect(learn()).toEqual(learn());
  });
});
