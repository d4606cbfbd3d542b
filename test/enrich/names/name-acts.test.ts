import { expect, it } from 'vitest';
import { namesActing, namesGreeted } from '../../../src/enrich/names/name-acts.js';
import { loadWordKnowledge } from '../../../src/enrich/names/word-knowledge.js';
import { AT_MOST, growthOf } from '../../growth.js';

const knowledge = loadWordKnowledge();
const found = (text: string): string[] =>
  namesActing(text, knowledge).map(({ start, end }) => text.slice(start, end));

it.each([
  ['Prudence m’a servie avec le sourire', 'Prudence'],
  ['Client Ouédraogo rappelé le 12', 'Ouédraogo'],
  ['Olive du rayon fromage nous a conseillés', 'Olive'],
  ['Ange le fleuriste', 'Ange'],
  ['Une dame, Aimée je crois, est venue', 'Aimée'],
  ['Remise faite par Max.', 'Max'],
  ['merci rose pour votre aide', 'rose'],
  ['L’équipe Brel – Amandine', 'Amandine'],
])('%s: %s', (text, name) => {
  expect(found(text)).toContain(name);
});

it.each([
  'Olive en rayon',
  'Client VIP, carte Gold',
  'Prudence avec ce produit',
  'Relance faite par Virement',
])('nobody acts in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

it('are greeted in a reply though they are words', () => {
  expect(namesGreeted('Hi Hope, thanks for writing', () => false)).toEqual([{ start: 3, end: 7 }]);
  expect(namesGreeted('Bonjour Madame, nous revenons', () => false)).toEqual([]);
});

it('takes time in proportion to the text', async () => {
  for (const token of ['Prudence m’a ', 'Client Jo ', 'a, ', 'faite par Max '])
    expect(await growthOf((n) => token.repeat(n), found), token).toBeLessThanOrEqual(AT_MOST);
});
