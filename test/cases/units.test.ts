import { describe, expect, it } from 'vitest';
import { PUBLIC } from '../../src/cases/case-message.js';
import { buildUnits } from '../../src/cases/units.js';
import { caseMessage } from './case-messages.js';

const HOUR = 3_600_000;
const grouped = (...messages: Parameters<typeof caseMessage>[0][]): number[][] =>
  buildUnits(messages.map(caseMessage)).map((unit) => unit.messages);

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
});
