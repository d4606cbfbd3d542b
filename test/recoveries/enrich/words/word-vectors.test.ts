import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hashWord } from '../../../../src/enrich/words/token-hashes.js';
import { cosine, loadWordVectors } from '../../../../src/enrich/words/word-vectors.js';
import { readSet } from '../../../../src/learn/sets/layouts.js';
import { fold } from '../../../../src/util/fold.js';

it('vectors find texts on the same driver better than the words they share, three of a hundred at least', () => {
  const vectors = loadWordVectors();
  const rows = ['care', 'messages'].flatMap((name) =>
    readSet(fileURLToPath(new URL(`../../../../datasets/labelled/${name}.tsv`, import.meta.url)))
      .map(({ cells }) => ({ text: cells['text'] ?? '', driver: cells['drivers'] ?? '-' }))
      .filter(({ driver }) => driver !== '-' && !driver.includes(',')),
  );
  const meant = rows.map(({ text }) => vectors.textVector(text) ?? new Float32Array(vectors.dimensions));
  const shared = byWords(rows.map(({ text }) => text));
  const near = precisionAtTen(rows, (a, b) => cosine(meant[a]!, meant[b]!));
  const words = precisionAtTen(rows, (a, b) => shared.likeness(a, b));
  console.info(
    `same driver among the ten nearest: vectors ${near.toFixed(3)}, shared words ${words.toFixed(3)}`,
  );
  expect(near).toBeGreaterThan(words + 0.03);
});

/** Texts as vectors of length 1 over their words, each weighed by how rare it is (tf-idf, hashed to 4,096 columns): their cosines. */
function byWords(texts: readonly string[]): { likeness(a: number, b: number): number } {
  const lists = texts.map((text) => [...new Set(fold(text).match(/[a-z]{2,}/g) ?? [])]);
  const counts = new Map<string, number>();
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vectors = lists.map((list) => {
    const vector = new Float32Array(4096);
    for (const word of list)
      vector[hashWord(word) & 4095]! += Math.log(texts.length / (counts.get(word) as number));
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
  // A text has some thirty words: the other columns add nothing.
  const used = vectors.map((vector) => [...vector.keys()].filter((column) => vector[column] !== 0));
  return {
    likeness: (a, b) => {
      let sum = 0;
      for (const column of used[b]!) sum += vectors[a]![column]! * vectors[b]![column]!;
      return sum;
    },
  };
}

/** Mean share of the ten texts nearest to each tenth text that speak of its driver. */
function precisionAtTen(
  rows: readonly { readonly driver: string }[],
  near: (a: number, b: number) => number,
): number {
  let sum = 0,
    asked = 0;
  for (let a = 0; a < rows.length; a += 10) {
    const nearest = rows
      .map((_, b) => ({ b, value: b === a ? -1 : near(a, b) }))
      .toSorted((x, y) => y.value - x.value)
      .slice(0, 10);
    sum += nearest.filter(({ b }) => rows[b]?.driver === rows[a]?.driver).length / 10;
    asked++;
  }
  return sum / asked;
}
