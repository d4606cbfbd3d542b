/** Advance widths of Helvetica, thousandths of the font size; Arial and Liberation Sans share them. */
const WIDTHS = new Map<string, number>();
const GROUPS: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl’‘'],
  [260, '|'],
  [278, ' !,./:;I[\\]ft\u00a0\u202f·'],
  [333, '()-r`“”°'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jcksvxyz'],
  [556, '#$0123456789?L_abdeghnopqu«»–€'],
  [584, '+<=>~−×±≥≤'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'Wœ'],
  [1000, '…—Œ'],
  [1015, '@'],
];
for (const [width, characters] of GROUPS) for (const character of characters) WIDTHS.set(character, width);

/**
 * Width in pixels of one line of text in the sans-serif of the charts. Accents add nothing; what the table lacks (emoji,
 * other scripts) counts as one em, so that space is never too small.
 *
 * @example
 * textWidth('Prix', 10)
 * // → 17.22
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let total = 0;
  for (const character of text.normalize('NFD')) {
    if (/\p{M}/u.test(character)) continue;
    total += WIDTHS.get(character) ?? 1000;
  }
  return (total * fontSize * (bold ? 1.08 : 1)) / 1000;
}

/**
 * Breaks a text into lines no wider than `width` pixels, at plain spaces only. A longer word keeps its line.
 *
 * @example
 * wrapText('Rémunération des producteurs', 100, 11)
 * // → ['Rémunération des', 'producteurs']
 */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
