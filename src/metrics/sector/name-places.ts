import { fold } from '../../util/fold.js';

/** A word or a mark of a text, with its letters' places. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
const TOKEN = /[\p{L}\p{N}%&]+|[.!?;:,()=/+|\n…]/gu;
export const isMark = ({ text }: Token): boolean => /[.!?;:,()=/+|\n…]/u.test(text);
export const endsSentence = ({ text }: Token): boolean => /[.!?\n…]/u.test(text);

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token,
    from: index,
    to: index + token.length,
  }));

/** First and last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Where a name stands, by its tokens; folded already. */
export function spansOf(tokens: readonly Token[], name: string): Span[] {
  const wanted = tokensOf(name).map(({ text }) => text);
  if (wanted.length === 0) return [];
  const found: Span[] = [];
  for (let first = 0; first + wanted.length <= tokens.length; first++)
    if (wanted.every((word, at) => tokens[first + at]?.text === word))
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
