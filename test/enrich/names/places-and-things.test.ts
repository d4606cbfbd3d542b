import { expect, it } from 'vitest';
import { maskNames } from '../../../src/enrich/names/mask-names.js';
import { placesAndThings } from '../../../src/enrich/names/places-and-things.js';

const told = (text: string): string[] =>
  placesAndThings(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ['Le magasin de Vitry a fermé', ['Vitry']],
  ['Une consommatrice de Wolverhampton', ['Wolverhampton']],
  ['Le magasin de Milton\u00A0Keynes', ['Milton\u00A0Keynes']],
  ['a farm outside Machynlleth', ['Machynlleth']],
  ['Marks & Spencer, Wolverhampton', ['Wolverhampton']],
  ['the Lincoln branch is shut', ['Lincoln']],
  ['On est allés à Florence', ['Florence']],
  ['merci à Florence', []],
  ['Mme de Vitry a appelé', []],
  ['La galette Saint-Michel', ['Saint-Michel', 'Saint-Michel']],
  ['M. Saint-Martin attend', []],
  ['le GAEC de Biars-sur-Cère', ['Biars-sur-Cère', 'Biars-sur-Cère']],
  ['La terrine Monique Ranou', ['Monique Ranou']],
  ['La caissière Monique Ranou', []],
  ['Our Charlie Bigham’s pies', ['Our Charlie Bigham’s']],
  ['the Florence & Fred range', ['the Florence & Fred']],
  ['our Charlie’s birthday cake', []],
  ['Your Rachel’s attitude', []],
  ['Our Charlie & Rachel loved it', []],
  ['la ministre Annie Genevard recevra', ['ministre Annie Genevard']],
  ['Luc Perrot, président de la coopérative', ['Luc Perrot']],
  ['Luc Perrot, président de l’association des locataires', []],
  ['Luc Perrot, président du conseil syndical', []],
  ['Luc Perrot, president of the tenants association', []],
  ['Luc Perrot, boulanger', []],
  ['La directrice du magasin Monique Ranou', []],
  ['De retour de Florence', ['Florence']],
  ['Le retour de Florence est clair', []],
  ['La visite de Florence au rayon', []],
])('%s: %j', (text, spans) => {
  expect(told(text)).toEqual(spans);
});

it('keeps them in quotes, where their names are persons’ elsewhere', async () => {
  const texts = [
    'Vos œufs viennent du magasin de Vitry.',
    'Merci à Florence du drive.',
    'La terrine Monique Ranou est bonne.',
  ];
  expect(await maskNames(texts, { language: 'fr' })).toEqual([texts[0], 'Merci à [nom] du drive.', texts[2]]);
});
