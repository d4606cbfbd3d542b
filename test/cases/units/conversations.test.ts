import { describe, expect, it } from 'vitest';
import { PUBLIC } from '../../../src/cases/messages/case-message.js';
import { conversationsOf } from '../../../src/cases/units/conversations.js';
import { caseMessage } from '../case-messages.js';

const DAY = 86_400_000;
const of = (...messages: Parameters<typeof caseMessage>[0][]): number[] => [
  ...conversationsOf(messages.map(caseMessage)),
];

describe('conversationsOf', () => {
  it('joins by thread, and follows a chain whose mails are each of another thread', () => {
    // Mail 1 answers 0, 2 answers 1, 3 forks from 0; each mail names its own thread.
    expect(
      of(
        { row: 0, thread: 70 },
        { row: 1, thread: 71, parent: 1, outbound: true },
        { row: 2, thread: 72, parent: 2 },
        { row: 3, thread: 73, parent: 1, outbound: true },
        { row: 4, thread: 74 },
        { row: 5, thread: 74 },
      ),
    ).toEqual([0, 0, 0, 0, 4, 4]);
  });

  it('joins two answers to a mail that is not in the exports', () => {
    expect(of({ row: 0, parent: 900 }, { row: 1, parent: 900, outbound: true })).toEqual([0, 0]);
  });

  it('tells customers apart who answer one newsletter, in the exports or not, with what they are answered', () => {
    const mail = { thread: 50, subject: 8 };
    const both = (newsletter: Parameters<typeof caseMessage>[0][]): number[] =>
      of(
        ...newsletter,
        { row: 1, email: 5, recipient: 9, parent: 900, ...mail },
        { row: 2, email: 6, recipient: 9, parent: 900, ...mail },
        { row: 3, email: 9, recipient: 5, parent: 2, outbound: true, ...mail },
        { row: 4, email: 9, recipient: 6, parent: 3, outbound: true, ...mail },
        { row: 5, email: 7, recipient: 9, parent: 900, ...mail },
      );
    expect(both([])).toEqual([0, 1, 0, 1, 4]);
    expect(both([{ row: 899, id: 900, outbound: true, recipient: 4, thread: 50 }])).toEqual([
      0, 1, 2, 1, 2, 5,
    ]);
  });

  it('keeps a couple in one conversation, who both answer a mail that is there', () => {
    expect(
      of(
        { row: 0, email: 5, recipient: 9, thread: 50 },
        { row: 1, email: 9, recipient: 5, thread: 50, parent: 1, outbound: true },
        { row: 2, email: 6, recipient: 9, thread: 50, parent: 2 },
      ),
    ).toEqual([0, 0, 0]);
  });

  it('joins a reply without any reference to the mail of its subject and person, within a month', () => {
    expect(
      of(
        { row: 0, email: 5, subject: 8 },
        { row: 1, recipient: 5, subject: 8, outbound: true, sentAt: 2 * DAY },
        { row: 2, recipient: 6, subject: 8, outbound: true, sentAt: 2 * DAY },
        { row: 3, email: 5, subject: 8, sentAt: 60 * DAY },
      ),
    ).toEqual([0, 0, 2, 3]);
  });

  it('joins messages without a thread by their author, not those of the brand, and leaves the public out', () => {
    expect(
      of(
        { row: 0, author: 4 },
        { row: 1, author: 4 },
        { row: 2, author: 9, outbound: true },
        { row: 3, author: 9, outbound: true },
        { row: 4, author: 4, stage: PUBLIC },
      ),
    ).toEqual([0, 0, 2, 3, -1]);
  });
});
