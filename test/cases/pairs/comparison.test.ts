import { describe, expect, it } from 'vitest';
import { compare, FIELDS, LEVELS, type Field } from '../../../src/cases/pairs/comparison.js';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { buildUnits, type Unit } from '../../../src/cases/units/units.js';
import { inverseDocumentFrequency } from '../../../src/cases/messages/word-hashes.js';
import { caseMessage } from '../case-messages.js';

const HOUR = 3_600_000;
const pairOf = (a: Partial<CaseMessage>, b: Partial<CaseMessage>): [Unit, Unit] =>
  buildUnits([
    caseMessage({ row: 1, thread: 1, ...a }),
    caseMessage({ row: 2, author: 9, stage: PUBLIC, ...b }),
  ]) as [Unit, Unit];

const named = (levels: Uint8Array): Partial<Record<Field, string>> =>
  Object.fromEntries(
    FIELDS.flatMap((field, at) => {
      const level = levels[at] ?? 0;
      return level === 0 ? [] : [[field, LEVELS[field][level - 1]]];
    }),
  );

function told(a: Partial<CaseMessage>, b: Partial<CaseMessage>): Partial<Record<Field, string>> {
  const [from, to] = pairOf(a, b);
  return named(compare(from, to, inverseDocumentFrequency([from.words, to.words])));
}

