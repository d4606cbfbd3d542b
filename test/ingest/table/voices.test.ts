import { expect, it } from 'vitest';
import { saysUnseen, saysYes, sideIn, voiceOf } from '../../../src/ingest/table/voices.js';

const table = (cells: readonly string[]) => ({
  delimiter: ';',
  headerRow: 1,
  header: ['side'],
  names: ['side'],
  preamble: [],
  rows: cells.map((cell) => [cell]),
});
const sides = (name: string, cells: readonly string[]): readonly unknown[] | undefined => {
  const sideOf = sideIn(table(cells), 0, name);
  return sideOf && cells.map((cell) => sideOf(cell));
};

it('tells a side by words, by yes and no, and by the numbers of employees', () => {
  expect(['Entrant', 'SHOP_USER', 'outbound-api', 'Chatbot', 'Note interne', 'mardi'].map(voiceOf)).toEqual([
    'customer',
    'agent',
    'agent',
    'automatic',
    'internal',
    undefined,
  ]);
  expect(sides('user customer', ['true', 'false'])).toEqual(['customer', 'agent']);
  expect(sides('owner', ['false', 'true'])).toEqual(['customer', 'agent']);
  expect(sides('id employee', ['0', '4'])).toEqual(['customer', 'agent']);
  expect(sides('sender type', ['contact', 'user', 'workflow'])).toEqual(['customer', 'agent', 'automatic']);
  expect(sides('sender type', ['user', 'admin'])).toEqual(['customer', 'agent']);
});

it('tells none where one side alone writes, or cells say something else', () => {
  expect(sides('owner', ['true', 'true'])).toBeUndefined();
  expect(sides('priority', ['0', '1'])).toBeUndefined();
  expect(sides('id employee', ['3', '4'])).toBeUndefined();
});

it('reads yes, and what is kept from customers', () => {
  expect(['Oui', '1', 'non'].map(saysYes)).toEqual([true, true, false]);
  expect(['privé', 'false', 'public'].map(saysUnseen)).toEqual([true, true, false]);
});

it.each([
  ['Mail entrant', 'customer'],
  ['MAIL SORTANT', 'agent'],
  ['Réponse', 'agent'],
  ['Reply to Customer', 'agent'],
  ['Message du client', 'customer'],
  ['Réponse au client', 'agent'],
  ['Virtual agent', 'automatic'],
  ['Réponse client', undefined],
])('%s is the %s’s', (cell, voice) => {
  expect(voiceOf(cell)).toBe(voice);
});
