import { describe, expect, it } from 'vitest';
import { classesAt, descend } from '../../src/topics/descending.js';
import { indexTerms, termsOf } from '../../src/topics/terms.js';
import { loadStopWords } from '../../src/util/stop-words.js';

const rowsOf = (texts: readonly string[]): ReturnType<typeof indexTerms> =>
  indexTerms(
    texts.map((text) => termsOf(text, loadStopWords())),
    2,
  );
const times = <T>(count: number, of: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at));
const pick = (words: string, at: number): string => {
  const list = words.split(' ');
  return [0, 1, 2].map((step) => list[(at * (step + 1) + step) % list.length] ?? '').join(' ');
};
const WORLDS = [
  'pain baguette boulanger croûte farine',
  'colis livreur retard transporteur dépôt',
  'caisse ticket monnaie scanner balance',
];
const texts = WORLDS.flatMap((words) => times(12, (at) => pick(words, at)));

describe('descend', () => {
  const tree = descend(rowsOf(texts), { most: 3, least: 4 });
  const groups = tree.leaves
    .map((leaf) => [...new Set(tree.classes[leaf]?.texts.map((text) => Math.floor(text / 12)))])
    .toSorted();

  it('splits texts without a word in common', () => {
    expect(groups).toEqual([[0], [1], [2]]);
  });

  it('every split parts its class: kids are disjoint and hold no text of elsewhere', () => {
    for (const at of tree.splits) {
      const { texts: own = [], kids = [] } = tree.classes[at] ?? {};
      const inside = kids.flatMap((kid) => tree.classes[kid]?.texts ?? []);
      expect(new Set(inside).size).toBe(inside.length);
      expect(own).toEqual(expect.arrayContaining(inside));
      expect(inside.length).toBeGreaterThan(0.8 * own.length);
    }
  });

  it('gives the classes of fewer splits', () => {
    expect(classesAt(tree, 1)).toEqual([0]);
    expect(classesAt(tree, 2)).toEqual(tree.classes[0]?.kids);
    expect(classesAt(tree, 3).toSorted()).toEqual([...tree.leaves].toSorted());
  });

  it('leaves no class under the least, and no text without terms in one', () => {
    const rows = rowsOf([...texts, '', 'et de la']);
    const whole = descend(rows, { most: 20, least: 10 });
    for (const leaf of whole.leaves) expect(whole.classes[leaf]?.texts.length).toBeGreaterThanOrEqual(10);
    expect(whole.classes[0]?.texts).toHaveLength(texts.length);
  });

  it('splits nothing of nothing', () => {
    expect(descend(rowsOf([]), { most: 5, least: 2 }).leaves).toEqual([0]);
  });
});
