import { describe, expect, it } from 'vitest';
import { DEFAULT_M } from '../../../src/cases/pairs/assumed-agreement.js';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { FIELDS } from '../../../src/cases/pairs/comparison.js';
import { chanceOfAny, learnByWay } from '../../../src/cases/weights/pair-ways.js';
import { wayOf, WAYS } from '../../../src/cases/pairs/ways.js';
import { buildUnits, type Unit } from '../../../src/cases/units/units.js';
import { inverseDocumentFrequency } from '../../../src/cases/messages/word-hashes.js';
import { caseMessage } from '../case-messages.js';

const HOUR = 3_600_000;
const unitsOf = (...fields: Partial<CaseMessage>[]): Unit[] =>
  buildUnits(fields.map((one, row) => caseMessage({ row, thread: 100 + row, author: 200 + row, ...one })));

describe('wayOf', () => {
  it('tells out of private from back, and both from what stays on a side', () => {
    const [own, open] = unitsOf({}, { stage: PUBLIC, sentAt: HOUR }) as [Unit, Unit];
    expect([wayOf(own, open), wayOf(open, own), wayOf(own, own), wayOf(open, open)]).toEqual([
      'out',
      'back',
      'private',
      'public',
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
    const learnt = learnByWay([], units, inverseDocumentFrequency([]), [], 1);
    for (const way of WAYS) expect(Math.abs((learnt[way].u.driver[0] ?? 0) - 0.5)).toBeLessThan(0.06);
  });

  it('counts pairs by what both sides show', () => {
    // 10 private units on a driver, 6 public ones of which half show one
    const units = unitsOf(
      ...Array.from({ length: 16 }, (_, at) => ({
        sentAt: at * HOUR,
        drivers: at < 10 || at % 2 === 0 ? 1 : 0,
        ...(at < 10 ? {} : { stage: PUBLIC }),
      })),
    );
    const { shown } = learnByWay([], units, inverseDocumentFrequency([]), [], 1).out;
    // brand and gap are the bits 1 and 16, the driver 2
    expect([...shown.keys()].toSorted()).toEqual([17, 19]);
    expect((shown.get(17) ?? 0) + (shown.get(19) ?? 0)).toBeCloseTo(60, 10);
    expect(Math.abs((shown.get(19) ?? 0) - 30)).toBeLessThan(6);
  });

  it('learns how alike two matters of a person in private and public are, whichever came first', () => {
    // ten people write in public, and 40 days later in private, always on their own subject
    const messages = Array.from({ length: 20 }, (_, at) =>
      caseMessage({
        row: at,
        thread: 100 + at,
        author: 200 + (at % 10),
        drivers: 1 << (at % 10),
        sentAt: (at % 10) * HOUR + (at < 10 ? 0 : 960 * HOUR),
        ...(at < 10 ? { stage: PUBLIC } : {}),
      }),
    );
    const { out, back } = learnByWay(messages, buildUnits(messages), inverseDocumentFrequency([]), [], 1);
    // 10 of 10 beside 5 of strangers and half a pair a level
    for (const { o, u } of [out, back])
      expect(o.driver[0]).toBeCloseTo((10 + (5 * (5 * (u.driver[0] ?? 0) + 0.5)) / 6) / 15, 10);
  });

  it('learns how alike one person’s matters are from those too far apart to be one', () => {
    // ten people write twice, 40 days apart, always on their own subject; strangers share it once in ten times
    const messages = Array.from({ length: 20 }, (_, at) =>
      caseMessage({
        row: at,
        thread: 100 + at,
        author: 200 + (at % 10),
        drivers: 1 << (at % 10),
        sentAt: (at % 10) * HOUR + (at < 10 ? 0 : 960 * HOUR),
      }),
    );
    const { o, u } = learnByWay(messages, buildUnits(messages), inverseDocumentFrequency([]), [], 1).private;
    // 10 of 10 beside 5 of strangers and half a pair a level
    expect(o.driver[0]).toBeCloseTo((10 + (5 * (5 * (u.driver[0] ?? 0) + 0.5)) / 6) / 15, 10);
    expect(u.driver[0]).toBeLessThan(0.2);
  });

  it('learns from mails how long people wait before they write again, not from chats', () => {
    const learnt = (chat: boolean): number => {
      const messages = Array.from({ length: 60 }, (_, at) =>
        caseMessage({
          row: at,
          thread: 100 + Math.floor(at / 2),
          author: 200 + at,
          chat,
          sentAt: Math.floor(at / 2) * HOUR + (at % 2) * 48 * HOUR,
        }),
      ).toSorted((a, b) => a.sentAt - b.sentAt);
      return (
        learnByWay(messages, buildUnits(messages), inverseDocumentFrequency([]), [], 1).private.m.gap[2] ?? 0
      );
    };
    // 30 of 30 within one to three days, beside what is assumed (.22) for 20 pairs
    expect(learnt(false)).toBeCloseTo((30 + 20 * 0.22) / 50, 10);
    expect(learnt(true)).toBeCloseTo(0.22, 10);
  });

  it('takes one person’s matters in private and public for as far apart as anybody’s messages', () => {
    const units = unitsOf(
      ...Array.from({ length: 40 }, (_, at) => ({
        sentAt: at * HOUR,
        ...(at % 2 === 0 ? {} : { stage: PUBLIC }),
      })),
    );
    const { out, back } = learnByWay([], units, inverseDocumentFrequency([]), [], 1);
    for (const { o, u } of [out, back]) expect(o.gap).toEqual(u.gap);
  });

  it('is the same every time', () => {
    const units = unitsOf({ drivers: 1 }, { stage: PUBLIC, drivers: 1, sentAt: HOUR });
    const learn = () => learnByWay([], units, inverseDocumentFrequency([]), [], 1);
    expect(learn()).toEqual(learn());
  });
});

describe('chanceOfAny', () => {
  const own = { m: DEFAULT_M, u: DEFAULT_M, o: DEFAULT_M, prior: 0.01, other: 0 };
  /** Odds of 9 beside the prior of 1 in 100: 0.01 × 891 to 0.99. */
  const pairs = (count: number) => [{ levels: new Uint8Array(FIELDS.length), rarity: Math.log2(891), count }];

  it('doubts a way on which one pair lies, where many cases go the other way', () => {
    // the pair is ten times as likely with its share of 0.9 as without: 10 × e^−0.9 / √(1 + 0.9 + 47.1) = 0.58
    const odds = (10 * Math.exp(-0.9)) / 7;
    expect(chanceOfAny(pairs(1), own, 47.1)).toBeCloseTo(odds / (1 + odds), 10);
  });

  it('believes it where several do, and without a pair takes it for the less likely the more go the other way', () => {
    // six times: (10 × e^−0.9)⁶ / √(1 + 5.4 + 47.1)
    const six = (10 * Math.exp(-0.9)) ** 6 / Math.sqrt(53.5);
    expect(chanceOfAny(pairs(6), own, 47.1)).toBeCloseTo(six / (1 + six), 10);
    expect(chanceOfAny([], own, 48)).toBeCloseTo(1 / 8, 10);
    expect(chanceOfAny([], own, 0)).toBe(0.5);
  });
});
