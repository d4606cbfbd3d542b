import { expect, it } from 'vitest';
import { maskNames } from '../../../src/enrich/names/mask-names.js';
import { isCompound, isEmphasis, withoutWords } from '../../../src/enrich/names/name-lookalikes.js';

it('tells firms by an inner capital, words by their capitals, a tagger’s words before a name', () => {
  expect(['PinotBleu', 'McKenna', 'DeLuca', 'Marine'].map(isCompound)).toEqual([true, false, false, false]);
  expect(isEmphasis('Il faisait surtout GLACIALE', { start: 19, end: 27 })).toBe(true);
  expect(isEmphasis('Il faisait surtout DUPONT', { start: 19, end: 25 })).toBe(false);
  expect(withoutWords('Rep said', { start: 0, end: 3 }, () => true)).toEqual([]);
});

it.each([
  ['fr', 'Je ne commande que chez Vincent, service impeccable'],
  ['fr', 'Colis reçu. Merci beaucoup PinotBleu, je reviendrai'],
  ['fr', 'Je commande chez Lu Shan les produits'],
  ['fr', 'La teinte Santa Fe va revenir ?'],
  ['fr', 'Coup de maître. Impec, rien à redire'],
  ['fr', 'On transmet. Gourmandement, l’équipe'],
  ['fr', 'Nous avons mangé à la ferme à Dédé'],
  ['fr', 'L’équipe du Carmelina Moirans est au top'],
  ['en', 'Firstly, the man at the desk. Meanwhile, the hotel was full'],
  ['en', 'Maggot in the food!'],
  ['en', "I'm in the running"],
  ['en', 'Rep said four hours. Lesson learned.'],
  ['en', 'We walked across from the Wrigley Building'],
  ['en', 'Paul Smith wallet fell apart within weeks.'],
  ['en', "Do you still stock Annie's mac and cheese?"],
  ['en', 'My Oliver Bonas order never came.'],
  ['en', 'It is attached to Angel’s Share, a bar'],
] as const)('are no persons: %s %s', async (language, text) => {
  expect(await maskNames([text], { language })).toEqual([text]);
});

it.each([
  ['fr', 'Colis livré chez Vincent', 'Colis livré chez [nom]'],
  ['fr', 'Un grand merci au Chef Zouheir pour ce repas', 'Un grand merci au Chef [nom] pour ce repas'],
  [
    'fr',
    'La literie avec Jean-Marc Bertholet, vendeur compétent',
    'La literie avec [nom], vendeur compétent',
  ],
  ['fr', 'Caissière désagréable (Valérie sur le badge)', 'Caissière désagréable ([nom] sur le badge)'],
  ['fr', 'Merci de passer. Noémie, boutique de Dijon', 'Merci de passer. [nom], boutique de Dijon'],
  ['en', 'Hi Sarah bread was stale', 'Hi [nom] bread was stale'],
  ['en', 'This is Marine from the online team.', 'This is [nom] from the online team.'],
  ['en', 'I spoke to Darren on the phone', 'I spoke to [nom] on the phone'],
] as const)('are persons: %s %s', async (language, text, masked) => {
  expect(await maskNames([text], { language })).toEqual([masked]);
});
