/**
 * Sentiment as a tool writes it: a word in French, English, German or Spanish, or a signed number.
 *
 * @example
 * [sentimentOf('Négatif'), sentimentOf('-5'), sentimentOf('0'), sentimentOf('Not Rated')]
 * // → ['negative', 'negative', 'neutral', undefined]
 */
export function sentimentOf(text: string | undefined): 'negative' | 'neutral' | 'positive' | undefined {
  if (text === undefined) return undefined;
  const word = text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (/^(?:very |tres |sehr |muy )?(?:negati|neg$)/.test(word)) return 'negative';
  if (/^(?:very |tres |sehr |muy )?(?:positi|pos$)/.test(word)) return 'positive';
  if (/^(?:neutr|neu$)/.test(word)) return 'neutral';
  if (!/^-?\d+(?:[.,]\d+)?$/.test(word)) return undefined;
  const value = Number(word.replace(',', '.'));
  return value < 0 ? 'negative' : value > 0 ? 'positive' : 'neutral';
}
