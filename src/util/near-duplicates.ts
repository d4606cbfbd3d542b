import { foldCode } from './fold.js';

/** Words of a shingle, hashes of a signature, and its bands: 21 bands of 3 find a pair of resemblance 0.6 with probability 0.99. */
const SHINGLE = 3;
const BANDS = 21;
const BAND = 3;

/** Share of the shorter text's shingles found in the longer one from which a text with something added is the same. */
const CONTAINED = 0.8;
/** Resemblance (Jaccard) from which two texts are the same. */
const RESEMBLANCE = 0.6;

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

/** The shingles of many texts in one array, and where those of each begin. */
interface Shingles {
  readonly all: Uint32Array;
  readonly from: Uint32Array;
}

function gather(texts: readonly string[]): Shingles {
  let all = new Uint32Array(1024);
  const from = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    const own = shinglesOf(text),
      start = from[index] ?? 0;
    if (start + own.length > all.length) {
      const larger = new Uint32Array(2 * (start + own.length));
      larger.set(all);
      all = larger;
    }
    all.set(own, start);
    from[index + 1] = start + own.length;
  });
  return { all, from };
}

/** Number of shingles in both of two texts. */
function shared({ all, from }: Shingles, a: number, b: number): number {
  let i = from[a] ?? 0,
    j = from[b] ?? 0,
    both = 0;
  const [endOfA, endOfB] = [from[a + 1] ?? 0, from[b + 1] ?? 0];
  while (i < endOfA && j < endOfB) {
    const [x, y] = [all[i] ?? 0, all[j] ?? 0];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both;
}

/** MinHash: the least of each of three mixes of the shingles of a text, as one number of 53 bits. */
function bandOf({ all, from }: Shingles, index: number, band: number): number {
  let low = 0x811c9dc5,
    high = 0x9e3779b9;
  for (let k = 0; k < BAND; k++) {
    const seed = Math.imul(band * BAND + k + 1, 0x9e3779b1);
    let least = 0xffffffff;
    for (let at = from[index] ?? 0; at < (from[index + 1] ?? 0); at++) {
      let mixed = Math.imul((all[at] ?? 0) ^ seed, 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
      mixed = (mixed ^ (mixed >>> 16)) >>> 0;
      if (mixed < least) least = mixed;
    }
    low = Math.imul(low ^ least, 0x01000193);
    high = Math.imul(high ^ (least + low), 0x85ebca6b);
    high ^= high >>> 13;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/**
 * Groups texts that are the same but for a few words: MinHash signatures of their runs of three words, cut into bands; texts that share a band
 * are compared with the first text of the band and joined when the resemblance (Jaccard) reaches .6, or when four fifths of the shorter one
 * are in the other and it is no less than half as long. Deterministic, near-linear in texts. Broder 1997.
 *
 * @param texts any order; those under three words stay alone
 * @returns for each text the index of the first text of its group
 * @example
 * nearDuplicateGroups(['faites tourner ce message à tous vos proches ce soir', 'bonjour à toute l’équipe', 'Je copie : faites tourner ce message à tous vos proches ce soir'])
 * // → [0, 1, 0]
 */
export function nearDuplicateGroups(texts: readonly string[]): number[] {
  const parent = texts.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = index; at !== root;) [at, parent[at]] = [parent[at] ?? root, root];
    return root;
  };
  const shingles = gather(texts);
  const lengthOf = (index: number): number => (shingles.from[index + 1] ?? 0) - (shingles.from[index] ?? 0);
  // Band after band, so that one table of leaders is in memory.
  for (let band = 0; band < BANDS; band++) {
    const first = new Map<number, number>();
    for (let index = 0; index < texts.length; index++) {
      if (lengthOf(index) === 0) continue;
      const key = bandOf(shingles, index, band);
      const leader = first.get(key);
      if (leader === undefined) {
        first.set(key, index);
        continue;
      }
      const [a, b] = [rootOf(leader), rootOf(index)];
      if (a === b) continue;
      const both = shared(shingles, leader, index),
        shorter = Math.min(lengthOf(leader), lengthOf(index)),
        longer = Math.max(lengthOf(leader), lengthOf(index));
      if (
        both >= RESEMBLANCE * (shorter + longer - both) ||
        (both >= CONTAINED * shorter && shorter >= longer / 2)
      )
        parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return parent.map((_, index) => rootOf(index));
}
