/** Control characters, those that no XML may hold, and those that turn the direction of writing around. */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/**
 * Text without characters that would break a file of XML (XML 1.0, 2.2 Char), drive a program or hide what is read; a lone half of a
 * surrogate pair becomes U+FFFD.
 *
 * @example
 * printable('a\u0000b\u202Ec\ud800')
 * // → 'abc�'
 */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, '').replace(/\p{Surrogate}/gu, '\ufffd');

/**
 * JSON whose texts are printable: for what a script of a page reads and shows as it is.
 *
 * @example
 * printableJson({ text: 'a\u202Eb', n: 1 })
 * // → '{"text":"ab","n":1}'
 */
export const printableJson = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? printable(value) : value));
