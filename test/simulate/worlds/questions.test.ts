import { describe, expect, it } from 'vitest';
import { playQuestion } from '../../../src/simulate/worlds/questions.js';
import { drawSetting, HOUR, type Setting } from '../../../src/simulate/worlds/setting.js';

const asked = (): Setting => {
  const setting = drawSetting(24, { cases: 160 });
  for (let i = 0; i < 60; i++) playQuestion(setting, setting.startsAt + i * HOUR, i);
  return setting;
};

describe('what complains of nothing', () => {
  it('is no case and no complaint', () => {
    const setting = asked();
    expect(setting.cases).toEqual([]);
    expect(setting.messages.some(({ complaint, planted }) => complaint || planted.caseId !== undefined)).toBe(
      false,
    );
    const roles = new Set(setting.messages.map(({ role }) => role));
    for (const role of ['question', 'application', 'compliment', 'answer', 'thanks'] as const)
      expect(roles.has(role)).toBe(true);
  });
  it('is no customer’s where somebody asks for a placement, whatever is said in that conversation', () => {
    const { messages } = asked();
    const talks = new Set(messages.flatMap(({ role, talkId }) => (role === 'application' ? [talkId] : [])));
    expect(talks.size).toBeGreaterThan(2);
    for (const { talkId, role, speech } of messages)
      if (role !== 'automatic' && role !== 'service')
        expect(speech).toBe(talks.has(talkId) ? 'business' : 'own');
  });
});
