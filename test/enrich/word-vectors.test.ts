import { describe, expect, it } from 'vitest';
import { hashWord } from '../../src/enrich/token-hashes.js';
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
  const near = (a: string, b: string): number => cosine(vectors.textVector(a), vectors.textVector(b));

  it('covers 95 of 100 words of texts that it was not made of', () => {
    expect(
      vectors.coverage([
        'Le facteur a déposé mon paquet sous la pluie, tout est trempé et personne ne décroche au service client.',
        'My order turned up two days late and the box was soaking wet, nobody answers the phone.',
      ]),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['mon paquet est en retard', 'la livraison n’arrive pas', 'ce fromage a bon goût'],
    ['mon paquet est en retard', 'my parcel is late', 'the cheese is tasty'],
    ['la vendeuse était désagréable', 'le personnel est impoli', 'les pommes sont pourries'],
    ['c’est trop cher', 'prices went up', 'the staff was kind'],
  ])('puts "%s" nearer to "%s" than to "%s"', (text, same, other) => {
    expect(near(text, same)).toBeGreaterThan(near(text, other));
  });
});