describe('compare', () => {
  it('says nothing of what one side lacks', () => {
    expect(told({ order: 5, brand: 0 }, { sentAt: HOUR })).toEqual({
      gap: 'under 6 h',
      tone: 'against, on none',
      complains: 'complains',
      writesOnDay: 'no more',
    });
  });

  it('tells agreement from disagreement, field by field', () => {
    expect(
      told(
        { order: 5, email: 1, phone: 3, drivers: 1, product: 7, place: 2 },
        { order: 5, email: 2, phone: 3, drivers: 2, product: 7, place: 4, sentAt: 30 * HOUR },
      ),
    ).toEqual({
      order: 'same',
      email: 'other',
      phone: 'same',
      brand: 'same',
      driver: 'other',
      product: 'same',
      place: 'other',
      gap: '1 to 3 d',
      tone: 'against, on a subject',
      complains: 'complains',
      writesOnWeek: 'no more',
    });
  });

  it('meets a handle with the name it spells, and a short name with the long one; two handles by what they are', () => {
    const long = { name: 6, initialLast: 4, firstInitial: 5 };
    for (const other of [{ spelt: 6 }, { spelt: 4 }])
      expect(told(long, { ...other, sentAt: HOUR })).toMatchObject({ spelling: 'same' });
    // cut short it is neither that name nor another
    for (const [name, same] of [
      [5, 'same'],
      [8, 'other'],
    ] as const) {
      const short = told(long, { name, sentAt: HOUR });
      expect(short).toMatchObject({ shortName: same });
      expect(short).not.toHaveProperty('name');
      expect(short).not.toHaveProperty('spelling');
    }
    // an account that shows a short name and spells the whole one is told by the whole one alone
    const both = told(long, { name: 5, spelt: 6, sentAt: HOUR });
    expect(both).toMatchObject({ spelling: 'same' });
    expect(both).not.toHaveProperty('shortName');
    expect(told({ name: 5 }, { name: 8, sentAt: HOUR })).toMatchObject({ name: 'other' });
    expect(told(long, { spelt: 9, sentAt: HOUR })).toMatchObject({ spelling: 'other' });
    // one of their short forms is the same, their names are not; a name beside a handle is told once
    expect(told(long, { ...long, name: 7, sentAt: HOUR })).toMatchObject({ name: 'other' });
    expect(told(long, { ...long, name: 7, sentAt: HOUR })).not.toHaveProperty('spelling');
    expect(told(long, { name: 6, spelt: 9, sentAt: HOUR })).not.toHaveProperty('spelling');
    expect(told({ spelt: 9 }, { spelt: 9, sentAt: HOUR })).not.toHaveProperty('spelling');
  });

  it('takes one account for one fact, not for a handle and a name', () => {
    expect(told({ author: 9, handle: 8, name: 6 }, { handle: 7, name: 6, sentAt: HOUR })).toMatchObject({
      handle: 'same',
    });
    expect(told({ author: 9, handle: 8, name: 6 }, { handle: 7, name: 6, sentAt: HOUR })).not.toHaveProperty(
      'name',
    );
  });

  it('tells how the earlier of two private units stood when the later began', () => {
    const state = (...between: Partial<CaseMessage>[]): string | undefined => {
      const [from, to] = buildUnits([
        caseMessage({ row: 1, thread: 1 }),
        ...between.map((one, at) => caseMessage({ row: 2 + at, thread: 1, sentAt: (1 + at) * HOUR, ...one })),
        caseMessage({ row: 9, thread: 2, sentAt: 9 * HOUR }),
      ]) as [Unit, Unit];
      return LEVELS.state[
        (compare(from, to, inverseDocumentFrequency([]))[FIELDS.indexOf('state')] ?? 0) - 1
      ];
    };
    expect(state()).toBe('unanswered');
    expect(state({ outbound: true, automatic: true })).toBe('unanswered');
    expect(state({ outbound: true })).toBe('answered');
    expect(state({ outbound: true }, { thanks: true, complaint: false })).toBe('settled');
    // nothing of it from private to public: what answering does is measured there
    expect(told({}, { sentAt: HOUR })).not.toHaveProperty('state');
  });

  it('tells whether somebody writes on in private after a public message, by how long after their last word it came', () => {
    const later = (hours: number, last: number): Partial<Record<Field, string>> => {
      const [from, to] = buildUnits([
        caseMessage({ row: 0, thread: 9, author: 5 }),
        caseMessage({ row: 1, stage: PUBLIC, author: 6, sentAt: hours * HOUR }),
        caseMessage({ row: 2, thread: 9, author: 5, sentAt: last * HOUR }),
      ]) as [Unit, Unit];
      return named(compare(from, to, inverseDocumentFrequency([])));
    };
    expect(later(5, 9)).toMatchObject({ writesOnDay: 'writes on' });
    expect(later(30, 40)).toMatchObject({ writesOnWeek: 'writes on' });
    expect(later(200, 300)).toMatchObject({ writesOnLater: 'writes on' });
    expect(told({}, { sentAt: HOUR })).toMatchObject({ writesOnDay: 'no more' });
  });

  it('compares words apart where the subject is the same', () => {
    const words = [11, 12, 13];
    expect(told({ words, drivers: 1 }, { words, drivers: 1, sentAt: HOUR })).toMatchObject({
      subjectWords: '0.5 or more',
    });
    expect(told({ words, drivers: 1 }, { words: [21], drivers: 2, sentAt: HOUR })).toMatchObject({
      words: 'under 0.05',
    });
    expect(told({ words, product: 4 }, { words, product: 4, sentAt: HOUR })).toMatchObject({
      subjectWords: '0.5 or more',
    });
    expect(
      told({ words, drivers: 1, product: 4 }, { words, drivers: 1, product: 4, sentAt: HOUR }),
    ).toMatchObject({ matterWords: '0.5 or more' });
  });

  it('does not compare the words of a later post on no subject', () => {
    const words = [11, 12, 13];
    expect(told({ words, drivers: 1 }, { words: [21], sentAt: HOUR })).not.toHaveProperty('words');
    expect(told({ words }, { words: [21], drivers: 1, sentAt: HOUR })).toMatchObject({ words: 'under 0.05' });
    expect(told({ words, product: 4 }, { words, product: 4, sentAt: HOUR })).toHaveProperty('subjectWords');
  });

  it('compares words apart where the place is the same: its name is among them', () => {
    const words = [11, 12, 13];
    expect(
      told({ words, place: 4, drivers: 1 }, { words, place: 4, drivers: 1, sentAt: HOUR }),
    ).toMatchObject({ placeWords: '0.5 or more' });
  });

  it('tells what is read as speaking of nothing bad by whether it has a subject', () => {
    const calm = { complaint: false, polarity: 0, sentAt: HOUR };
    expect(told({}, { ...calm, drivers: 1 })).toMatchObject({ tone: 'neither, on a subject' });
    expect(told({}, { ...calm, drivers: 0 })).toMatchObject({ tone: 'neither, on none' });
  });

  it('tells whether the private side of a complaint in public complains, and only then whether it writes on', () => {
    const calm = { complaint: false, polarity: 0 },
      post = { sentAt: HOUR };
    expect(told({ ...calm, polarity: -0.5 }, post)).toMatchObject({ complains: 'against' });
    expect(told(calm, post)).toMatchObject({ complains: 'neither' });
    expect(told(calm, post)).not.toHaveProperty('writesOnDay');
    expect(told({}, { ...post, ...calm })).not.toHaveProperty('complains');
    const [, to] = pairOf({}, post);
    expect(named(compare(to, to, inverseDocumentFrequency([])))).not.toHaveProperty('complains');
  });

  it('takes no wait from a private conversation that its writer goes on in', () => {
    const gapOf = (lastAt: number): string | undefined => {
      const [from, to] = buildUnits([
        caseMessage({ row: 1, thread: 1 }),
        ...[
          caseMessage({ row: 2, thread: 2, sentAt: 30 * HOUR }),
          caseMessage({ row: 3, thread: 1, sentAt: lastAt }),
        ].toSorted((a, b) => a.sentAt - b.sentAt),
      ]) as [Unit, Unit];
      return LEVELS.gap[(compare(from, to, inverseDocumentFrequency([]))[FIELDS.indexOf('gap')] ?? 0) - 1];
    };
    expect(gapOf(28 * HOUR)).toBe('under 6 h');
    expect(gapOf(50 * HOUR)).toBe('while it goes on');
  });

  it('counts a wait from the last word before, however long the conversation goes on', () => {
    const [from, to] = buildUnits([
      caseMessage({ row: 1, thread: 1 }),
      caseMessage({ row: 2, author: 9, stage: PUBLIC, sentAt: 30 * HOUR }),
      caseMessage({ row: 3, thread: 1, sentAt: 50 * HOUR, drivers: 0 }),
    ]) as [Unit, Unit];
    const gap = FIELDS.indexOf('gap');
    expect(LEVELS.gap[(compare(from, to, inverseDocumentFrequency([]))[gap] ?? 0) - 1]).toBe('1 to 3 d');
  });
});
