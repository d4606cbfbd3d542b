import { describe, expect, it } from 'vitest';
import { PUBLIC } from '../../../src/cases/messages/case-message.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';

const HOUR = 3_600_000;
const grouped = (...messages: Parameters<typeof caseMessage>[0][]): number[][] =>
  buildUnits(messages.map(caseMessage)).map((unit) => unit.messages);

const OPENING = { cue: 'opens', drivers: 1, words: [1, 2, 3, 4, 5, 6, 7, 8] } as const;
const RECALL = { cue: 'goes on', complaint: false, words: [9] } as const;

describe('buildUnits', () => {
  it('gives a reply to what it answers, through other replies', () => {
    expect(
      grouped(
        { row: 0, stage: PUBLIC, author: 1, thread: 7 },
        { row: 1, stage: PUBLIC, author: 2, thread: 7 },
        { row: 2, stage: PUBLIC, outbound: true, thread: 7, parent: 1 },
        { row: 3, stage: PUBLIC, outbound: true, thread: 7, parent: 3 },
      ),
    ).toEqual([[0, 2, 3], [1]]);
  });

  it('gives a second reply below a comment to the last complaint there that has none', () => {
    // below the comment of 1: a question of 2, complaints of 3 and 4; three replies, all filed under the comment
    const below = { stage: PUBLIC, thread: 7, parent: 1 };
    const rows = [
      { row: 0, stage: PUBLIC, author: 1, thread: 7, sentAt: 0 },
      { row: 1, ...below, author: 2, complaint: false, sentAt: 1 },
      { row: 2, ...below, author: 3, sentAt: 2 },
      { row: 3, ...below, author: 4, sentAt: 3 },
      ...[4, 5, 6].map((row) => ({ row, ...below, outbound: true, sentAt: row })),
    ];
    expect(grouped(...rows)).toEqual([[0, 4], [1], [2, 6], [3, 5]]);
    // who wrote again has the next reply, and one too many goes to the comment
    const again = { row: 7, stage: PUBLIC, author: 1, thread: 7, sentAt: 7 };
    const last = { row: 8, ...below, outbound: true, sentAt: 8 };
    expect(grouped(...rows, again, last)[0]).toEqual([0, 4, 7, 8]);
    expect(grouped(...rows, { ...last, row: 7 })[0]).toEqual([0, 4, 7]);
  });

  it('gives a reply that names nothing to the only customer of its thread, to nobody where there are two', () => {
    expect(
      grouped(
        { row: 0, stage: PUBLIC, author: 1, thread: 7 },
        { row: 1, stage: PUBLIC, outbound: true, thread: 7 },
        { row: 2, stage: PUBLIC, author: 1, thread: 8 },
        { row: 3, stage: PUBLIC, author: 2, thread: 8 },
        { row: 4, stage: PUBLIC, outbound: true, thread: 8 },
      ),
    ).toEqual([[0, 1], [2], [3]]);
  });

  it('keeps comments without an author apart, and those of one author in one unit, thread or not', () => {
    expect(
      grouped(
        { row: 0, stage: PUBLIC, author: 0, thread: 0 },
        { row: 1, stage: PUBLIC, author: 0, thread: 0 },
        { row: 2, stage: PUBLIC, author: 5, thread: 0 },
        { row: 3, stage: PUBLIC, author: 5, thread: 0 },
        { row: 4, stage: PUBLIC, author: 5, thread: 7 },
        { row: 5, stage: PUBLIC, author: 0, thread: 8 },
        { row: 6, stage: PUBLIC, outbound: true, thread: 8 },
        { row: 7, stage: PUBLIC, outbound: true, thread: 0 },
      ),
    ).toEqual([[0], [1], [2, 3], [4], [5]]);
  });

  it('cuts a chat where another matter opens, neither a mail nor what a customer adds or recalls', () => {
    // in the other chats people open at length and recall in a word
    const others = Array.from({ length: 12 }, (_, at) => [
      { row: 10 + 2 * at, thread: 50 + at, ...OPENING, sentAt: 0 },
      { row: 11 + 2 * at, thread: 50 + at, ...RECALL, sentAt: 26 * HOUR },
    ]).flat();
    const talk = (chat: boolean): number[][] =>
      grouped(
        ...[
          { row: 0, thread: 7, chat, ...OPENING, sentAt: 0 },
          { row: 1, thread: 7, chat, ...OPENING, sentAt: HOUR / 2 },
          { row: 2, thread: 7, chat, ...RECALL, sentAt: 30 * HOUR },
          { row: 3, thread: 7, chat, ...OPENING, sentAt: 80 * HOUR },
          { row: 4, thread: 7, chat, ...RECALL, sentAt: 90 * HOUR },
          ...others,
        ].toSorted((a, b) => a.sentAt - b.sentAt),
      ).filter((unit) => unit.length !== 2 || unit[0] === 0);
    const lengths = (units: number[][]): number[] => units.map(({ length }) => length);
    expect(lengths(talk(false))).toEqual([5]);
    expect(lengths(talk(true)).toSorted((a, b) => b - a)).toEqual([3]);
  });

  it('cuts a conversation after two weeks of silence, and leaves out what holds no customer', () => {
    expect(
      grouped(
        { row: 0, thread: 7 },
        { row: 1, thread: 7, outbound: true, sentAt: HOUR },
        { row: 2, thread: 7, sentAt: 20 * 24 * HOUR },
        { row: 3, thread: 9, outbound: true, sentAt: 20 * 24 * HOUR },
      ),
    ).toEqual([[0, 1], [2]]);
  });

  it('keeps who waits in one conversation, until the brand answers at last; not who has an answer, nor another matter of a chat', () => {
    const days = (count: number): number => count * 24 * HOUR;
    const asked = { row: 0, thread: 7 };
    const late = { row: 1, thread: 7, outbound: true, sentAt: days(25) };
    expect(grouped(asked, late)).toEqual([[0, 1]]);
    expect(
      grouped(asked, { row: 1, thread: 7, sentAt: days(20) }, { ...late, row: 2, sentAt: days(40) }),
    ).toEqual([[0, 1, 2]]);
    const receipt = { row: 1, thread: 7, outbound: true, automatic: true, sentAt: 60_000 };
    expect(grouped(asked, receipt, { ...late, row: 2 })).toEqual([[0, 1, 2]]);
    expect(grouped(asked, { ...late, sentAt: days(70) })).toEqual([[0]]);
    const reply = { row: 1, thread: 7, outbound: true, sentAt: HOUR };
    expect(grouped(asked, reply, { ...late, row: 2 })).toEqual([[0, 1]]);
  });
});
