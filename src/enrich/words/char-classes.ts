/** Classes of UTF-16 units and their folded forms, in tables over the whole plane. */
export const C = {
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

export const CLASS = new Uint8Array(65536);
export const LOWER = new Uint16Array(65536);
export const FOLDED = new Uint16Array(65536);

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
