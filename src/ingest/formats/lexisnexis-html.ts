import { htmlBlocks, type Block } from '../markup/html-blocks.js';
import { lexisArticle, lexisLabel, type LexisPart } from '../press/lexis.js';
import { MAX_ARTICLE, tooLargeArticle } from '../press/article-parts.js';
import { segments } from '../bytes/segments.js';
import { described } from './described.js';

const DOCUMENT = /<DOCFULL>/i;
const COUNTED = />\s*\d{1,6} (?:of|de|von|sur|di|van) \d{1,6} \p{L}{4,20}\s*</iu;

/** Articles of the old LexisNexis interface as HTML: one `<DOCFULL>` each, labels in the language of the source. */
export const lexisnexisHtml = described('lexisnexis-html', {
  detect(file) {
    if (file.container !== 'text') return undefined;
    const marked = DOCUMENT.test(file.headText) && /<DOC NUMBER=|DOC_ID_\d/i.test(file.headText);
    if (marked) return { score: 0.98, why: 'documents marked <DOCFULL> by LexisNexis' };
    const counted = COUNTED.test(file.headText) && /<(?:span|p|div)\b/i.test(file.headText);
    const labelled = />\s*(?:LENGTH|LONGUEUR|L(?:Ä|&Auml;)NGE|LOAD-DATE|DATE-CHARGEMENT|UPDATE):\s*</i.test(
      file.headText,
    );
    return counted && labelled
      ? { score: 0.92, why: '"1 of 74 DOCUMENTS" and labelled fields of LexisNexis' }
      : undefined;
  },
  async *parse(file, options) {
    let row = 0;
    for await (const part of segments(
      file.text(),
      DOCUMENT.test(file.headText) ? DOCUMENT : COUNTED,
      MAX_ARTICLE,
    )) {
      if (part.index === 0) continue;
      row++;
      if (part.cut) yield [tooLargeArticle(row)];
      else
        yield lexisArticle(row, partsOf(htmlBlocks(part.text.replace(/^<DOCFULL>\s*-->|^>/i, ''))), options);
    }
  },
});

/** Blocks of one `<div>` make one part; it is a field when its first block begins with a label. */
function partsOf(blocks: readonly Block[]): LexisPart[] {
  const parts: LexisPart[] = [];
  let group = -1;
  let current: { label?: string; text: string } | undefined;
  for (const block of blocks) {
    if (block.group === group && current) {
      current.text += `\n\n${block.text}`;
      continue;
    }
    const field = lexisLabel(
      block.text,
      block.runs.length < 2 && !/:\s*$/.test(block.text) ? 'capitals' : 'any-capitals',
    );
    current = field ? { label: field.label, text: field.rest } : { text: block.text };
    parts.push(current);
    group = block.group;
  }
  return parts.map((part) => ({ ...part, text: part.text.trim() }));
}
