import { expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';

const harmsOf = async (texts: string[], stars: number | null) => {
  const enricher = await createEnricher();
  return enricher.enrich({
    length: texts.length,
    text: texts,
    title: texts.map(() => null),
    genre: texts.map(() => 'review' as const),
    givenLanguage: texts.map(() => null),
    stars: texts.map(() => stars),
  }).harms;
};

it.each([
  "J'ai investi 2 000 € sur leur plateforme de crypto et je ne peux plus rien retirer. Escroquerie.",
  "Un individu m'a écrit sur Telegram au nom de l'enseigne pour un gain de 500 €, il fallait payer les frais de port. Je me suis fait plumer.",
  'I was scammed out of £700 by someone pretending to be from this bank on WhatsApp. They refuse to refund me.',
])('who lost money to a lure lures nobody: %s', async (text) => {
  expect(await harmsOf([text], null)).toEqual([[]]);
});

it('few stars warn: what names a lure without a way to it is none, an address stays one', async () => {
  const told = [
    "Un prétendu trader m'a ajoutée sur WhatsApp, j'ai mis 1 500 € en bitcoin et tout a disparu. Le site laisse faire.",
    'Plateforme de trading bidon : 500 € investis, gains affichés, retrait refusé. Fuyez.',
    'Ils disent prêt entre particuliers sérieux, ils prennent votre RIB et votre pièce d’identité.',
  ];
  expect(await harmsOf(told, null)).toEqual([['scam'], ['scam'], ['scam']]);
  expect(await harmsOf(told, 1)).toEqual([[], [], []]);
  const rescued =
    "J'ai été arnaqué de 4000€, Mme Clara a tout récupéré, contactez-la sur WhatsApp [téléphone]";
  expect(await harmsOf([rescued], 1)).toEqual([['scam']]);
});

it('an ordinary review is no spam for praising what costs nothing; one that lures elsewhere stays a scam', async () => {
  const enricher = await createEnricher();
  const harms = (texts: string[], genre: 'review' | 'comment') =>
    enricher.enrich({
      length: texts.length,
      text: texts,
      title: texts.map(() => null),
      genre: texts.map(() => genre),
      givenLanguage: texts.map(() => null),
    }).harms;
  const praise = ['Gratuit et facile', 'Simple, digital, et gratuit'];
  expect(harms(praise, 'comment').map((told) => told?.length)).toEqual([1, 1]);
  expect(harms(praise, 'review')).toEqual([[], []]);
  expect(
    harms(
      ['I lost my savings, but Mrs Clara recovered my bitcoin, contact her on Telegram @clara_r'],
      'review',
    ),
  ).toEqual([['scam']]);
});
