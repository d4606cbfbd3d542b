import { isOneTypo, lightStem, spellingKey } from './light-stem.js';
import { TOKEN } from './token-kinds.js';
import { TokenBuffer } from './tokens.js';
import { foldWord } from './token-hashes.js';

const TYPO_LENGTH = 8;
const CACHE_BITS = 15;
const BREAKS = new Set([...'.,;:()[]{}«»"|•'].map((char) => char.charCodeAt(0)));

/** Told the payloads of a term, its first token and the one after its last. */
type Found = (payloads: readonly number[], start: number, end: number) => void;

interface Node {
  readonly next: Map<number, Node>;
  payloads: number[];
}

const endsOf = (word: string): string => word.charAt(0) + word.charAt(word.length - 1);
const newNode = (): Node => ({ next: new Map(), payloads: [] });

/**
 * Multi-word terms looked for in one pass over the tokens of a text, whatever the plural, the accents, the apostrophes, the
 * hyphens and one typo in a long word. A word is looked up once: its id is cached by the token's hash.
 */
export class TermTrie {
  private readonly root = newNode();
  /** 1 for the ids of words that begin a term. */
  private starts = new Uint8Array(1024);
  private readonly ids = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  /** Keys of long words, by their first and last letters. */
  private readonly longKeys = new Map<string, string[]>();
  private readonly prefixes = new Map<string, number>();
  private readonly symbols = new Map<number, number>();
  /** Numbers as written: their hash only tells their shape. */
  private readonly numbers = new Map<string, number>();
  private readonly notTypos: ReadonlySet<string>;
  private shortestPrefix = 99;
  private nextId = 1;
  /** Something stands in the cache. */
  private used = false;
  private readonly buffer = new TokenBuffer();
  private readonly cacheKeys = new Int32Array(1 << CACHE_BITS);
  private readonly cacheIds = new Int32Array(2 << CACHE_BITS);
  private sequence = new Int32Array(512);
  private places = new Int32Array(256);

  /** `notTypos`: words one letter away from a term that are words of their own. */
  constructor(notTypos: readonly string[] = []) {
    this.notTypos = new Set(notTypos.map((word) => lightStem(foldWord(word))));
  }

  /** Adds a term; `*` at the end of a word matches any ending. A term without a word is ignored. */
  add(term: string, payload: number): void {
    const path: number[] = [];
    for (const piece of term.split(/\s+/)) {
      const prefix = piece.endsWith('*');
      const count = this.buffer.tokenize(prefix ? piece.slice(0, -1) : piece);
      for (let i = 0; i < count; i++) {
        const id = this.idOfPattern(i, prefix && i === count - 1);
        if (id > 0) path.push(id);
      }
    }
    if (path.length === 0) return;
    this.markStart(path[0] as number);
    let node = this.root;
    for (const id of path) {
      const child = node.next.get(id) ?? newNode();
      node.next.set(id, child);
      node = child;
    }
    if (!node.payloads.includes(payload)) node.payloads.push(payload);
    if (this.used) this.cacheKeys.fill(0);
    this.used = false;
  }

  private markStart(id: number): void {
    if (this.nextId > this.starts.length) {
      const wide = new Uint8Array(2 * this.nextId);
      wide.set(this.starts);
      this.starts = wide;
    }
    this.starts[id] = 1;
  }

  /** Calls `found` for every term at every place of the tokens `from .. to`, nested and overlapping ones too. */
  scan(tokens: TokenBuffer, found: Found, from = 0, to = tokens.count): void {
    const length = this.readSequence(tokens, from, to);
    const { sequence, starts } = this;
    for (let i = 0; i < length; i++) {
      if (starts[sequence[2 * i] as number] === 1 || starts[sequence[2 * i + 1] as number] === 1)
        this.walk(this.root, i, i, length, found);
    }
  }

  private walk(node: Node, at: number, start: number, length: number, found: Found): void {
    if (at >= length) return;
    for (let alternative = 0; alternative < 2; alternative++) {
      const id = this.sequence[2 * at + alternative] as number;
      const child = id > 0 ? node.next.get(id) : undefined;
      if (child === undefined) continue;
      if (child.payloads.length > 0)
        found(child.payloads, this.places[start] as number, (this.places[at] as number) + 1);
      if (child.next.size > 0) this.walk(child, at + 1, start, length, found);
    }
  }

