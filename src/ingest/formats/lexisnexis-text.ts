import { cleanLines } from '../markup/html-blocks.js';
import { COUNTER, lexisArticle, lexisLabel, type LexisPart } from '../press/lexis.js';
import { MAX_ARTICLE, tooLargeArticle } from '../press/article-parts.js';
import { segments } from '../bytes/segments.js';
import { described } from './described.js';

const COUNTED = /(?<=^|\n)[^\S\n]*\d{1,6} (?:of|de|von|sur|di|van) \d{1,6} \p{L}{4,20}[^\S\n]*\r?(?=\n)/u;

/** Articles of the old LexisNexis interface as plain text; the cover page with the account is left out. */
export const lexisnexisText = described('lexisnexis-text', {
  detect(file) {
    if (file.container !== 'text' || !COUNTED.test(file.headText)) return undefined;
    const labels = [...file.headText.matchAll(/(?:^|\n)([\p{Lu}][\p{Lu}-]{3,20}): /gu)].filter((match) =>
      lexisLabel(match[0], 'capitals'),
    );
    return labels.length >= 2
      ? { score: 0.97, why: '"1 of 10 DOCUMENTS" and labels such as LENGTH: or LOAD-DATE:' }
      : undefined;
  },
  async *parse(file, options) {
    let row = 0;
    for await (const part of segments(file.text(), COUNTED, MAX_ARTICLE)) {
      if (part.index === 0) continue;
      row++;
      yield part.cut ? [tooLargeArticle(row)] : lexisArticle(row, partsOf(part.text), options);
    }
  },
});

/** Paragraphs between empty lines, their wrapped lines joined. */
function partsOf(text: string): LexisPart[] {
  const paragraphs = text
    .replaceAll('\r', '')
    .replace(/^[^\n]*\n/, '')
    .split(/\n[^\S\n]*\n+/);
  return paragraphs.flatMap((paragraph): LexisPart[] => {
    const line = cleanLines(paragraph.replace(/\s*\n\s*/g, ' '));
    if (line === '' || COUNTER.test(line)) return [];
    const field = lexisLabel(line, 'capitals');
    return [field ? { label: field.label, text: field.rest } : { text: line }];
  });
}
