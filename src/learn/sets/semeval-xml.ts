import { SaxesParser } from 'saxes';
import type { Cells } from './read-table.js';

/** Sentences of a SemEval aspect file: cells `id`, `review`, `text`, and the distinct `categories` of its opinions, a space between; sentences out of scope are left out. */
export function readSemEval(xml: string): Cells[] {
  const rows: Cells[] = [];
  let review = '',
    id = '',
    text = '',
    inText = false,
    skip = false,
    categories = new Set<string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = (key: string): string => String(attributes[key] ?? '');
    if (name === 'Review') review = value('rid');
    else if (name === 'sentence') {
      id = value('id');
      text = '';
      categories = new Set();
      skip = /true/i.test(value('OutOfScope'));
    } else if (name === 'text') inText = true;
    else if (name === 'Opinion') categories.add(value('category'));
  });
  parser.on('text', (piece) => {
    if (inText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text') inText = false;
    if (name === 'sentence' && !skip) rows.push({ id, review, text, categories: [...categories].join(' ') });
  });
  parser.write(xml).close();
  return rows;
}
