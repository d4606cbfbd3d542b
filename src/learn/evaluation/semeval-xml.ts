import { SaxesParser } from 'saxes';
import type { Cells } from './read-table.js';

export interface SemEvalOpinion {
  readonly target: string;
  readonly category: string;
  readonly polarity: string;
  readonly from: number;
  readonly to: number;
}

/** Sentences of a SemEval aspect file: cells `id`, `review`, `text`, and `opinions` as JSON; sentences out of scope are left out. */
export function readSemEval(xml: string): Cells[] {
  const rows: Cells[] = [];
  let review = '',
    id = '',
    text = '',
    inText = false,
    skip = false,
    opinions: SemEvalOpinion[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = (key: string): string => String(attributes[key] ?? '');
    if (name === 'Review') review = value('rid');
    else if (name === 'sentence') {
      id = value('id');
      text = '';
      opinions = [];
      skip = /true/i.test(value('OutOfScope'));
    } else if (name === 'text') inText = true;
    else if (name === 'Opinion') {
      opinions.push({
        target: value('target'),
        category: value('category'),
        polarity: value('polarity'),
        from: Number(value('from')),
        to: Number(value('to')),
      });
    }
  });
  parser.on('text', (piece) => {
    if (inText) text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text') inText = false;
    if (name === 'sentence' && !skip) rows.push({ id, review, text, opinions: JSON.stringify(opinions) });
  });
  parser.write(xml).close();
  return rows;
}
