import { expect, it } from 'vitest';
import { maskNames } from '../../../src/enrich/names/mask-names.js';
import { loadNameKnowledge } from '../../../src/enrich/names/name-knowledge.js';
import { isSignedAsBrand, namesSigned, withSurname } from '../../../src/enrich/names/name-signatures.js';

const known = loadNameKnowledge();
const signed = (text: string): string[] =>
  namesSigned(text, known).map(({ start, end }) => text.slice(start, end));

it('are read behind the last sentence, two by two and in small letters', () => {
  expect(signed('Votre avis encourage l’équipe. Ti-Jo et Marie-Laure')).toEqual(['Ti-Jo']);
  expect(signed('Please refund one of them asap. yuki tanabe')).toEqual(['yuki tanabe']);
  expect(signed('Livraison rapide. très bien')).toEqual([]);
  expect(signed('Livraison rapide. Fromage et Marie-Laure')).toEqual([]);
});

it('are a first name alone behind the last sentence, a word besides or not, but no judgement nor answer', () => {
  expect(signed('Je n’ai toujours pas de réponse à mon ticket. Marine')).toEqual(['Marine']);
  expect(signed('Aucun retour depuis lundi sur ma commande ! Claire.')).toEqual(['Claire']);
  for (const text of [
    'Vous avez retiré ce produit de la vente. Prudence',
    'Quelle couleur avez-vous reçue en fin de compte ? Marine',
    'Le rayon est vide depuis lundi matin. Honteux',
    'Ticket. Marine',
    'Service rapide et efficace comme toujours. Ravi',
    'Je ne trouve plus ce parfum de compote. Mirabelle',
  ])
    expect(signed(text)).toEqual([]);
});

it('are those whose age is told, and no thing nor place that lasts', () => {
  expect(signed('Jade, 7 ans, adore ces compotes')).toEqual(['Jade']);
  expect(signed('c’est pour Rose (4 ans)')).toEqual([]);
  expect(signed('Claire 3 mois ne digère pas ce lait')).toEqual(['Claire']);
  for (const text of [
    'Paris, 7 ans après, rien n’a changé',
    'Pierre, 3 ans de garantie',
    'Bio Village, 3 ans',
    'Abonnement pris en Avril, 3 mois offerts',
    'Mon Chivas 12 ans est arrivé cassé',
  ])
    expect(signed(text)).toEqual([]);
});

it('take the surname in small letters that registers count, and no word', () => {
  const grown = (text: string, end: number): string => {
    const span = withSurname(text, { start: 0, end }, known);
    return text.slice(span.start, span.end);
  };
  expect(grown('rachid amrani', 6)).toBe('rachid amrani');
  expect(grown('karim b', 5)).toBe('karim b');
  expect(grown('karim merci', 5)).toBe('karim');
  expect(grown('Karim amrani', 5)).toBe('Karim');
});

it('hold a surname that is a brand besides at the end of a text alone', () => {
  const text = 'Toujours absente. Alain Brossard';
  expect(isSignedAsBrand(text, { start: 18, end: 32 })).toBe(true);
  expect(isSignedAsBrand(`${text} Lyon`, { start: 18, end: 32 })).toBe(false);
});

it('are masked in quotes', async () => {
  const texts = ['Deux bouteilles cassées. merci. rachid amrani', 'Toujours absente. Alain Brossard'];
  expect(await maskNames(texts, { language: 'fr' })).toEqual([
    'Deux bouteilles cassées. merci. [nom]',
    'Toujours absente. [nom]',
  ]);
});
