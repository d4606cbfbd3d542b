import { escapeHtml } from '../escape.js';
import type { Words } from '../story/words.js';

/** Letters of a method that are read at once. */
const SHORT = 420;

/** A method: its first sentences, and the rest of a long one folded under them. */
export function methodHtml(text: string, words: Words): string {
  const sentences = text.trim().split(/(?<=\.) (?=\p{Lu})/u);
  const short = sentences.filter((_, at) => at === 0 || sentences.slice(0, at + 1).join(' ').length <= SHORT);
  const told = sentences.slice(0, short.length).join(' ');
  const rest = sentences.slice(short.length).join(' ');
  const part = (said: string): string => (said === '' ? '' : `<p class="small">${escapeHtml(said)}</p>`);
  return rest.length < SHORT / 2
    ? part(text.trim())
    : `${part(told)}<details><summary>${words.say('En détail', 'In detail')}</summary>${part(rest)}</details>`;
}
