import { describe, expect, it } from 'vitest';
import { apart, type Part } from '../../../src/metrics/crisis/apart.js';
import type { Text } from '../../../src/metrics/crisis/calm-texts.js';

const part = (...words: string[]): Part => ({ words: new Set(words), subjects: new Set(['prix']) });
const say = (thing: string, said: string): Text[] =>
  Array.from({ length: 30 }, (_, at) => ({ at, drivers: ['prix'], words: new Set([thing, said]) }));
const calm = Array.from({ length: 100 }, (_, at): Text => ({
  at,
  drivers: ['prix'],
  words: new Set(['cher']),
}));

describe('rivals of one subject and one pace', () => {
  const partsOf = (a: string, b: string, saidOfA: string, saidOfB: string): number =>
    apart([part(a), part(b)], 2, [...say(a, saidOfA), ...say(b, saidOfB)], calm).length;

  it('are one where at most one is a product and they are told in other words, two where the same is said of both', () => {
    expect(partsOf(':pain', 'allergie', 'verre', 'malade')).toBe(1);
    expect(partsOf(':pain', 'jambon', 'verre', 'verre')).toBe(2);
    expect(partsOf(':pain', ':jambon', 'verre', 'malade')).toBe(2);
  });

  it('are one where one is a place and the other none', () => {
    expect(partsOf(':pain', ':@Lille', 'verre', 'verre')).toBe(1);
    expect(partsOf(':@Metz', ':@Lille', 'verre', 'verre')).toBe(2);
  });
});
