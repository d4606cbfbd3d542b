import { describe, expect, it } from 'vitest';
import type { CaseMessage } from '../../src/cases/case-message.js';
import { protestFloor } from '../../src/cases/protest-odds.js';
import { buildUnits } from '../../src/cases/units.js';
import { caseMessage } from './case-messages.js';

type Fields = Omit<Parameters<typeof caseMessage>[0], 'row' | 'sentAt'>;
const opening: Fields = { complaintChance: 0.9 };
const answer: Fields = { outbound: true, complaint: false };
const quiet: Fields = { complaint: false, protests: false };

/** The floor of so many threads of the same messages, one an hour. */
function floorOf(threads: number, ...fields: readonly Fields[]): number {
  const messages = Array.from({ length: threads }, (_, thread) =>
    fields.map((one, at): CaseMessage => {
      const row = thread * fields.length + at;
      return caseMessage({ ...one, row, thread: thread + 1, sentAt: row * 3_600_000 });
    }),
  ).flat();
  return protestFloor(messages, buildUnits(messages));
}

describe('protestFloor', () => {
  it('asks for what the words take away where nothing was said after an answer', () => {
    // usual (1 + 0.9) / 3; words in (0.5 + 0.9) / 1.9 of the complaints and (2 − 1.4) / 1.1 of the rest; odds 0.4545 / 0.2632
    expect(floorOf(1, opening)).toBeCloseTo(0.6333, 4);
    expect(floorOf(1, opening, { ...answer, automatic: true })).toBeCloseTo(0.6333, 4);
  });

  it('asks for more the rarer protests are after an answer, never for less than even odds', () => {
    const thanks: Fields = { ...quiet, thanks: true };
    const [few, many] = [floorOf(3, opening, answer, thanks), floorOf(60, opening, answer, thanks)];
    expect(few).toBeGreaterThan(0.8);
    expect(many).toBeGreaterThan(few);
    expect(many).toBeLessThan(1);
    expect(
      floorOf(60, opening, answer, { ...opening, outcome: 'unsettled' }, { ...quiet, complaintChance: 0.9 }),
    ).toBe(0.5);
  });

  it('finds protests that only sound like ones by how often they do', () => {
    const sounds: Fields = { complaintChance: 0.97, protests: true };
    expect(floorOf(40, opening, answer, sounds)).toBeLessThan(floorOf(40, opening, answer, quiet));
  });
});
