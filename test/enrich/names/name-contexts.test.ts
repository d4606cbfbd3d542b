import { expect, it } from 'vitest';
import { HANDLED, namesInContext } from '../../../src/enrich/names/name-contexts.js';
import { namesIn } from '../../../src/enrich/names/name-spans.js';

const GIVEN = new Set(['Sylvie', 'sylvie', 'Kofi', 'kofi', 'Rose']);
const WORDS = new Set(['le', 'directeur', 'encore', 'rose', 'sans', 'bonjour', 'si']);
const found = (text: string): string[] =>
  namesInContext(text, {
    isGiven: (word) => GIVEN.has(word),
    mayBeGiven: (word) => GIVEN.has(word),
    isWord: (word) => WORDS.has(word.toLowerCase()),
  }).map(({ start, end }) => text.slice(start, end));

it.each<readonly [string, string[]]>([
  ['bonjour mme okonjo, merci', ['okonjo']],
  ['monsieur da silva a tout vu', ['da silva']],
  ['monsieur le directeur est absent', []],
  ['madame pourriez vous répondre', []],
  ["d'après kofi c'est perdu", ['kofi']],
  ["coucou c'est lulu, le pot était vide", ['lulu']],
  ["coucou c'est encore, oui", []],
  ["bonjour c'est scandaleux, non", []],
  ['voir LEGRAND Sylvie au 2e', ['LEGRAND Sylvie']],
  ['SAV Sylvie', []],
  ["Kofi m'a servi", ['Kofi']],
  ["Rose m'a servi", []],
  ['Kofi faut que tu testes', ['Kofi']],
  ['Rappelez Sylvie demain', ['Sylvie']],
  ['Rappelez Rose demain', []],
  ['Si Sylvie le dit', ['Sylvie']],
  ['À demain,\nSylvie B.\nService clients', ['Sylvie B.']],
])('of "%s" it finds %j', (text, names) => {
  expect(found(text)).toEqual(names);
});

it('a name of any origin follows who handled', () => {
  const handled = (text: string): string[] =>
    HANDLED.flatMap((pattern) => namesIn(text, pattern)).map(({ start, end }) => text.slice(start, end));
  expect(handled('Pris en charge par Xolani, puis réaffecté à Ondřej')).toEqual(['Xolani', 'Ondřej']);
  expect(handled('Mon mari (Xolani) et les sœurs Zouaoui')).toEqual(['Xolani', 'Zouaoui']);
  expect(handled('Famille Zouaoui, table de six ; chez les Guermonprez aussi')).toEqual([
    'Zouaoui',
    'Guermonprez',
  ]);
  expect(handled('Chez les Bretons, une famille Nombreuse')).toEqual(['Nombreuse']);
  expect(handled("Xolani m'a bien renseignée. Ondřej nous a servis.")).toEqual(['Xolani', 'Ondřej']);
  expect(handled('Le retrait\nLambert A.\n')).toEqual(['Lambert A.']);
});

it.each<readonly [string, string[]]>([
  ['Selon Constance le colis est perdu', ['Constance']],
  ['mon colis a été remis à Constance', ['Constance']],
  ['sans Constance je n’aurais rien eu', ['Constance']],
  ['que Constance ou Blanche', []],
  ['produit pour France et Belgique', []],
  ['de la Constance et de la patience', []],
])('first names that are words besides stand where a person does: "%s"', (text, names) => {
  const spans = namesInContext(text, {
    isGiven: () => false,
    mayBeGiven: (word) => ['Constance', 'Blanche', 'France'].includes(word),
    isWord: () => true,
  });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(names);
});
