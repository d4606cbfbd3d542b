import { describe, expect, it } from 'vitest';
import { nearDuplicateGroups } from '../../src/util/near-duplicates.js';
import { seededRandom } from '../../src/util/random.js';

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `mot${from + at}x`).join(' ');

describe('nearDuplicateGroups', () => {
  it('does not see case, accents, punctuation', () => {
    expect(nearDuplicateGroups(['Un été trop chaud ici', 'un ETE, trop chaud : ici !'])).toEqual([0, 0]);
  });
  it('joins from a resemblance of .6: of 20 words, 18 runs of three', () => {
    // Two words more in the middle of 20: 18 runs, 2 broken, 4 new; 16 of 22 runs in common, .73.
    const [a, b] = [words(0, 20), `${words(0, 10)} et puis ${words(10, 10)}`];
    expect(nearDuplicateGroups([a, b])).toEqual([0, 0]);
    // Five words replaced in the middle: 11 of 25, .44.
    const c = `${words(0, 8)} ${words(100, 5)} ${words(13, 7)}`;
    expect(nearDuplicateGroups([a, c])).toEqual([0, 1]);
  });
  it('joins a text to one that holds it, unless it is less than half as long', () => {
    expect(nearDuplicateGroups([words(0, 20), `${words(0, 20)} ${words(50, 12)}`])).toEqual([0, 0]);
    expect(nearDuplicateGroups([words(0, 20), `${words(0, 20)} ${words(50, 40)}`])).toEqual([0, 1]);
  });
  it('leaves texts under three words alone, and scripts without accents apart', () => {
    expect(nearDuplicateGroups(['bon pain', 'bon pain', ''])).toEqual([0, 1, 2]);
    expect(nearDuplicateGroups(['очень хороший хлеб', 'очень хороший хлеб', 'очень плохой хлеб'])).toEqual([
      0, 0, 2,
    ]);
  });
  it('names each group by its first text, also down a chain', () => {
    const chain = [words(0, 30), words(3, 30), words(6, 30), words(300, 30)];
    expect(nearDuplicateGroups(chain)).toEqual([0, 0, 0, 3]);
  });
  it('law: copies of many different texts are found, and no other', () => {
    const random = seededRandom(5);
    const texts = Array.from({ length: 300 }, () =>
      Array.from({ length: 12 }, () => `m${Math.floor(random() * 5000)}x`).join(' '),
    );
    const groups = nearDuplicateGroups([...texts, ...texts]);
    expect(groups).toEqual([...texts.keys(), ...texts.keys()]);
  });
});
