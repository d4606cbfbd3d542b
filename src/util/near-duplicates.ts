import { foldCode } from './fold.js';

/** Words of a shingle, hashes of a signature, and its bands: 21 bands of 3 find a pair of resemblance 0.6 with probability 0.99. */
const SHINGLE = 3;
const BANDS = 21;
const BAND = 3;

/** Share of the shorter text's shingles found in the longer one from which a text with something added is the same. */
const CONTAINED = 0.8;

/** Hashes of the runs of three words of a text, without case, accents and punctuation; sorted, each once. */
function shinglesOf(text: string): Uint32Array {
  const words: number[] = [];
  let hash = 0x811c9dc5,
    letters = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? foldCode(text.charCodeAt(i)) : 32;
    const inWord =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      (code >= 0x250 && code < 0x2000) ||
      (code >= 0x3040 && code < 0xd800);
    if (inWord) {
      hash = Math.imul(hash ^ code, 0x01000193);
      letters++;
    } else if (letters > 0) {
      words.push(hash);
      [hash, letters] = [0x811c9dc5, 0];
    }
  }
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let mixed = 0x9e3779b9;
    for (let j = 0; j < SHINGLE; j++)
      mixed = Math.imul(mixed ^ (words[i + j] ?? 0), 0x85ebca6b) ^ (mixed >>> 13);
    found.add(mixed >>> 0);
  }
  return Uint32Array.from(found).sort();
}

/** Number of values in both of two sorted lists. */
function shared(a: Uint32Array, b: Uint32Array): number {
  let i = 0,
    j = 0,
    both = 0;
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both;
}

/** MinHash: the least of each of 63 mixes of the shingles, hashed together band by band. */
function bandsOf(shingles: Uint32Array): string[] {
  const bands: string[] = [];
  for (let band = 0; band < BANDS; band++) {
    let key = '';
    for (let k = 0; k < BAND; k++) {
      const seed = Math.imul(band * BAND + k + 1, 0x9e3779b1);
      let least = 0xffffffff;
      for (const shingle of shingles) {
        let mixed = Math.imul(shingle ^ seed, 0x85ebca6b);
        mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
        least = Math.min(least, (mixed ^ (mixed >>> 16)) >>> 0);
      }
      key += `${least.toString(36)},`;
    }
    bands.push(`${band}:${key}`);
  }
  return bands;
}

/**
 * Groups texts that are the same but for a few words: MinHash signatures of their runs of three words, cut into bands; texts that share a band
 * are compared with the first text of the band and joined when the resemblance (Jaccard) reaches `threshold`, or when four fifths of the shorter one
 * are in the other and it is no less than half as long. Deterministic, near-linear in texts. Broder 1997.
 *
 * @param texts any order; those under three words stay alone
 * @returns for each text the index of the first text of its group
 * @example
 * nearDuplicateGroups(['faites tourner ce message à tous vos proches ce soir', 'bonjour à toute l’équipe', 'Je copie : faites tourner ce message à tous vos proches ce soir'])
 * // → [0, 1, 0]
 */
export function nearDuplicateGroups(texts: readonly string[], threshold = 0.6): number[] {
  const parent = texts.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = index; at !== root;) [at, parent[at]] = [parent[at] ?? root, root];
    return root;
  };
  const shingles = texts.map(shinglesOf);
  const first = new Map<string, number>();
  for (const [index, own] of shingles.entries()) {
    if (own.length === 0) continue;
    for (const band of bandsOf(own)) {
      const leader = first.get(band);
      if (leader === undefined) {
        first.set(band, index);
        continue;
      }
      const [a, b] = [rootOf(leader), rootOf(index)];
      if (a === b) continue;
      const other = shingles[leader] ?? own,
        both = shared(own, other),
        shorter = Math.min(own.length, other.length),
        longer = Math.max(own.length, other.length);
      if (
        both >= threshold * (own.length + other.length - both) ||
        (both >= CONTAINED * shorter && shorter >= longer / 2)
      )
        parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return parent.map((_, index) => rootOf(index));
}
