import { describe, expect, it } from 'vitest';
import type { CaseMessage } from '../../../src/cases/messages/case-message.js';
import { learnProtests } from '../../../src/cases/timeline/protest-odds.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { caseMessage } from '../case-messages.js';

type Fields = Omit<Parameters<typeof caseMessage>[0], 'row' | 'sentAt'>;
const opening: Fields = { complaintChance: 0.9 };
const answer: Fields = { outbound: true, complaint: false };
const quiet: Fields = { complaint: false, protests: false };

/** What is learnt of so many threads of the same messages, one an hour, says of one more message. */
function protestIn(threads: number, fields: readonly Fields[], one: Fields): boolean {
  const messages = Array.from({ length: threads }, (_, thread) =>
    fields.map((own, at): CaseMessage => {
      const row = thread * fields.length + at;
      return caseMessage({ ...own, row, thread: thread + 1, sentAt: row * 3_600_000 });
    }),
  ).flat();
  return learnProtests(messages, buildUnits(messages))(caseMessage({ ...one, row: 0 }));
}

describe('learnProtests', () => {
  const doubtful: Fields = { complaint: false, complaintChance: 0.35, protests: true };
  const crowd = (...later: Fields[]): Fields[] => [opening, answer, ...later];

  it('takes for a protest what says in so many words that nothing is settled, never what only thanks', () => {
    expect(protestIn(1, [opening], { ...quiet, outcome: 'unsettled' })).toBe(true);
    expect(protestIn(1, [opening], { ...opening, protests: false, thanks: true })).toBe(false);
  });

  it('takes words of a protest for one that the model hardly sees, unless the message gives what agents ask for', () => {
    const given: Fields = { ...quiet, complaintChance: 0.3, informs: true };
    const lessons = crowd(given, { ...doubtful, complaintChance: 0.6 });
    expect(protestIn(40, lessons, doubtful)).toBe(true);
    expect(protestIn(40, lessons, { ...quiet, complaintChance: 0.9, informs: true })).toBe(false);
    expect(protestIn(40, lessons, { ...quiet, complaintChance: 0.05 })).toBe(false);
  });

  it('asks for more the rarer protests are after an answer', () => {
    const given: Fields = { ...quiet, complaintChance: 0.1, informs: true };
    expect(protestIn(60, crowd(given, given, given, given), { ...quiet, complaintChance: 0.6 })).toBe(false);
    expect(protestIn(60, crowd({ ...quiet, outcome: 'unsettled' }), { ...quiet, complaintChance: 0.6 })).toBe(
      true,
    );
  });

  it('learns nothing from an acknowledgement that no person wrote', () => {
    const machine: Fields[] = [opening, { ...answer, automatic: true }, { ...quiet, complaintChance: 0.1 }];
    expect(protestIn(60, machine, doubtful)).toBe(protestIn(60, [opening], doubtful));
  });
});
