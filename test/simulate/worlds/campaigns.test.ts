import { describe, expect, it } from 'vitest';
import { playCampaigns } from '../../../src/simulate/worlds/campaigns.js';
import { playNoise } from '../../../src/simulate/worlds/noise.js';
import { DAY, HOUR } from '../../../src/simulate/worlds/setting.js';
import { smallWorld, times } from './small-world.js';

describe('campaigns', () => {
  it('reshare the brand’s own posts, as large a part of the mentions as the world says', () => {
    const setting = smallWorld(9, { reshares: 0.35, copies: 'none' });
    times(200, (i) => playNoise(setting, setting.startsAt + i * HOUR, []));
    playCampaigns(setting);
    const mentions = setting.messages.filter(({ channel }) => channel === 'x-post').length;
    const posts = setting.messages.filter(({ role }) => role === 'brandPost');
    const reshares = setting.messages.filter(({ role }) => role === 'reshare');
    expect(Math.abs(posts.length - (setting.endsAt - setting.startsAt) / DAY / 6)).toBeLessThan(1);
    // a few fall after the end
    expect(Math.abs(reshares.length / mentions - 0.35)).toBeLessThan(0.03);
    for (const { parentId, text, speech, sentAt } of reshares) {
      const original = posts.find(({ id }) => id === parentId);
      expect(text.endsWith(original?.text ?? '?')).toBe(true);
      expect(speech).toBe('reshare');
      expect(sentAt).toBeGreaterThanOrEqual(original?.sentAt ?? Infinity);
    }
    expect(setting.messages.some(({ planted }) => planted.copyId !== undefined)).toBe(false);
  });
  it('copy one text by many people where the world has a campaign', () => {
    const setting = smallWorld(10, { reshares: 0, copies: 'campaign' });
    playCampaigns(setting);
    const copies = setting.messages.filter(({ planted }) => planted.copyId === 'campaign');
    expect(copies.length).toBeGreaterThanOrEqual(30);
    expect(new Set(copies.map(({ text }) => text)).size).toBeLessThanOrEqual(5);
    expect(new Set(copies.map(({ person }) => person?.id)).size).toBe(copies.length);
  });
});
