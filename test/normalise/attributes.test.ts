import { describe, expect, it } from 'vitest';
import { createAttributeWriter, maskedValue } from '../../src/normalise/attributes.js';
import { NOBODY, pseudonymOf } from '../../src/normalise/persons.js';
import { createPseudonymiser } from '../../src/normalise/pseudonym.js';

const pseudonym = createPseudonymiser('k');
const write = createAttributeWriter(pseudonym);
const read = (attributes: Record<string, string>): Record<string, string> =>
  JSON.parse(write(attributes) ?? '{}') as Record<string, string>;

describe('attributes', () => {
  it('keeps names, values and order', () => {
    expect(write({ Rayon: 'frais', 'Carte fidélité active': 'oui', 2024: 'x' })).toContain('"Rayon":"frais"');
    expect(write(undefined)).toBeNull();
    expect(write({})).toBeNull();
  });
  it('masks values and names like texts', () => {
    expect(read({ Remarque: 'appeler le 06 12 34 56 78', 'a.b@exemple.fr': 'x' })).toEqual({
      Remarque: 'appeler le [téléphone]',
      '[e-mail]': 'x',
    });
  });
  it.each([
    'Nom',
    'Prénom',
    'Nom du client',
    'Agent',
    'Assigné à',
    'Assignee',
    'userName',
    'Last name',
    'Vendeur du magasin',
    'Adresse IP',
    'IPAddress',
    'LocationLatitude',
    'Raison sociale',
    'Parrain',
    'Nom du conjoint',
    'Dernier intervenant',
    'Répondant',
    'Signature',
    'N° client',
    'Nickname',
    'Membre',
    'Livreur',
    'Qui ?',
    'Comment vous appelez-vous ?',
  ])('gives pseudonyms for people: %s', (name) => {
    const value = read({ [name]: 'Camille Exemple' })[name];
    expect(value).toMatch(/^\[[\da-f]{16}\]$/);
    expect(read({ [name]: 'camille exemple' })[name]).toBe(value);
  });
  it.each(['Perrine Quibel', 'QUIBEL Perrine', 'Zoé M.', 'Léa de la Roche', 'Jean-Marc d’Estang'])(
    'gives pseudonyms for what is written like a name where nothing says that it names a thing: %s',
    (name) => {
      expect(read({ 'column 2': name })['column 2']).toMatch(/^\[[\da-f]{16}\]$/);
      expect(read({ Ville: name, Motif: name })).toEqual({ Ville: name, Motif: name });
    },
  );
  it.each(['81.2.69.160', '2001:db8::7334', ' 10.0.0.1 '])(
    'gives pseudonyms for addresses of devices, whatever the column: %s',
    (address) => {
      expect(read({ Connexion: address })['Connexion']).toMatch(/^\[[\da-f]{16}\]$/);
    },
  );
  it('keeps versions, hours and times', () => {
    const kept = { Version: '4.12.0', Heure: '10:11:05', Note: '4.5' };
    expect(read(kept)).toEqual(kept);
  });
  it('gives pseudonyms for what may be an account where a table has no header, and for names in quotes', () => {
    expect(
      read({
        'column 1': 'camille.x29',
        'column 2': "'Perrine Quibel'",
        'column 3': '12',
        'column 4': 'Brest',
      }),
    ).toEqual({
      'column 1': expect.stringMatching(/^\[/),
      'column 2': expect.stringMatching(/^\[/),
      'column 3': '12',
      'column 4': 'Brest',
    });
  });
  it.each(['Livraison en retard', 'Oui', 'Très satisfait', 'FR', 'Version 2.1', 'com.exemple.app'])(
    'leaves other values of unknown columns: %s',
    (value) => {
      expect(read({ Q7: value })).toEqual({ Q7: value });
    },
  );
  it.each([
    'Nom du produit',
    'Type de client',
    'Statut du compte',
    'Code postal',
    'Rayon',
    'Nombre de visites',
  ])('leaves things as they are: %s', (name) => {
    expect(read({ [name]: 'valeur' })[name]).toBe('valeur');
  });
  it('keeps dates, and the shape alone of what stands in a column of dates and is none', () => {
    expect(read({ 'Date de création': '12/03/2026 10:00', 'Created at': '2026-03-12T10:00:00Z' })).toEqual({
      'Date de création': '12/03/2026 10:00',
      'Created at': '2026-03-12T10:00:00Z',
    });
    expect(read({ 'Date de création': 'Camille Exemple 06 12 34 56 78' })).toEqual({
      'Date de création': 'Xxxxxxx Xxxxxxx 99 99 99 99 99',
    });
  });
  it('cuts addresses to their host and hides handles', () => {
    expect(read({ Lien: 'voir https://x.com/camille/status/1?a=b merci', Qui: '@camille' })).toEqual({
      Lien: 'voir x.com merci',
      Qui: `[${pseudonym('attribute', '@camille')}]`,
    });
  });
  it('masks short values', () => {
    expect(maskedValue('Magasin 06 12 34 56 78', pseudonym)).toBe('Magasin [téléphone]');
    expect(maskedValue(' ', pseudonym)).toBeNull();
  });

  it('gives a column that is called after a person a pseudonym for its name', () => {
    const named = createAttributeWriter(pseudonym, {
      ...NOBODY,
      isPerson: (name) => name === 'Julie Martin',
    });
    expect(JSON.parse(named({ 'Julie Martin': '3', Rayon: 'frais' }) ?? '')).toEqual({
      [pseudonymOf('Julie Martin', pseudonym)]: '3',
      Rayon: 'frais',
    });
  });

  it('takes « Famille » for a surname, but for known words beside columns of products', () => {
    const known = createAttributeWriter(pseudonym, { ...NOBODY, isWord: (word) => word !== 'Durand' });
    const of = (row: Record<string, string>): unknown => JSON.parse(known(row) ?? '');
    expect(of({ Famille: 'Boulanger' })).toEqual({ Famille: pseudonymOf('Boulanger', pseudonym) });
    expect(of({ Famille: 'Produits frais', 'Sous-famille': 'Yaourts' })).toEqual({
      Famille: 'Produits frais',
      'Sous-famille': 'Yaourts',
    });
    expect(of({ Famille: 'Durand', Produit: 'lait' })).toMatchObject({
      Famille: pseudonymOf('Durand', pseudonym),
    });
    expect(of({ Famille: 'Boulanger', Produit: 'lait', Prénom: 'Zoé' })).toMatchObject({
      Famille: pseudonymOf('Boulanger', pseudonym),
    });
    for (const name of ['Patronyme', 'Family name', 'Nom de famille'])
      expect(read({ [name]: 'Boulanger' })).toEqual({ [name]: pseudonymOf('Boulanger', pseudonym) });
  });
});

it.each([
  ['N° de lot', 'L261414'],
  ['Numéro de lot', '26104B'],
  ['Batch number', 'AB-2026104'],
  ['Quel est le numéro de lot inscrit sur le pot ?', 'L26104'],
])('%s is told: it names none of those who bought of it', (name, value) => {
  expect(read({ [name]: value })).toEqual({ [name]: value });
  expect(read({ [name]: `${value}, ${value}` })).toEqual({ [name]: `${value}, ${value}` });
});
it('masks contacts in a column of lots all the same', () => {
  expect(read({ Lot: 'L2610, voir jo@exemple.fr' })['Lot']).toBe('L2610, voir [e-mail]');
  expect(read({ Lot: '06 12 34 56 78' })['Lot']).not.toContain('56 78');
});
it('names nobody in a column of lots, who won one or noted it', () => {
  for (const name of ['Gagnant du lot', 'Nom du gagnant du lot', 'Lot', 'Client du lot'])
    for (const value of ['Camille Dupont', 'Mme Dupont', '@camille'])
      expect(read({ [name]: value })).toEqual({ [name]: pseudonymOf(value, pseudonym) });
});
