const LATIN_FOLD = new Uint16Array(0x250);
for (let code = 0; code < LATIN_FOLD.length; code++) {
  const folded = String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0);
  LATIN_FOLD[code] = folded;
}
LATIN_FOLD[0x153] = LATIN_FOLD[0x152] = 0x6f; // œ → o
LATIN_FOLD[0xe6] = LATIN_FOLD[0xc6] = 0x61; // æ → a

/** A UTF-16 code unit in lower case without accent, for Latin letters; others unchanged. No allocation. */
export function foldCode(code: number): number {
  return code < 0x250 ? (LATIN_FOLD[code] ?? code) : code;
}

/**
 * Lower case without accents, for comparing names and words.
 *
 * @example
 * fold('Crème BRÛLÉE')
 * // → 'creme brulee'
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : withoutAccents(lower);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

const withoutAccents = (lower: string): string =>
  lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
