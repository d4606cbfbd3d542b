import { describe, expect, it } from 'vitest';
import { RumourFinder } from '../../../src/enrich/harm/rumours.js';
import { TokenBuffer } from '../../../src/enrich/words/tokens.js';

const finder = new RumourFinder(),
  tokens = new TokenBuffer();
const isRumour = (text: string): boolean => {
  tokens.tokenize(text);
  return finder.find(tokens);
};

describe('rumours', () => {
  it.each([
    'Ils coupent le miel avec des produits chimiques, partagez un maximum',
    'On nous cache que cette eau est contaminée',
    'Un ami qui travaille là-bas dit que les rats courent dans la réserve',
    'Apparently insider told us: the meat is expired',
    'Je le tiens d’un chef de rayon : ils ferment mardi, partagez à toute la famille',
    'Je le tiens d’une vendeuse : la cagnotte des clients disparaît lundi, partagez à vos proches',
  ])('a grave claim that is spread, hidden or hearsay: %s', (text) => {
    expect(isRumour(text)).toBe(true);
  });

  it.each([
    'Il paraît que le magasin rouvre lundi',
    'Il paraît que la source est contaminée, vous confirmez ?',
    'Non, l’eau n’est pas contaminée : c’est une rumeur, ne partagez pas',
    'Chien perdu au marché, partagez un maximum, il a un collier rouge',
    'Une cagnotte pour la veuve du boulanger, je le tiens de son fils, partagez à toute la famille',
    'Faites tourner cette recette de porc au caramel',
    'Ce produit est dangereux',
  ])('not what is harmless, asked, denied, or passed on for a cause: %s', (text) => {
    expect(isRumour(text)).toBe(false);
  });
});
