import { describe, expect, it } from 'vitest';
import { textKey } from '../../src/normalise/text-key.js';

describe('textKey', () => {
  const base = 'Encore un yaourt périmé dans ma commande !';
  it.each([
    'ENCORE UN YAOURT PERIME DANS MA COMMANDE',
    'encore un yaourt périmé… dans ma commande 😡',
    'RT @quelquun : Encore un yaourt périmé dans ma commande ! https://exemple.fr/a',
    'RT quelquun: Encore un yaourt périmé dans ma commande !',
    '@marque Encore un yaourt périmé dans ma commande',
  ])('is shared by %s', (text) => {
    expect(textKey(text)).toBe(textKey(base));
    expect(textKey(text)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('differs for another text', () => {
    expect(textKey('Encore un yaourt périmé dans ma livraison !')).not.toBe(textKey(base));
  });

  it('is absent for a short text, an empty one and none', () => {
    expect([textKey('merci beaucoup'), textKey(''), textKey(null)]).toEqual([null, null, null]);
  });
});
