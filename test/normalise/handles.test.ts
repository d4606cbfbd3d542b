import { describe, expect, it } from 'vitest';
import { createPublicNames, maskHandles } from '../../src/normalise/handles.js';

const isPublic = createPublicNames(['Maison Brel']);

describe('handles in a text', () => {
  it.each([
    ['@camille_x et @camille@exemple.social', '@user et @user'],
    ['mon insta c’est camille_x', 'mon insta c’est @user'],
    ['Snap : camille29', 'Snap : @user'],
    ['pseudo=cam.ille_2', 'pseudo=@user'],
    ['mon insta camille.x29 ou snap cam_x', 'mon insta @user ou snap @user'],
    ['discord camille#4412', 'discord @user'],
    ['my username is cam_29, thanks', 'my username is @user, thanks'],
  ])('are masked, announced ones too: %s', (text, masked) => {
    expect(maskHandles(text, isPublic)).toBe(masked);
    expect(maskHandles(masked, isPublic)).toBe(masked);
  });
  it.each([
    '@maisonbrel_sav bonjour',
    'votre insta est maison_brel',
    'insta : top',
    'facebook est lent',
    'mon pseudo est pris',
    'snapchat: 2026',
    'twitter summer2026',
    'instagram maison_brel',
    'tiktok top5',
  ])('of brands and plain words stay: %s', (text) => {
    expect(maskHandles(text, isPublic)).toBe(text);
  });
});
