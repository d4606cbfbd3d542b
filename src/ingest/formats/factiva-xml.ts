import { cleanLines } from '../markup/html-blocks.js';
import { MAX_ARTICLE, pressArticle, tooLargeArticle } from '../press/article-parts.js';
import { segments } from '../bytes/segments.js';
import type { Parsed, ReadOptions } from '../source.js';
import { childrenOf, childText, xmlElementsOf, type XmlElement } from '../markup/xml.js';
import { described } from './described.js';

const ARTICLE = /<article(?=[\s>])/;
/** Mark-up inside a sentence (search hits, emphasis): its text stands in the sentence, so the tags go before XML is read. */
const INLINE = /<\/?(?:hlt|b|i|u|em|strong|sup|sub|eLink|ELink)\b[^<>]*>/g;

/** Factiva's web-service answer, `PPSResponse`. */
export const factivaXml = described('factiva-xml', {
  detect(file) {
    if (file.container !== 'text' || file.markup?.kind !== 'xml') return undefined;
    const pps = /<(?:\w+:)?(?:PPSResponse|ppsArticleResponse|ppsarticleResultSet|ppsarticle)\b/.test(
      file.headText,
    );
    const factiva = ARTICLE.test(file.headText) && /<accessionNo>/.test(file.headText);
    return pps || factiva
      ? { score: pps ? 0.98 : 0.9, why: pps ? 'PPSResponse of Factiva' : 'articles with accessionNo' }
      : undefined;
  },
  async *parse(file, options) {
    let row = 0;
    for await (const part of segments(file.text(), ARTICLE, MAX_ARTICLE, 'xml')) {
      if (part.index === 0) {
        xmlElementsOf(part.text, []);
        continue;
      }
      row++;
      yield part.cut ? [tooLargeArticle(row)] : readArticle(row, part.text, options);
    }
  },
});

function readArticle(row: number, xml: string, options: ReadOptions): Parsed[] {
  const element = xmlElementsOf(xml.replace(INLINE, ''), ['article'])[0];
  if (!element)
    return [
      { reject: { row, reason: 'unreadable-row', hint: 'an article that is not XML; export it again' } },
    ];
  const dated = element.children.find((one) => one.name === 'publicationDate');
  const time = element.children.find((one) => one.name === 'publicationTime');
  const date =
    dated && (childText(dated, 'dateTime') ?? childText(dated, 'date') ?? (dated.text.trim() || undefined));
  const clock = time && (childText(time, 'time') ?? (time.text.trim() || undefined));
  const parsed = pressArticle(
    {
      row,
      id: childText(element, 'accessionNo'),
      title: paragraphs(element, 'headline').join(' '),
      paragraphs: [...paragraphs(element, 'leadParagraph'), ...paragraphs(element, 'tailParagraphs')],
      sourceName: childText(element, 'sourceName'),
      byline: paragraphs(element, 'byline').join(' '),
      date: date !== undefined && clock !== undefined && !date.includes('T') ? `${date} ${clock}` : date,
      language: childText(element, 'baseLanguage'),
    },
    options,
  );
  if (element.cut && !/<\/article>/.test(xml)) {
    parsed.push({
      doubt: {
        row,
        reason: 'truncated',
        hint: 'the file ends inside this article; its text may be incomplete',
      },
    });
  }
  return parsed;
}

/** The paragraphs of a part of the article, or its own text when there are none. */
function paragraphs(article: XmlElement, name: string): string[] {
  return article.children
    .filter((one) => one.name === name)
    .flatMap((part) => {
      const inside = childrenOf(part, 'paragraph').map((paragraph) =>
        cleanLines(paragraph.text.replace(/\s+/g, ' ')),
      );
      const own = cleanLines(
        part.text
          .replace(/\n[^\S\n]{2,}(?=\S)/g, '\u0001')
          .replace(/\s+/g, ' ')
          .replaceAll('\u0001', '\n\n'),
      );
      return [own, ...inside].filter((text) => text !== '');
    });
}
