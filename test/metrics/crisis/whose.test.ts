import { describe, expect, it } from 'vitest';
import { whose } from '../../../src/metrics/crisis/whose.js';

const say = (n: number, ...words: string[]): ReadonlySet<string>[] =>
  Array.from({ length: n }, () => new Set(words));

describe('whose', () => {
  const known = [...say(20, 'colis', 'retard'), ...say(20, 'ticket', 'encore')],
    parts = [...Array.from({ length: 20 }, () => 0), ...Array.from({ length: 20 }, () => 1)];

  it('gives texts to the part whose words they say, whatever is before them', () => {
    const texts = [...known, ...say(1, 'colis'), ...say(1, 'encore'), ...say(1, 'retard', 'rien')];
    expect(whose(texts, [...parts, -1, -1, -1]).slice(40)).toEqual([0, 1, 0]);
  });

  it('leaves what says nothing of any with the text before it, the first with the first known', () => {
    const mute = say(1, 'pareil');
    expect(whose([...mute, ...known, ...mute], [-1, ...parts, -1]).filter((_, at) => at % 41 === 0)).toEqual([
      0, 1,
    ]);
  });

  it('takes no word for telling that both say', () => {
    const both = known.map((words) => new Set([...words, 'magasin']));
    expect(whose([...both, ...say(1, 'magasin')], [...parts, -1]).at(-1)).toBe(1);
    expect(whose([...say(1, 'magasin'), ...both], [-1, ...parts])[0]).toBe(0);
  });
});
