import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hashWord } from '../../src/enrich/token-hashes.js';
import { readSet } from '../../src/learn/sets/layouts.js';
import { fold } from '../../src/util/fold.js';
import { cosine, loadWordVectors, WordVectors } from '../../src/enrich/word-vectors.js';

/** Bytes of a table of two dimensions. */
function table(words: Readonly<Record<string, readonly [number, number]>>, announced?: number): Uint8Array {
  const rows = Object.entries(words)
    .map(([word, vector]) => ({ hash: hashWord(word), vector }))
    .toSorted((a, b) => a.hash - b.hash);
  const header = { words: announced ?? rows.length, dimensions: 2, scale: 1, source: 'test', licence: 'MIT' };
  const line = new TextEncoder().encode(`deversoir-vectors 1 ${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(line.length + rows.length * 6);
  bytes.set(line);
  const view = new DataView(bytes.buffer);
  rows.forEach(({ hash, vector }, i) => {
    view.setInt32(line.length + 4 * i, hash, true);
    view.setInt8(line.length + 4 * rows.length + 2 * i, vector[0]);
    view.setInt8(line.length + 4 * rows.length + 2 * i + 1, vector[1]);
  });
  return bytes;
}

describe('vectors of a table', () => {
  const vectors = new WordVectors(table({ colis: [3, 4], perdu: [0, 8], fromage: [-6, 8] }));

  it('are summed up over distinct words: (3 + 0, 4 + 8) / √153', () => {
    expect(Array.from(vectors.textVector('Colis perdu, colis PERDU !') ?? [])).toEqual([
      Math.fround(3 / Math.sqrt(153)),
      Math.fround(12 / Math.sqrt(153)),
    ]);
  });

  it('know a plural by its stem, and nothing of a text without a known word', () => {
    expect(vectors.textVector('fromages')).toEqual(vectors.textVector('fromage'));
    expect(vectors.textVector('rien à voir 🙂')).toBeNull();
    expect(vectors.textVector('')).toBeNull();
    expect(vectors.coverage(['colis perdus hier'])).toBeCloseTo(2 / 3, 10);
  });

  it('give a product with weights, and sums: (3, 4) · (2, −1) = 2; an unknown word adds nothing', () => {
    const row = vectors.rowOf(hashWord('colis')),
      sum = new Float64Array([1, 1]);
    expect(vectors.dot(row, [2, -1])).toBe(2);
    expect(vectors.dot(vectors.rowOf(hashWord('inconnu')), [2, -1])).toBe(0);
    vectors.add(row, sum);
    expect([...sum]).toEqual([4, 5]);
  });

  it('give cosines: (3, 4) and (−6, 8) make 14 / 50', () => {
    expect(cosine(vectors.textVector('colis'), vectors.textVector('fromage'))).toBeCloseTo(14 / 50, 6);
    expect(cosine(null, vectors.textVector('colis'))).toBe(0);
  });

  it.each([
    ['other bytes', new TextEncoder().encode('PNG'), 'no word vectors'],
    ['no JSON', new TextEncoder().encode('deversoir-vectors 1 {\n'), 'unreadable header'],
    ['a cut table', table({ colis: [3, 4] }, 2), '6 bytes where 12 are announced'],
  ])('are refused: %s', (_, bytes, what) => {
    expect(() => new WordVectors(bytes)).toThrow(what);
  });
});

describe('the table shipped', () => {
  const vectors = loadWordVectors();

  it('covers nine words of ten of texts that it was not made of', () => {
    expect(
      vectors.coverage([
        'Le facteur a déposé mon paquet sous la pluie, tout est trempé et personne ne décroche au service client.',
        'My order turned up two days late and the box was soaking wet, nobody answers the phone.',
      ]),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it('finds texts on the same driver better than the words they share, three of a hundred at least', () => {
    const rows = ['care', 'messages'].flatMap((name) =>
      readSet(fileURLToPath(new URL(`../../datasets/labelled/${name}.tsv`, import.meta.url)))
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
