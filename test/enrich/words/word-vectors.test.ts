import { describe, expect, it } from 'vitest';
import { hashWord } from '../../../src/enrich/words/token-hashes.js';
import { cosine, loadWordVectors, WordVectors } from '../../../src/enrich/words/word-vectors.js';

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
});
