import { describe, expect, it } from 'vitest';
import { createDriverMatcher } from '../../../src/enrich/drivers/drivers.js';
import { otherRises } from '../../../src/enrich/drivers/other-rises.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

const matcher = createDriverMatcher();
/** Whether a term of price is left in a text. */
const isPriced = (text: string): boolean => {
  const tokens = new TokenBuffer();
  tokens.tokenize(text);
  return otherRises(tokens, matcher.match(tokens, 'fr')).some(
    ({ driver, role }) => driver === 'price' && role === undefined,
  );
};

describe('a rise', () => {
  it.each([
    'Le groupe annonce des résultats en hausse et embauche.',
    'Ventes en hausse de 12 % pour les yaourts.',
    'Chiffre d’affaires en hausse, bravo à l’équipe !',
    'Fréquentation en hausse au magasin de Brest.',
    'Notes en hausse sur les sites d’avis.',
  ])('of something else is no price: %s', (text) => {
    expect(isPriced(text)).toBe(false);
  });

  it.each([
    'Les prix sont en hausse de 12 %, c’est trop.',
    'Encore une hausse chez vous, merci.',
    'Vos ventes sont en hausse mais vos prix aussi.',
    'Hausse des prix du beurre : votre brioche passe à 4 euros.',
  ])('of prices, or of nothing that is named, is one: %s', (text) => {
    expect(isPriced(text)).toBe(true);
  });
});
