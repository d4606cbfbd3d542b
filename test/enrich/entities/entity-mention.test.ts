import { expect, it } from 'vitest';
import { namesOf } from '../../../src/enrich/entities/entity-mention.js';

it('gives each name once under what it names: retailers are brands, stores and towns places', () => {
  const at = { start: 0, end: 1 };
  expect(
    namesOf([
      { kind: 'retailer', name: 'Carrefour', ...at },
      { kind: 'brand', name: 'Carrefour', ...at },
      { kind: 'product', name: 'yaourt', ...at },
      { kind: 'store', name: 'Carrefour Lyon', ...at },
      { kind: 'city', name: 'Lyon', ...at },
      { kind: 'country', name: 'France', ...at },
    ]),
  ).toEqual({ brands: ['Carrefour'], products: ['yaourt'], places: ['Carrefour Lyon', 'Lyon', 'France'] });
});