  /** Ids of the tokens that count: elisions, hyphens and the like are skipped, a stop or a comma breaks a term. */
  private readSequence(tokens: TokenBuffer, from: number, to: number): number {
    if (this.places.length < to - from) {
      this.places = new Int32Array(tokens.count * 2);
      this.sequence = new Int32Array(tokens.count * 4);
    }
    let length = 0;
    for (let i = from; i < to; i++) {
      const kind = tokens.kinds[i] as number;
      if (kind === TOKEN.elision || kind === TOKEN.hashtag) continue;
      let id = 0,
        second = 0;
      if (kind === TOKEN.word) {
        const slot = this.cached(tokens, i);
        id = this.cacheIds[2 * slot] as number;
        second = this.cacheIds[2 * slot + 1] as number;
      } else if (kind === TOKEN.punctuation) {
        id = this.symbols.get(tokens.hashes[i] as number) ?? 0;
        if (id === 0 && !BREAKS.has(tokens.text.charCodeAt(tokens.starts[i] as number))) continue;
      } else if (kind === TOKEN.number)
        id = this.numbers.size > 0 ? (this.numbers.get(tokens.written(i)) ?? 0) : 0;
      else id = this.symbols.get(tokens.hashes[i] as number) ?? 0;
      this.places[length] = i;
      this.sequence[2 * length] = id;
      this.sequence[2 * length + 1] = second;
      length++;
    }
    return length;
  }

  private cached(tokens: TokenBuffer, i: number): number {
    const hash = tokens.hashes[i] as number;
    const slot = (hash >>> 0) & ((1 << CACHE_BITS) - 1);
    if (this.cacheKeys[slot] !== hash || hash === 0) {
      this.cacheKeys[slot] = hash;
      this.used = true;
      const stem = lightStem(tokens.folded(i));
      this.cacheIds[2 * slot] = this.idOf(stem);
      this.cacheIds[2 * slot + 1] = this.prefixOf(tokens.folded(i));
    }
    return slot;
  }

  private idOf(stem: string): number {
    const exact = this.ids.get(stem);
    if (exact !== undefined) return exact;
    if (stem.length < 6 || this.notTypos.has(stem)) return 0;
    const key = spellingKey(stem);
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    if (key.length < TYPO_LENGTH - 1) return 0;
    const near = this.longKeys.get(endsOf(key))?.find((long) => isOneTypo(key, long));
    return near === undefined ? 0 : (this.keys.get(near) ?? 0);
  }

  private prefixOf(word: string): number {
    for (let length = word.length; length >= this.shortestPrefix; length--) {
      const id = this.prefixes.get(word.slice(0, length));
      if (id !== undefined) return id;
    }
    return 0;
  }

  private idOfPattern(i: number, prefix: boolean): number {
    const { buffer } = this;
    const kind = buffer.kinds[i] as number;
    if (kind === TOKEN.elision || kind === TOKEN.hashtag) return 0;
    if (kind === TOKEN.number) return this.register(this.numbers, buffer.written(i));
    if (kind !== TOKEN.word) {
      const point = buffer.text.charCodeAt(buffer.starts[i] as number);
      if (kind === TOKEN.punctuation && (point === 0x26 || point === 0x2d || point === 0x27)) return 0;
      return this.register(this.symbols, buffer.hashes[i] as number);
    }
    const word = buffer.folded(i);
    if (prefix) {
      this.shortestPrefix = Math.min(this.shortestPrefix, word.length);
      return this.register(this.prefixes, word);
    }
    const stem = lightStem(word);
    const id = this.register(this.ids, stem);
    if (stem.length < 6) return id;
    const key = spellingKey(stem);
    if (this.keys.has(key)) return id;
    this.keys.set(key, id);
    if (key.length >= TYPO_LENGTH) {
      const ends = endsOf(key);
      const list = this.longKeys.get(ends);
      if (list === undefined) this.longKeys.set(ends, [key]);
      else list.push(key);
    }
    return id;
  }

  private register<K>(map: Map<K, number>, key: K): number {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, this.nextId);
    return this.nextId++;
  }
}
