import { describe, expect, it } from 'vitest';
import type { WordKnowledge } from '../../../src/enrich/names/word-knowledge.js';
import { namesMentioned, withSmallSurname, withoutShouts } from '../../../src/enrich/names/name-mentions.js';

const GIVEN = new Set('chloé pauline jérôme valérie karine rachid'.split(' '));
const WORDS = new Set(
  'mon frere travaille la poire le sourire de merci du thank you for your help bien franc désolés'.split(' '),
);
const knowledge: WordKnowledge = {
  isGiven: (word) => GIVEN.has(word.toLowerCase()),
  mayBeGiven: (word) => GIVEN.has(word.toLowerCase()) || word === 'Clémence',
  isWord: (word) => WORDS.has(word.toLowerCase()),
};
const named = (text: string): string[] => [
  ...new Set(namesMentioned(text, knowledge).map(({ start, end }) => text.slice(start, end))),
];

describe('namesMentioned', () => {
  it.each([
    ['Désolés ! ^Enguerrand', ['Enguerrand']],
    ['Bonne journée ! Chloé', ['Chloé']],
    ['le sourire de Clémence', ['Clémence']],
    ['le vendeur (Enguerrand) était franc', ['Enguerrand']],
    ['Pauline, Jérôme', ['Jérôme']],
    ['voir Jérôme, Enguerrand et Chloé', ['Enguerrand', 'Jérôme', 'Chloé']],
    ['On regarde. ^JB pour le service', ['JB']],
    ['On regarde. ^Enguerrand pour le service', ['Enguerrand']],
    ['bien reçu, merciPauline', ['Pauline']],
    ['mon frere rachid travaille', ['rachid']],
    ['MERCI VALÉRIE', ['VALÉRIE']],
  ])('%s', (text, names) => {
    expect(named(text)).toEqual(names);
  });

  it.each([
    'Désolés ! ^Merci',
    'la poire chloé',
    'Sainte Karine',
    'voir www.chloé.fr',
    'le sourire de Tours',
    'Chloé, Merci et Frere',
    'CE PRIX^JB',
  ])('nobody in: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('withSmallSurname', () => {
  it('takes the surname in small letters that ends a clause', () => {
    const text = 'Mr Davis kerbrat, merci';
    expect(withSmallSurname(text, { start: 3, end: 8 }, knowledge)).toEqual({ start: 3, end: 16 });
  });

  it('takes no word', () => {
    const text = 'Mr Davis travaille.';
    expect(withSmallSurname(text, { start: 3, end: 8 }, knowledge)).toEqual({ start: 3, end: 8 });
  });
});

describe('withoutShouts', () => {
  it('cuts what stands around a name in capitals', () => {
    const text = 'THANK YOU KARINE FOR YOUR HELP';
    expect(withoutShouts(text, { start: 0, end: text.length }, knowledge)).toEqual({ start: 10, end: 16 });
  });

  it('leaves names of two words', () => {
    expect(withoutShouts('KARINE MERCI', { start: 0, end: 12 }, knowledge)).toEqual({ start: 0, end: 12 });
  });
});
