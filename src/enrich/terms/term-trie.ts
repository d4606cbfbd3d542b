import { isOneTypo, lightStem, spellingKey } from '../words/light-stem.js';
import { TermSteps } from './term-steps.js';
import { type TermList, TermWords } from './term-words.js';
import { TOKEN } from '../words/token-kinds.js';
import { TokenBuffer } from '../words/tokens.js';
import { foldWord } from '../words/token-hashes.js';

const TYPO_LENGTH = 8;
/** Numbers kept of a word: its id, its id as the beginning of a word, and the nodes to which these lead from the root. */
const KNOWN = 4;
const PREFIX = 1,
  FIRST = 2,
  FIRST_PREFIX = 3;
const SKIPPED = -1;
const ROOT = 0;
const BREAKS = new Set([...'.,;:()[]{}«»"|•'].map((char) => char.charCodeAt(0)));

/** Told the payloads of a term, its first token and the one after its last. */
type Found = (payloads: readonly number[], start: number, end: number) => void;

const endsOf = (word: string): string => word.charAt(0) + word.charAt(word.length - 1);

/**
 * Multi-word terms looked for in one pass over the tokens of a text, whatever the plural, the accents, the apostrophes, the
 * hyphens and one typo in a long word. A word is looked up once, see `TermWords`.
 */
export class TermTrie implements TermList {
  private readonly steps = new TermSteps();
  /** Of the terms that end at a node. */
  private readonly payloads: (number[] | undefined)[] = [];
  private readonly ids = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  /** Keys of long words, by their first and last letters. */
  private readonly longKeys = new Map<string, string[]>();
  private readonly prefixes = new Map<string, number>();
  private readonly symbols = new Map<number, number>();
  /** Numbers as written: their hash only tells their shape. */
  private readonly numbers = new Map<string, number>();
  private readonly notTypos: ReadonlySet<string>;
  private readonly bit: number;
  private shortestPrefix = 99;
  private nextId = 1;
  private readonly buffer = new TokenBuffer();
  /** What is known of words, by their numbers. */
  private known = new Int32Array(KNOWN << 10);

  /** `notTypos`: words one letter away from a term that are words of their own. `words` is shared by what looks through the same texts. */
  constructor(
    notTypos: readonly string[] = [],
    private readonly words = new TermWords(),
  ) {
    this.bit = words.enter(this);
    this.notTypos = new Set(notTypos.map((word) => lightStem(foldWord(word))));
  }

  /** Adds a term; `*` at the end of a word matches any ending. A term without a word is ignored. */
  add(term: string, payload: number): void {
    const path: number[] = [];
    for (const piece of term.split(/\s+/)) {
      const prefix = piece.endsWith('*'),
        elided = /\p{L}['’]$/u.test(piece);
      // an apostrophe belongs to its word only before another
      const count =
        this.buffer.tokenize(prefix ? piece.slice(0, -1) : elided ? `${piece}a` : piece) - Number(elided);
      for (let i = 0; i < count; i++) {
        const id = this.idOfPattern(i, prefix && i === count - 1);
        if (id > 0 && path.push(id) === 1) this.words.begin(this.buffer, i, this.bit);
      }
    }
    if (path.length === 0) return;
    let node = ROOT;
    for (const id of path) {
      node = this.steps.make(node, id);
      this.payloads[node] ??= undefined;
    }
    const payloads = (this.payloads[node] ??= []);
    if (!payloads.includes(payload)) payloads.push(payload);
    this.words.forget();
  }

  /** Calls `found` for every term at every place of the tokens `from .. to`, nested and overlapping ones too. */
  scan(tokens: TokenBuffer, found: Found, from = 0, to = tokens.count): void {
    const { words, bit } = this;
    words.read(tokens);
    if ((words.all & bit) === 0) return;
    const { begins, places, placeCount } = words;
    for (let p = 0; p < placeCount; p++) {
      const i = places[p] as number;
      if (((begins[i] as number) & bit) !== 0 && i >= from && i < to) this.begin(tokens, i, to, found);
    }
  }

  learn(number: number, word: string, stem: string): boolean {
    const at = KNOWN * number;
    if (at >= this.known.length) {
      const wide = new Int32Array(2 * this.known.length);
      wide.set(this.known);
      this.known = wide;
    }
    const { known, steps } = this;
    const id = (known[at] = this.idOf(stem)),
      prefix = (known[at + PREFIX] = this.prefixOf(word));
    const first = (known[at + FIRST] = id === 0 ? ROOT : steps.of(ROOT, id)),
      second = (known[at + FIRST_PREFIX] = prefix === 0 ? ROOT : steps.of(ROOT, prefix));
    return first !== ROOT || second !== ROOT;
  }

  private begin(tokens: TokenBuffer, i: number, to: number, found: Found): void {
    const number = this.words.numbers[i] as number,
      at = KNOWN * number;
    const first =
        number === 0 ? this.steps.of(ROOT, this.signOf(tokens, i)) : (this.known[at + FIRST] as number),
      second = number === 0 ? ROOT : (this.known[at + FIRST_PREFIX] as number);
    if (first !== ROOT) this.reach(first, tokens, i + 1, i, to, found);
    if (second !== ROOT) this.reach(second, tokens, i + 1, i, to, found);
  }

  /** Tells the terms that end at a node, and goes on from it. */
  private reach(
    node: number,
    tokens: TokenBuffer,
    end: number,
    start: number,
    to: number,
    found: Found,
  ): void {
    const payloads = this.payloads[node];
    if (payloads !== undefined) found(payloads, start, end);
    if (end < to && this.steps.goOn(node)) this.walk(node, tokens, end, start, to, found);
  }

  /** Follows the tokens `at .. to` from a node: elisions, hyphens and the like are skipped, a stop or a comma breaks a term. */
  private walk(node: number, tokens: TokenBuffer, at: number, start: number, to: number, found: Found): void {
    const { steps, known } = this,
      { numbers } = this.words;
    let i = at,
      id = SKIPPED,
      second = 0;
    for (; i < to && id === SKIPPED; i++) {
      const number = numbers[i] as number;
      if (number === 0) id = this.signOf(tokens, i);
      else {
        id = known[KNOWN * number] as number;
        second = known[KNOWN * number + PREFIX] as number;
      }
    }
    if (id > 0) {
      const next = steps.of(node, id);
      if (next !== ROOT) this.reach(next, tokens, i, start, to, found);
    }
    if (second > 0) {
      const next = steps.of(node, second);
      if (next !== ROOT) this.reach(next, tokens, i, start, to, found);
    }
  }

  /** Id of a token that is no word: 0 for one that no term has, `SKIPPED` for one that terms are read over. */
  private signOf(tokens: TokenBuffer, i: number): number {
    const kind = tokens.kinds[i] as number;
    if (kind === TOKEN.elision || kind === TOKEN.hashtag) return SKIPPED;
    if (kind === TOKEN.number) return this.numbers.size > 0 ? (this.numbers.get(tokens.written(i)) ?? 0) : 0;
    const id = this.symbols.get(tokens.hashes[i] as number) ?? 0;
    return id === 0 &&
      kind === TOKEN.punctuation &&
      !BREAKS.has(tokens.text.charCodeAt(tokens.starts[i] as number))
      ? SKIPPED
      : id;
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
