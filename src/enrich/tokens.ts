/**
 * Tokens of short informal texts in one pass, into typed arrays that are used again for the next text.
 * This file is longer than 250 lines because the scanner is one state machine whose branches share its cursor.
 */

/** Kinds of token. `elision` is a clitic with its apostrophe (`l'`, `qu'`); `mark` is a run of `!`, `?` or `…`. */
export const TOKEN = {
  word: 0,
  elision: 1,
  number: 2,
  url: 3,
  mention: 4,
  hashtag: 5,
  emoji: 6,
  mark: 7,
  punctuation: 8,
  email: 9,
} as const;
export type TokenKind = (typeof TOKEN)[keyof typeof TOKEN];

/** Bits of `TokenBuffer.flags`. */
export const FLAG = {
  /** At least two letters, all capitals. */
  upper: 1,
  /** First letter is a capital. */
  capital: 2,
  /** A letter was repeated three times or more; the hash is of the word without the repeats. */
  elongated: 4,
  /** Part of the hashtag token before it (`#PouletRoti` gives the hashtag, then `poulet`, `roti`). */
  inHashtag: 8,
  /** No white space before the token. */
  glued: 16,
  /** First token of a line. */
  lineStart: 32,
} as const;

const C = {
  other: 0,
  letter: 1,
  digit: 2,
  space: 3,
  punct: 4,
  combining: 5,
  emoji: 6,
  high: 7,
  low: 8,
  apostrophe: 9,
  mark: 10,
  newline: 11,
  joiner: 12,
} as const;

const CLASS = new Uint8Array(65536);
const LOWER = new Uint16Array(65536);
const FOLDED = new Uint16Array(65536);

function lower(from: number, to: number): void {
  for (let code = from; code < to; code++) {
    const low = String.fromCharCode(code).toLowerCase().charCodeAt(0);
    LOWER[code] = low;
    FOLDED[code] = String.fromCharCode(low).normalize('NFKD').charCodeAt(0);
  }
}

function fillTables(): void {
  const letter = /[\p{L}\p{M}]/u,
    digit = /\p{Nd}/u,
    space = /\s/u;
  for (let code = 0; code < 65536; code++) {
    LOWER[code] = FOLDED[code] = code;
    const char = String.fromCharCode(code);
    if (code >= 0xd800 && code < 0xdc00) CLASS[code] = C.high;
    else if (code >= 0xdc00 && code < 0xe000) CLASS[code] = C.low;
    else if (code >= 0x3400 && code < 0xd7a4) CLASS[code] = C.letter;
    else if (letter.test(char)) CLASS[code] = C.letter;
    else if (digit.test(char)) CLASS[code] = C.digit;
    else if (space.test(char)) CLASS[code] = C.space;
    else if (code > 0x20 && code !== 0x7f) CLASS[code] = C.punct;
  }
  for (let code = 0x300; code < 0x370; code++) CLASS[code] = C.combining;
  for (const [from, to] of [
    [0x2190, 0x2200],
    [0x2300, 0x2400],
    [0x25a0, 0x27c0],
    [0x2900, 0x2980],
    [0x2b00, 0x2c00],
  ] as const) {
    for (let code = from; code < to; code++) CLASS[code] = C.emoji;
  }
  for (const code of [0x200b, 0x200c, 0x200d, 0x2060, 0xad, 0xfeff, 0xfe0e, 0xfe0f, 0x20e3])
    CLASS[code] = C.joiner;
  for (let code = 0x202a; code <= 0x202e; code++) CLASS[code] = C.joiner;
  for (const char of "'’‘ʼ´`") CLASS[char.charCodeAt(0)] = C.apostrophe;
  for (const char of '!?…¡¿') CLASS[char.charCodeAt(0)] = C.mark;
  CLASS[10] = CLASS[13] = C.newline;
  lower(0x41, 0x5b);
  lower(0xaa, 0x250);
  lower(0x370, 0x590);
  lower(0x1e00, 0x2000);
  lower(0xff10, 0xff5b);
  for (let code = 0x61; code < 0x7b; code++) FOLDED[code] = code;
  for (let code = 0xff10; code < 0xff1a; code++) CLASS[code] = C.digit;
  for (const char of "'’‘ʼ´`") LOWER[char.charCodeAt(0)] = FOLDED[char.charCodeAt(0)] = 0x27;
}
fillTables();

const HASH_START = 0x811c9dc5 | 0;

