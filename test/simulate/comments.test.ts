import { describe, expect, it } from 'vitest';
import { simulateComments } from '../../src/simulate/comments.js';

describe('many comments', () => {
  const text = [...simulateComments({ comments: 6_000, seed: 5 })].join('');
  const lines = text.trimEnd().split('\r\n');

  it('are as many as asked, with a header, about 100 characters each', () => {
    expect(lines.length).toBe(6_001);
    expect(lines[0]).toBe('id,date,auteur,commentaire,likes,page');
    expect(text.length / 6_000).toBeGreaterThan(120);
    expect(text.length / 6_000).toBeLessThan(220);
  });

  it('repeat about one row in a hundred whole', () => {
    const repeated = lines.length - new Set(lines).size;
    expect(repeated).toBeGreaterThan(35);
    expect(repeated).toBeLessThan(90);
  });

  it('have no unfilled slot and differ in their words', () => {
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(new Set(lines.map((line) => line.slice(60))).size).toBeGreaterThan(4_500);
  });

  it('are the same for the same seed, come in pieces, and can be one', () => {
    expect([...simulateComments({ comments: 6_000, seed: 5 })].join('')).toBe(text);
    expect([...simulateComments({ comments: 6_000, seed: 5 })].length).toBeGreaterThan(2);
    expect([...simulateComments({ comments: 1, seed: 5 })].join('').split('\r\n').length).toBe(3);
  });
});
