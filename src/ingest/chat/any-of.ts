/** A group of a regular expression that matches one of the parts. */
export const anyOf = (...parts: readonly string[]): string => `(?:${parts.join('|')})`;