/** Last mix of a hash: spreads its bits. */
export function finishHash(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** Hash of two hashes; order matters. */
export function mixHash(a: number, b: number): number {
  return finishHash((Math.imul(a, 31) + b + 0x9e3779b9) | 0);
}

/** Hash of `chars[from .. to)`. */
export function hashChars(chars: Uint16Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (chars[i] as number), 0x01000193);
  return finishHash(hash);
}

/** Letters of a word that count for its hash; a longer "word" is not a word. */
export const MAX_WORD = 48;

/**
 * A word as the tokenizer folds it: lower case, no accents, straight apostrophes, a letter three times or more made one.
 *
 * @example
 * foldWord('Trooop D’Œufs')
 * // → "trop d'oeufs"
 */
export function foldWord(word: string): string {
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const kind = CLASS[word.charCodeAt(i)];
    if (kind === C.combining || kind === C.joiner) continue;
    folded += String.fromCharCode(FOLDED[word.charCodeAt(i)] as number);
  }
  return folded
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/(\p{L})\1\1+/gu, '$1');
}

/**
 * Hash of a word as found in `TokenBuffer.hashes`: accents, case and elongation don't change it.
 *
 * @example
 * hashWord('Déçuuuu') === hashWord('decu')
 * // → true
 */
export function hashWord(word: string): number {
  const folded = foldWord(word);
  let hash = HASH_START;
  for (let i = 0; i < folded.length && i < MAX_WORD; i++)
    hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  return finishHash(hash);
}

const ELISIONS: ReadonlySet<number> = new Set(
  ['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'y', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'presqu'].map(
    hashWord,
  ),
);

