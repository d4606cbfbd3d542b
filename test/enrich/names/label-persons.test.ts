import { describe, expect, it } from 'vitest';
import { AT_MOST, growthOf } from '../../growth.js';
import { createPersons, namesPerson } from '../../../src/enrich/names/label-persons.js';

const { isPerson, label, subject } = createPersons();

describe('persons', () => {
  it.each(
    'Julie Martin|Karim B.|Mme Lefort|M. Durand|Fatou Diop|DUPONT Jean|Pierre Dubois|julie martin|Mohamed|Nguyen Thi Lan|Kevin|Qzjbacado Qzjbacade'.split(
      '|',
    ),
  )('are what a column is called after: %s', (name) => {
    expect(isPerson(name)).toBe(true);
  });

  it.each(
    'Date Achat|Code Postal|Nom Magasin|Note Globale|Ticket ID|Utm Source|NPS CSAT|Google Ads|Customer Effort Score|Leroy Merlin|Michel et Augustin|Bonne Maman|Rose|Claire|Max|Florence|Lille|Île de France|Horaires Jours Fériés|Madame Figaro|'.split(
      '|',
    ),
  )('are no column of things: %s', (name) => {
    expect(isPerson(name)).toBe(false);
  });

  it('are no brand that is to be kept', () => {
    expect(namesPerson('Lou Quernic', (name) => name === 'Lou Quernic')).toBe(false);
  });

  it.each([
    ['Boutique de M. Durand, vendeuse Sophie', 'Boutique de M. [nom], vendeuse [nom]'],
    ['Stand de Monsieur Le Goff', 'Stand de Monsieur [nom]'],
    ['caissière Fatou', 'caissière [nom]'],
    ...[
      'Mr. Bricolage Brest',
      'Madame Loïk fouetté',
      'Pharmacie du Dr Martin',
      'Directeur Lyon',
      'Marie Blachère',
    ].map((name) => [name, name]),
  ])('are masked in a label where a title or a trade announces them: %s', (given = '', told) => {
    expect(label(given)).toBe(told);
    expect(label(given)).toBe(told);
  });

  it.each([
    ['RE: Dossier Jean Dupont', 'RE: Dossier [nom]'],
    ['Réclamation Mme Xavier', 'Réclamation Mme [nom]'],
    ['Dossier Lefort - relance', 'Dossier [nom] - relance'],
    ['TR : commande de M. Jean Valade', 'TR : commande de M. [nom]'],
    ['DUPONT Jean - colis perdu', '[nom] - colis perdu'],
    ['dossier de mme traoré', 'dossier de mme [nom]'],
    ['Message de Karine', 'Message de [nom]'],
    ...[
      'Réclamation Carrefour Lyon',
      'Dossier SAV',
      'Dossier Zalando',
      'Commande Yves Rocher',
      'Réclamation Produit Défectueux',
      'Rappel Kinder',
      'Demande Info',
    ].map((words) => [words, words]),
  ])('are masked in the subject of a private message: %s', (given = '', told) => {
    expect(subject(given)).toBe(told);
  });

  it.each(['M. Le ', 'vendeuse Jo ', 'Dossier Lefort ', 'Jean-', "D'A "])(
    'are found in time in proportion to the text: %j',
    async (token) => {
      for (const read of [label, subject])
        expect(await growthOf((n) => token.repeat(n), read)).toBeLessThanOrEqual(AT_MOST);
    },
  );
});
