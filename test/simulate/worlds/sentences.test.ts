import { describe, expect, it } from 'vitest';
import { createDraw } from '../../../src/simulate/draw.js';
import { choose } from '../../../src/simulate/worlds/sentences.js';

describe('choose', () => {
  const all = (template: string): string[] =>
    [...new Set(Array.from({ length: 200 }, (_, seed) => choose(createDraw(seed), template)))].toSorted();
  it('takes one of the alternatives, those inside others first', () => {
    expect(all('Le [bon|beau] pain')).toEqual(['Le beau pain', 'Le bon pain']);
    expect(all('[a[1|2]|b]')).toEqual(['a1', 'a2', 'b']);
    expect(all('x[|, vraiment]')).toEqual(['x', 'x, vraiment']);
  });
  it('leaves a text without brackets as it is, and gives the same for the same seed', () => {
    expect(choose(createDraw(1), 'rien')).toBe('rien');
    expect(choose(createDraw(9), '[a|b|c]')).toBe(choose(createDraw(9), '[a|b|c]'));
  });
});