const EMOTICON =
  /[:;=8xX]['’]?[-o^]?(?:\)+|\(+|[DPpOo3/\\|\][*](?![\p{L}\p{N}/]))|<\/?3+|\^_*\^|-_+-|[oO]_[oO]/uy;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]+|(?:httpurl|https?)(?![\p{L}\p{N}])/iuy;
const MENTION = /@[\w\p{L}.-]*[\w\p{L}]/uy;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/uy;
const DOMAIN_END =
  /\.(?:com|fr|net|org|info|biz|ru|xyz|online|shop|site|co|io|me|ly|gl|be|ch|eu|uk)(?:\/[^\s<>"]*)?(?![\p{L}\p{N}])/iuy;

/** Sum over the places `from .. to` of a list given by its running sums. */
const sumIn = (sums: Int32Array, from: number, to: number): number =>
  (to > from ? (sums[to - 1] as number) : 0) - (from > 0 ? (sums[from - 1] as number) : 0);

/** The tokens of one text. Its arrays live from text to text: read them before the next `tokenize`. */
export class TokenBuffer {
  /** The text the tokens are of. */
  text = '';
  count = 0;
  kinds = new Uint8Array(256);
  flags = new Uint8Array(256);
  /** Offsets in `text`, in UTF-16 units. */
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** `hashWord` of the folded form; links, mentions, mails and numbers of one shape share one hash. */
  hashes = new Int32Array(256);
  /** Folded letters of all tokens, one after the other: token i is `chars[charStarts[i] .. charEnds[i])`. */
  chars = new Uint16Array(2048);
  charStarts = new Int32Array(256);
  charEnds = new Int32Array(256);
  /** Letters of the text's words, and how many of them are capitals. */
  letters = 0;
  capitals = 0;
  /** The same up to each token, itself included. */
  private lettersTo = new Int32Array(256);
  private capitalsTo = new Int32Array(256);
  private used = 0;
  private pending = 0;

  /** Reads `text`; returns the number of tokens. Never throws; time is linear in the length. */
  tokenize(text: string): number {
    this.text = text;
    this.count = this.used = this.letters = this.capitals = 0;
    this.pending = FLAG.lineStart;
    let i = 0;
    while (i < text.length) i = this.next(i);
    return this.count;
  }

  /** Folded form of token i. */
  folded(i: number): string {
    let word = '';
    for (let j = this.charStarts[i] as number; j < (this.charEnds[i] as number); j++)
      word += String.fromCharCode(this.chars[j] as number);
    return word;
  }

  /** True when `folded(i)` is `word`. */
  isFolded(i: number, word: string): boolean {
    const from = this.charStarts[i] as number;
    if ((this.charEnds[i] as number) - from !== word.length) return false;
    for (let j = 0; j < word.length; j++) if (this.chars[from + j] !== word.charCodeAt(j)) return false;
    return true;
  }

  /** Token i as written. */
  written(i: number): string {
    return this.text.slice(this.starts[i], this.ends[i]);
  }

  /** Letters of the words among the tokens `from .. to`. */
  lettersIn(from: number, to: number): number {
    return sumIn(this.lettersTo, from, to);
  }

  /** Capitals of the words among the tokens `from .. to`. */
  capitalsIn(from: number, to: number): number {
    return sumIn(this.capitalsTo, from, to);
  }

  private next(i: number): number {
    const code = this.text.charCodeAt(i);
    switch (CLASS[code]) {
      case C.space:
        this.pending &= ~FLAG.glued;
        return i + 1;
      case C.newline:
        this.pending = FLAG.lineStart;
        return i + 1;
      case C.letter:
        return this.wordOrLink(i, code);
      case C.digit:
        return this.number(i);
      case C.high:
        return this.pair(i);
      case C.emoji:
        return this.emoji(i, code);
      case C.mark:
        return this.mark(i, code);
      case C.punct:
        return this.punctuation(i, code);
      case C.apostrophe:
        return this.symbol(TOKEN.punctuation, i, i + 1, 0x27);
      default:
        return i + 1;
    }
  }

  private wordOrLink(i: number, code: number): number {
    if (code === 0x68 || code === 0x48 || code === 0x77 || code === 0x57) {
      const end = this.match(LINK, i);
      if (end > 0) return this.symbol(TOKEN.url, i, end, 1);
    }
    const next = this.text.charCodeAt(i + 1);
    if (
      (code === 0x78 || code === 0x58 || code === 0x6f || code === 0x4f) &&
      (next === 0x5f || next === 0x29 || next === 0x44)
    ) {
      const end = this.match(EMOTICON, i);
      if (end > 0) return this.emoticon(i, end);
    }
    const end = this.word(i, 0);
    const after = this.text.charCodeAt(end);
    if (after !== 0x40 && after !== 0x2e) return end;
    // "name@host.fr", "site.fr/page": the word just pushed becomes the start of a link.
    const mail = after === 0x40 ? this.match(MAIL, i) : 0;
    const domain =
      after === 0x2e && this.kinds[this.count - 1] === TOKEN.word ? this.match(DOMAIN_END, end) : 0;
    if (mail === 0 && domain === 0) return end;
    this.count--;
    this.used = this.charStarts[this.count] as number;
    return this.symbol(mail > 0 ? TOKEN.email : TOKEN.url, i, Math.max(mail, domain), mail > 0 ? 3 : 1);
  }

  /** A run of letters, digits and inner apostrophes. An elision ends at its apostrophe. */
  private word(start: number, extra: number): number {
    const { text } = this;
    const from = this.used;
    this.roomFor(MAX_WORD + 4);
    const { chars } = this;
    let i = start,
      to = from,
      capitals = 0,
      letters = 0,
      last = 0,
      run = 0,
      elongated = 0,
      kind: TokenKind = TOKEN.word;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const type = CLASS[code];
      if (type === C.letter || type === C.digit) {
        const folded = FOLDED[code] as number;
        letters++;
        if (LOWER[code] !== code) capitals++;
        run = folded === last && type === C.letter ? run + 1 : 1;
        last = folded;
        if (run === 3) {
          to--;
          elongated = FLAG.elongated;
        }
        if (run >= 3 || to - from >= MAX_WORD) continue;
        if (folded === 0x153 || folded === 0xe6) {
          chars[to++] = folded === 0x153 ? 0x6f : 0x61;
          chars[to++] = 0x65;
        } else chars[to++] = folded;
      } else if (type === C.apostrophe && CLASS[text.charCodeAt(i + 1)] === C.letter) {
        if (to - from <= 7 && ELISIONS.has(hashChars(chars, from, to))) {
          chars[to++] = 0x27;
          kind = TOKEN.elision;
          i++;
          break;
        }
        last = 0;
        if (to - from < MAX_WORD) chars[to++] = 0x27;
      } else if (type !== C.combining && type !== C.joiner) break;
    }
    this.letters += letters;
    this.capitals += capitals;
    const first = text.charCodeAt(start);
    const shape =
      (LOWER[first] !== first ? FLAG.capital : 0) |
      (capitals >= 2 && capitals === letters ? FLAG.upper : 0) |
      elongated;
    this.used = to;
    this.push(kind, start, i, extra | shape, hashChars(chars, from, to), from, to);
    return i;
  }

  /** Digits with inner `.`, `,`, `:`, `/`, narrow spaces; hashed by shape: 12,50 is 9,9 and 1 250 is 9 9. A year keeps its own. */
  private number(start: number): number {
    const { text } = this;
    let i = start,
      digits = 0,
      parts = 1;
    for (; i < text.length; i++) {
      const type = CLASS[text.charCodeAt(i)];
      if (type === C.digit) {
        digits++;
        continue;
      }
      const code = text.charCodeAt(i);
      const inner =
        code === 0x2e ||
        code === 0x2c ||
        code === 0x3a ||
        code === 0x2f ||
        code === 0xa0 ||
        code === 0x202f ||
        code === 0x2d;
      if (!inner || CLASS[text.charCodeAt(i + 1)] !== C.digit) break;
      parts++;
    }
    // "5g", "2eme", "20h30", "4x4": digits glued to letters are a word.
    if (CLASS[text.charCodeAt(i)] === C.letter && parts === 1) return this.word(start, 0);
    return this.symbol(TOKEN.number, start, i, 16 + Math.min(digits, 11) * 4 + Math.min(parts, 4) - 1);
  }

  private pair(i: number): number {
    const point = this.text.codePointAt(i) as number;
    if (point < 0x10000) return i + 1;
    if (point >= 0x1d400 && point < 0x1d800) return this.fancyWord(i);
    if (point >= 0x1f000 && point < 0x1fb00) return this.emoji(i, point);
    return this.symbol(TOKEN.punctuation, i, i + 2, point);
  }

  /** Letters of the mathematical alphabets, with which spam hides words: folded to plain letters. */
  private fancyWord(start: number): number {
    const from = this.used;
    this.roomFor(MAX_WORD);
    let i = start,
      to = from;
    for (; i + 1 < this.text.length; i += 2) {
      const point = this.text.codePointAt(i) as number;
      if (point < 0x1d400 || point >= 0x1d800) break;
      const index = point - 0x1d400;
      const plain = point >= 0x1d7ce ? 0x30 + ((point - 0x1d7ce) % 10) : 0x61 + ((index % 52) % 26);
      if (to - from < MAX_WORD) this.chars[to++] = plain;
    }
    this.used = to;
    this.push(TOKEN.word, start, i, 0, hashChars(this.chars, from, to), from, to);
    return i;
  }

  /** One emoji, without skin tone, variation selector and joined parts; flags are two letters. Repeats make one token each. */
  private emoji(start: number, point: number): number {
    let i = start + (point > 0xffff ? 2 : 1);
    for (;;) {
      const next = this.text.codePointAt(i);
      if (next === undefined) break;
      if (next === 0xfe0f || next === 0xfe0e || next === 0x20e3 || (next >= 0x1f3fb && next <= 0x1f3ff))
        i += next > 0xffff ? 2 : 1;
      else if (next === 0x200d) {
        const joined = this.text.codePointAt(i + 1) ?? 0;
        if (!(joined >= 0x1f000 && joined < 0x1fb00) && CLASS[joined & 0xffff] !== C.emoji) {
          i++;
          break;
        }
        i += 1 + (joined > 0xffff ? 2 : 1);
      } else break;
    }
    return this.symbol(TOKEN.emoji, start, i, point);
  }

  /** A run of `!` and `?` (or of `…`): hashed by what it holds and whether it is one, or more. */
  private mark(start: number, code: number): number {
    let i = start,
      asks = 0,
      cries = 0;
    for (; i < this.text.length && CLASS[this.text.charCodeAt(i)] === C.mark; i++) {
      const next = this.text.charCodeAt(i);
      if (next === 0x3f) asks++;
      else if (next === 0x21) cries++;
    }
    const shape =
      asks > 0 && cries > 0
        ? 200
        : asks > 0
          ? 201 + Math.min(asks, 2)
          : cries > 0
            ? 204 + Math.min(cries, 3)
            : code;
    return this.symbol(TOKEN.mark, start, i, shape);
  }

  private punctuation(i: number, code: number): number {
    const { text } = this;
    if (code === 0x40) {
      const end = this.match(MENTION, i);
      if (end > 0) {
        const link = end === i + 4 && text.slice(i, end).toLowerCase() === '@url';
        return this.symbol(link ? TOKEN.url : TOKEN.mention, i, end, link ? 1 : 2);
      }
    }
    if (code === 0x23 && CLASS[text.charCodeAt(i + 1)] === C.letter) return this.hashtag(i);
    if (code === 0x2e && text.charCodeAt(i + 1) === 0x2e) {
      let end = i + 2;
      while (text.charCodeAt(end) === 0x2e) end++;
      return this.symbol(TOKEN.mark, i, end, 0x2026);
    }
    if (code === 0x3a || code === 0x3b || code === 0x3d || code === 0x3c || code === 0x5e || code === 0x2d) {
      const end = this.match(EMOTICON, i);
      if (end > 0) return this.emoticon(i, end);
    }
    return this.symbol(TOKEN.punctuation, i, i + 1, code);
  }

  /** `:-))` and `:)` are one emoticon: eyes and last mouth. */
  private emoticon(start: number, end: number): number {
    const eyes = this.text.charCodeAt(start);
    return this.symbol(
      TOKEN.emoji,
      start,
      end,
      300 + FOLDED[eyes]! * 128 + (FOLDED[this.text.charCodeAt(end - 1)]! & 127),
    );
  }

  /** The hashtag as one token, then its words: cut at `_`, digits and capitals after small letters. */
  private hashtag(start: number): number {
    const { text } = this;
    const end = this.hashtagEnd(start + 1);
    const from = this.used;
    this.roomFor(MAX_WORD + 1);
    this.chars[this.used++] = 0x23;
    for (let i = start + 1; i < end && this.used - from <= MAX_WORD; i++)
      this.chars[this.used++] = FOLDED[text.charCodeAt(i)] as number;
    this.push(TOKEN.hashtag, start, end, 0, hashChars(this.chars, from, this.used), from, this.used);
    let part = start + 1;
    for (let i = part + 1; i <= end; i++) {
      const code = text.charCodeAt(i),
        before = text.charCodeAt(i - 1);
      const cut = i === end || code === 0x5f || (LOWER[code] !== code && LOWER[before] === before);
      if (!cut) continue;
      if (i > part) this.hashtagPart(part, i);
      part = code === 0x5f ? i + 1 : i;
    }
    return end;
  }

  private hashtagEnd(i: number): number {
    let end = i;
    for (; end < this.text.length; end++) {
      const type = CLASS[this.text.charCodeAt(end)];
      if (type !== C.letter && type !== C.digit && type !== C.combining && this.text.charCodeAt(end) !== 0x5f)
        break;
    }
    return end;
  }

  private hashtagPart(start: number, end: number): void {
    const from = this.used;
    this.roomFor(MAX_WORD);
    for (let i = start; i < end && this.used - from < MAX_WORD; i++) {
      if (CLASS[this.text.charCodeAt(i)] !== C.combining)
        this.chars[this.used++] = FOLDED[this.text.charCodeAt(i)] as number;
    }
    this.push(
      TOKEN.word,
      start,
      end,
      FLAG.inHashtag,
      hashChars(this.chars, from, this.used),
      from,
      this.used,
    );
  }

  private match(pattern: RegExp, i: number): number {
    pattern.lastIndex = i;
    return pattern.test(this.text) ? pattern.lastIndex : 0;
  }

  private symbol(kind: TokenKind, start: number, end: number, shape: number): number {
    this.push(kind, start, end, 0, finishHash(Math.imul(shape + 1, 0x9e3779b1) + kind), this.used, this.used);
    return end;
  }

  private push(
    kind: TokenKind,
    start: number,
    end: number,
    flags: number,
    hash: number,
    charStart: number,
    charEnd: number,
  ): void {
    if (this.count === this.kinds.length) this.grow();
    const i = this.count++;
    this.kinds[i] = kind;
    this.flags[i] = flags | this.pending;
    this.starts[i] = start;
    this.ends[i] = end;
    this.hashes[i] = hash;
    this.charStarts[i] = charStart;
    this.charEnds[i] = charEnd;
    this.lettersTo[i] = this.letters;
    this.capitalsTo[i] = this.capitals;
    this.pending = FLAG.glued;
  }

  private roomFor(letters: number): void {
    if (this.used + letters <= this.chars.length) return;
    const wider = new Uint16Array(this.chars.length * 2 + letters);
    wider.set(this.chars);
    this.chars = wider;
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    const bytes = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const wide = new Uint8Array(size);
      wide.set(old);
      return wide;
    };
    const ints = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const wide = new Int32Array(size);
      wide.set(old);
      return wide;
    };
    this.kinds = bytes(this.kinds);
    this.flags = bytes(this.flags);
    this.starts = ints(this.starts);
    this.ends = ints(this.ends);
    this.hashes = ints(this.hashes);
    this.charStarts = ints(this.charStarts);
    this.charEnds = ints(this.charEnds);
    this.lettersTo = ints(this.lettersTo);
    this.capitalsTo = ints(this.capitalsTo);
  }
}

/** Hash that the tokenizer gives an emoji: of its first code point. */
export function hashEmoji(emoji: string): number {
  const buffer = new TokenBuffer();
  return buffer.tokenize(emoji) > 0 ? (buffer.hashes[0] as number) : 0;
}
