/**
 * Words as they stand inside a sentence, without their capital.
 *
 * @example
 * [lowerFirst('Goût'), lowerFirst('')]
 * // → ['goût', '']
 */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
