import { describe, expect, it } from 'vitest';
import { ENTITY, endsEntity } from '../../src/util/html-entities.js';

describe('entities of HTML', () => {
  it('finds those with a name and those with a number', () => {
    expect('caf&eacute; &#233; &#xE9; R&D; &unknown;'.match(ENTITY)).toEqual([
      '&eacute;',
      '&#233;',
      '&#xE9;',
    ]);
  });
  it('tells a semicolon that ends one from a semicolon of its own, within the cell', () => {
    const text = 'caf&eacute;noir;R&D;';
    expect([10, 15, 19].map((at) => endsEntity(text, 0, at))).toEqual([true, false, false]);
    expect(endsEntity(text, 4, text.indexOf(';'))).toBe(false);
  });
});
