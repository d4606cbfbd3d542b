import { describe, expect, it } from 'vitest';
import { conversationsOf } from '../../../src/cases/units/conversations.js';
import { learnOpenings } from '../../../src/cases/units/openings.js';
import { caseMessage } from '../case-messages.js';

const DAY = 86_400_000;

describe('learnOpenings', () => {
  it('learns from first and later messages which look like a first one', () => {
    // twenty conversations: a greeting, long, on a subject; a day later a short word
    const messages = Array.from({ length: 20 }, (_, at) => [
      caseMessage({
        row: 2 * at,
        thread: at + 1,
        sentAt: at * DAY,
        cue: 'opens',
        drivers: 1,
        words: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      }),
      caseMessage({
        row: 2 * at + 1,
        thread: at + 1,
        sentAt: (at + 1) * DAY,
        cue: 'goes on',
        complaint: false,
        words: [1],
      }),
    ])
      .flat()
      .toSorted((a, b) => a.sentAt - b.sentAt);
    const opens = learnOpenings(messages, conversationsOf(messages));
    const first = { row: 100, drivers: 2, words: [1, 2, 3, 4, 5, 6, 7, 8] };
    expect(opens(caseMessage({ ...first, cue: 'opens' }))).toBe(true);
    expect(opens(caseMessage({ row: 101, cue: 'goes on', complaint: false, words: [3] }))).toBe(false);
    // long and on a subject, without a greeting
    expect(opens(caseMessage(first))).toBe(true);
  });

  it('takes nothing for an opening where there is nothing to learn from', () => {
    expect(learnOpenings([], new Int32Array())(caseMessage({ row: 0, cue: 'opens' }))).toBe(false);
  });
});
