import { fold } from '../../util/fold.js';

const TOKEN = /[\p{L}\p{N}%&]+|[.!?;:,()=/+|\n…]/gu;
export const isMark = (token: string): boolean => /[.!?;:,()=/+|\n…]/u.test(token);
export const endsSentence = (token: string): boolean => /[.!?\n…]/u.test(token);

/** Words and marks of a text. */
export const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/** First and last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Where a name stands, by its tokens; folded already. */
export function spansOf(tokens: readonly string[], name: string): Span[] {
  const wanted = tokensOf(name);
  if (wanted.length === 0) return [];
  const found: Span[] = [];
  for (let first = 0; first + wanted.length <= tokens.length; first++)
    if (wanted.every((word, at) => tokens[first + at] === word))
      found.push({ first, last: first + wanted.length - 1 });
  return found;
}

/** Forms in which texts write a brand, with those that its configuration gives. */
export const spellingsOf = (brand: string, aliases: readonly string[] = []): readonly string[] => {
  const plain = brand.replace(/^(?:les?|la|the)\s+|^l['’]/i, '');
  const forms = [
    brand,
    plain,
    brand.replaceAll('&', ' et '),
    brand.replaceAll(/[^\p{L}\p{N}]/gu, ''),
    ...aliases,
  ];
  return [...new Set(forms.map(fold))];
};
