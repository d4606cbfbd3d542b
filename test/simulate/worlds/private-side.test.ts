import { describe, expect, it } from 'vitest';
import { Agenda } from '../../../src/simulate/worlds/happenings.js';
import type { Knobs } from '../../../src/simulate/worlds/knobs.js';
import { playCase } from '../../../src/simulate/worlds/private-side.js';
import { HOUR, type Setting } from '../../../src/simulate/worlds/setting.js';
import type { WorldMessage } from '../../../src/simulate/worlds/world-truth.js';
import { smallWorld } from './small-world.js';

function cases(
  seed: number,
  more: Partial<Knobs> = {},
): { setting: Setting; of: (caseId: string) => WorldMessage[] } {
  const setting = smallWorld(seed, more);
  for (let i = 0; i < 80; i++)
    playCase(setting, new Agenda(), { type: 0, at: setting.startsAt + i * 6 * HOUR, driver: 'taste' });
  return { setting, of: (caseId) => setting.messages.filter(({ planted }) => planted.caseId === caseId) };
}

describe('a private case', () => {
  it('opens with its complaint and is answered when its history says so', () => {
    const { setting, of } = cases(21);
    for (const { caseId, openedAt, answeredAt, resolvedAt, spilledAt, privateIds } of setting.cases) {
      const said = of(caseId);
      expect(said.map(({ id }) => id).toSorted()).toEqual(privateIds.toSorted());
      expect(said.find(({ role }) => role === 'complaint')).toMatchObject({
        sentAt: openedAt,
        complaint: true,
      });
      const answers = said.filter(({ role }) => role === 'answer');
      expect(answers.map(({ sentAt }) => sentAt)).toEqual(answeredAt === null ? [] : [answeredAt]);
      const closing = said.filter(({ role }) => role === 'solved' || role === 'thanks');
      expect(closing.length > 0).toBe(resolvedAt !== null && answeredAt !== null);
      const waits = said.filter(({ role }) => role === 'followup');
      for (const { sentAt } of waits)
        expect(sentAt).toBeLessThan(Math.min(answeredAt ?? Infinity, spilledAt ?? Infinity));
    }
    expect(new Set(setting.cases.map(({ resolvedAt }) => resolvedAt === null)).size).toBe(2);
  });
  it('that nobody saw as one has other tags in the care tool, and is never resolved', () => {
    const { setting, of } = cases(22, { unidentified: 0.3 });
    const missed = setting.cases.filter(({ identified }) => !identified);
    expect(Math.abs(missed.length / setting.cases.length - 0.3)).toBeLessThan(0.17);
    expect(missed.every(({ resolvedAt }) => resolvedAt === null)).toBe(true);
    for (const { caseId, channel, identified } of setting.cases) {
      if (channel !== 'ticket') continue;
      expect(of(caseId)[0]?.ticket?.tags?.includes('reclamation')).toBe(identified);
    }
  });
  it('is of somebody who had one before for the share asked', () => {
    const people = (severalCases: Knobs['severalCases']) =>
      new Set(cases(23, { severalCases }).setting.cases.map(({ personId }) => personId)).size;
    expect(people(0.05)).toBeGreaterThan(70);
    expect(people(0.3)).toBeLessThan(65);
  });
});
