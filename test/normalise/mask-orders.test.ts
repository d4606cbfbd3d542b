import { describe, expect, it } from 'vitest';
import { digitsOf, maskOrders } from '../../src/normalise/mask-orders.js';

/** A text masked, and the numbers that were remembered. */
function read(text: string): readonly string[] {
  const numbers: string[] = [];
  const masked = maskOrders(text, digitsOf(text), (_, value) => {
    numbers.push(value);
    return '#';
  });
  return [masked, ...numbers];
}

describe('numbers of orders', () => {
  it.each([
    ['commandes 88210 et fr-88211 perdues', 'commandes # et # perdues', '88210', 'FR88211'],
    ['commande du 12 mars, 98765432, perdue', 'commande du 12 mars, #, perdue', '98765432'],
    ['commande passée le 12/03/2026 n° 88210', 'commande passée le 12/03/2026 n° #', '88210'],
    ['commande Fnac 1ab2c3d4e5f6g', 'commande Fnac #', '1AB2C3D4E5F6G'],
    ['reçu 2406151030XYZKL ce jour', 'reçu # ce jour', '2406151030XYZKL'],
    ['avoir n° 88210', 'avoir n° #', '88210'],
    ['commande en ligne 88210 du 9 janvier', 'commande en ligne # du 9 janvier', '88210'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
  it.each([
    'commande du 12 mars 2026, 45,90 €',
    'commande du 12/03/2026 : 12345 €',
    'ma commande du 12/03/2026',
    'avoir 12345 points',
    '2413151030XYZKL',
  ])('leaves %s', (text) => {
    expect(read(text)).toEqual([text]);
  });
  it('leaves what follows an order and is a phone or a town', () => {
    expect(read('commande 88210, 0612345678')[0]).toBe('commande #, 0612345678');
    expect(read('commande 88210, 75011 Paris')[0]).toBe('commande #, 75011 Paris');
  });
});

it('counts digits', () => {
  expect(digitsOf('n° 12 du 3 mai')).toBe(3);
});
