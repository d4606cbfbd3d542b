import { describe, expect, it } from 'vitest';
import { maskLetters, mayHoldLetters } from '../../src/normalise/mask-letters.js';
import { maskText } from '../../src/normalise/mask.js';

const read = (text: string): readonly string[] => {
  const numbers: string[] = [];
  const masked = maskLetters(text, (_, value) => {
    numbers.push(value);
    return '#';
  });
  return [masked, ...numbers];
};

describe('numbers made of letters', () => {
  it.each([
    ['Ma commande n° XKJDQW est perdue', 'Ma commande n° # est perdue', 'XKJDQW'],
    ['numéro de commande : QPLMZRTV', 'numéro de commande : #', 'QPLMZRTV'],
    ['Numéro de suivi BVRTKX, rien', 'Numéro de suivi #, rien', 'BVRTKX'],
    ['Numéro de suivi : BVRTKX, rien', 'Numéro de suivi : #, rien', 'BVRTKX'],
    ['order number WQJHFD never came', 'order number # never came', 'WQJHFD'],
    ['My order is #HGTRWQ', 'My order is ##', 'HGTRWQ'],
    ['Booking ref: ZXCVBN', 'Booking ref: #', 'ZXCVBN'],
    ['réservation PNR : JQWKPX', 'réservation PNR : #', 'JQWKPX'],
    ['dossier réf. ABX-QRTZ-KLM', 'dossier réf. #', 'ABXQRTZKLM'],
    ['n° de commande GKXTPV', 'n° de commande #', 'GKXTPV'],
    ['ma commande numéro qvjwazkys depuis janvier', 'ma commande numéro # depuis janvier', 'QVJWAZKYS'],
    ['Numéro de suivi : bvrtkxq, rien', 'Numéro de suivi : #, rien', 'BVRTKXQ'],
    [
      'commande num\u00e9ro TRWQKL et commande n°BCFGHX',
      'commande num\u00e9ro # et commande n°#',
      'TRWQKL',
      'BCFGHX',
    ],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'commande n° INCONNU',
    'numéro de commande : INTROUVABLE',
    'réf : VELOURS NOIR',
    'Commande : PARFAIT, livraison : RAPIDE',
    'numéro client : FACEBOOK',
    'référence : CHOCOLAT',
    'order number MISSING',
    'numéro de suivi : COLISSIMO',
    'commande SMARTPHONE reçue',
    'commande de XKJDQW',
    'numéro de commande INCONNU',
    'commande numéro inconnu',
    'numéro de suivi colissimo',
    'numéro de suivi chronopost introuvable',
    'numéro de commande cdiscount',
    'numéro de commande bonjour',
    'le numéro de commande mentionné dans votre mail',
    'numéro de dossier jamais donné',
    'commande numéro quarante',
    'order number missing',
  ])('leaves %s', (text) => {
    expect(read(text)).toEqual([text]);
  });

  it('is masked in a text without digits, with its key', () => {
    const { text, contactKeys } = maskText('Commande n° XKJDQW perdue', (_, value) => value);
    expect(text).toBe('Commande n° [commande] perdue');
    expect(contactKeys).toEqual(['order:XKJDQW']);
    expect(mayHoldLetters('COMMANDE PERDUE')).toBe(false);
  });
});
