import { htmlBlocks, type Block } from '../markup/html-blocks.js';
import { MAX_ARTICLE, pressArticle, tooLargeArticle, type Article } from '../press/article-parts.js';
import { segments } from '../bytes/segments.js';
import { described } from './described.js';

/** New layout: one `<article>` each. Old layout: the name of the publication opens each article. */
const NEW = /<article[\s>]/i;
const OLD = /<span\b[^>]{0,200}\bclass\s*=\s*["'][^"']{0,60}DocPublicationName/i;
/** `news·20121004·PO·2040056000`: kind of document, date of the issue, code of the source, number. */
const NUMBER = /\b[a-z]{2,12}[·•.](?:19|20)\d{6}[·•.][A-Z0-9]{1,8}[·•.][\w-]+/;
const COPYRIGHT = /^\s*(?:©|\(c\)\s|Copyright\b)/i;
const NUMBER_LABEL = /^\s*(?:Num[ée]ro de document|Document number|Document no)/i;
/** The certificate names the institution of the reader: nothing from there on is read. */
const CERTIFICATE =
  /^\s*(?:Ce certificat|This certificate|Le présent document est protégé|Date d['’]émission)/i;
const isEnd = (text: string): boolean =>
  COPYRIGHT.test(text) ||
  NUMBER_LABEL.test(text) ||
  CERTIFICATE.test(text) ||
  NUMBER.exec(text)?.[0] === text.trim();

/** Articles of Europresse / Eureka saved as HTML, from the old and the new site. */
export const europresse = described('europresse', {
  detect(file) {
    if (file.container !== 'text') return undefined;
    const names = /class\s*=\s*["'][^"']*DocPublicationName/i.test(file.headText);
    const titles = /class\s*=\s*["'][^"']*titreArticle/i.test(file.headText);
    const site = /cedrom-sni|europresse|eureka\.cc/i.test(file.headText);
    const count = [names, titles, site].filter(Boolean).length;
    if (count < 2) return undefined;
    return {
      score: count === 3 ? 0.98 : 0.92,
      why: 'classes DocPublicationName, DocHeader, titreArticle of Europresse',
    };
  },
  async *parse(file, options) {
    const isNew = NEW.test(file.headText) && /titreArticle/i.test(file.headText);
    let row = 0;
    for await (const part of segments(file.text(), isNew ? NEW : OLD, MAX_ARTICLE)) {
      if (part.index === 0) continue;
      row++;
      if (part.cut) yield [tooLargeArticle(row)];
      else yield pressArticle({ row, ...(isNew ? newArticle : oldArticle)(htmlBlocks(part.text)) }, options);
    }
  },
});

const runsOf = (block: Block, name: RegExp): string =>
  block.runs
    .filter((run) => name.test(run.className))
    .map((run) => run.text)
    .join('');
const hasClass = (block: Block, name: RegExp): boolean =>
  block.within.slice(-3).some((element) => name.test(element)) ||
  block.runs.some((run) => name.test(run.className));

/** Text of all elements of a class: of their spans, or of the whole block when the block has the class. */
function textOf(blocks: readonly Block[], name: RegExp, separator: string): string {
  return blocks
    .map((block) => runsOf(block, name) || (hasClass(block, name) ? block.text : ''))
    .filter((text) => text !== '')
    .join(separator);
}

/** `Magazine 1, no. 5968` is issue 5968 of "Magazine 1". */
const withoutIssue = (name: string): string =>
  name.replace(/,\s*(?:n[o°º]|num[ée]ro|issue|vol)\.?\s*\d.*$/i, '').trim();

function common(blocks: readonly Block[]): Pick<Article, 'id' | 'sourceName' | 'date'> {
  const numbered =
    blocks.find((block) => NUMBER_LABEL.test(block.text)) ?? blocks.find((block) => NUMBER.test(block.text));
  return {
    id: NUMBER.exec(numbered?.text ?? '')?.[0],
    sourceName: withoutIssue(textOf(blocks.slice(0, 12), /DocPublicationName/i, ' ')) || undefined,
    date: textOf(blocks.slice(0, 30), /DocHeader/i, ' ') || undefined,
  };
}

function newArticle(blocks: readonly Block[]): Omit<Article, 'row'> {
  const inside = (block: Block, tag: string): boolean =>
    block.within.some((element) => element.startsWith(`${tag}.`));
  const header = blocks.filter((block) => inside(block, 'header'));
  const lastTitle = header.findLastIndex((block) => hasClass(block, /titreArticle/i));
  const byClass = textOf(header, /docAuthors?/i, ', ');
  const bare = header
    .slice(lastTitle + 1)
    .filter((block) => !hasClass(block, /DocPublicationName|DocHeader/i))
    .map((block) => block.text);
  const end = blocks.findIndex(
    (block) => inside(block, 'aside') || inside(block, 'footer') || isEnd(block.text),
  );
  const body = blocks
    .slice(header.length, end < 0 ? undefined : end)
    .filter((block) => !inside(block, 'header'));
  return {
    ...common(blocks),
    title: textOf(header, /titreArticleVisu/i, ' ') || textOf(header, /titreArticle(?!Visu)/i, ' '),
    byline: byClass || (lastTitle < 0 ? undefined : bare.join(', ').replace(/^,\s*/, '')) || undefined,
    paragraphs: body.map((block) => block.text),
  };
}

/**
 * In the old layout, spans and bare text stand between line breaks in one table cell: publication, header, subtitle, title,
 * author, then paragraphs set apart by empty `<p>`. The author's line ends with a line break; a first paragraph doesn't.
 */
function oldArticle(blocks: readonly Block[]): Omit<Article, 'row'> {
  const at = blocks.findIndex((block) => hasClass(block, /TitreArticle/i));
  const titled = blocks[at];
  const end = blocks.findIndex((block, index) => index > at && isEnd(block.text));
  const body = blocks.slice(at + 1, end < 0 ? undefined : end).map((block) => block.text);
  const afterTitle = titled
    ? titled.runs.slice(titled.runs.findLastIndex((run) => /TitreArticle/i.test(run.className)) + 1)
    : [];
  const rest = afterTitle.map((run) => run.text).join('');
  const isAuthor = /\S[^\S\n]*\n\s*$/.test(rest) && rest.trim().length <= 150;
  return {
    ...common(blocks),
    title: titleRuns(titled),
    byline: isAuthor ? rest : undefined,
    paragraphs: isAuthor ? body : [rest, ...body],
  };
}

/** The title with the search hits inside it, which stand in spans without class. */
function titleRuns(block: Block | undefined): string {
  if (!block) return '';
  const first = block.runs.findIndex((run) => /TitreArticle/i.test(run.className));
  const last = block.runs.findLastIndex((run) => /TitreArticle/i.test(run.className));
  return block.runs
    .slice(first, last + 1)
    .map((run) => run.text)
    .join('');
}
