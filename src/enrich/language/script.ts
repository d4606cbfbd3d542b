/** Scripts told apart by the language detector; `Latin` holds most languages. */
export const SCRIPTS = [
  'Latin',
  'Arabic',
  'Cyrillic',
  'Devanagari',
  'Han',
  'Kana',
  'Hangul',
  'Greek',
  'Hebrew',
  'Thai',
  'Bengali',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Oriya',
  'Lao',
  'Georgian',
  'Armenian',
  'Ethiopic',
] as const;
export type Script = (typeof SCRIPTS)[number];

const RANGES: readonly (readonly [Script, number, number])[] = [
  ['Greek', 0x370, 0x400],
  ['Cyrillic', 0x400, 0x530],
  ['Armenian', 0x530, 0x590],
  ['Hebrew', 0x590, 0x600],
  ['Arabic', 0x600, 0x780],
  ['Devanagari', 0x900, 0x980],
  ['Bengali', 0x980, 0xa00],
  ['Gurmukhi', 0xa00, 0xa80],
  ['Gujarati', 0xa80, 0xb00],
  ['Oriya', 0xb00, 0xb80],
  ['Tamil', 0xb80, 0xc00],
  ['Telugu', 0xc00, 0xc80],
  ['Kannada', 0xc80, 0xd00],
  ['Malayalam', 0xd00, 0xd80],
  ['Thai', 0xe00, 0xe80],
  ['Lao', 0xe80, 0xf00],
  ['Georgian', 0x10a0, 0x1100],
  ['Hangul', 0x1100, 0x1200],
  ['Ethiopic', 0x1200, 0x13a0],
  ['Kana', 0x3041, 0x3100],
  ['Han', 0x3400, 0xa000],
  ['Hangul', 0xac00, 0xd7a4],
  ['Arabic', 0xfb50, 0xfe00],
  ['Arabic', 0xfe70, 0xff00],
];

/** Script of a UTF-16 unit, as index in `SCRIPTS` + 1; 0: not a letter. */
const SCRIPT_OF = new Uint8Array(65536);
for (let code = 0x41; code < 0x250; code++) if (/\p{L}/u.test(String.fromCharCode(code))) SCRIPT_OF[code] = 1;
for (let code = 0x1e00; code < 0x1f00; code++) SCRIPT_OF[code] = 1;
for (const [script, from, to] of RANGES) {
  for (let code = from; code < to; code++)
    if (/[\p{L}\p{M}]/u.test(String.fromCharCode(code))) SCRIPT_OF[code] = SCRIPTS.indexOf(script) + 1;
}

/** Letters of each script in the first `limit` units of a text, by index in `SCRIPTS`. */
export function countScripts(text: string, limit: number, out: Int32Array): void {
  out.fill(0);
  const end = Math.min(text.length, limit);
  for (let i = 0; i < end; i++) {
    const script = SCRIPT_OF[text.charCodeAt(i)] as number;
    if (script > 0) out[script - 1]!++;
  }
}
