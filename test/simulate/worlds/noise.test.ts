import { describe, expect, it } from 'vitest';
import { playNoise } from '../../../src/simulate/worlds/noise.js';
import { HOUR } from '../../../src/simulate/worlds/setting.js';
import { smallWorld, times } from './small-world.js';

describe('noise in public', () => {
  it('complains of nothing; the brand answers questions alone', () => {
    const setting = smallWorld(4);
    times(300, (i) => playNoise(setting, setting.startsAt + i * HOUR, []));
    const inbound = setting.messages.filter(({ direction }) => direction === 'inbound');
    expect([...new Set(inbound.map(({ role }) => role))].toSorted()).toEqual([
      'chatter',
      'praise',
      'question',
      'spam',
    ]);
    expect(inbound.some(({ complaint }) => complaint)).toBe(false);
    for (const { role, planted, kind, rating } of inbound) {
      expect(planted.sentiment).toBe(role === 'praise' ? 'positive' : 'neutral');
      expect(rating !== undefined).toBe(kind === 'review');
    }
    const questions = new Set(inbound.filter(({ role }) => role === 'question').map(({ id }) => id));
    const replies = setting.messages.filter(({ role }) => role === 'publicReply');
    expect(replies.length).toBeGreaterThan(0);
    for (const { parentId } of replies) expect(questions.has(parentId ?? '')).toBe(true);
  });
  it('is of regulars for the share of fans', () => {
    const setting = smallWorld(5, { fans: 0.3 }),
      fan = setting.crowd.person();
    times(300, (i) => playNoise(setting, setting.startsAt + i * HOUR, [fan]));
    const inbound = setting.messages.filter(({ direction }) => direction === 'inbound');
    const share = inbound.filter(({ person }) => person === fan).length / inbound.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(0.1);
  });
});
