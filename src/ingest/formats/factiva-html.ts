import { htmlBlocks, type Block } from '../markup/html-blocks.js';
import { MAX_ARTICLE, pressArticle, tooLargeArticle, type Article } from '../press/article-parts.js';
import { findPressDate, parsePressTime } from '../press/press-date.js';
import { segments } from '../bytes/segments.js';
import type { Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

/** Beginning of an article: `<div class="article enArticle">`, the language of the article before "Article". */
const ARTICLE = /<(?:div|DIV)\b[^>]{0,300}?\b(?:class|CLASS)\s*=\s*["'][^"'<>]{0,80}\b([a-z]{2,6})Article\b/;
/** Document number: source code padded with zeros, date, 9 or more letters and digits; after a word of any language. */
const DOCUMENT = /(?:^|[\s:：])([A-Z][A-Z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{5,12})\s*$/i;
const LONE_DOCUMENT = /^[^\d\s]{1,20}\s+([A-Z0-9][A-Z0-9-]{7,40})$/i;
const WORD_COUNT = /^\d[\d.,\s'’]*\p{L}+$/u;
const SOURCE_CODE = /^(?=.*[A-Z])[A-Z0-9]{2,8}$/;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)/i;

/** Articles of Factiva saved from the browser, with or without indexing. Whatever the language of the interface. */
export const factivaHtml = described('factiva-html', {
  detect(file) {
    if (file.container !== 'text' || !ARTICLE.test(file.headText)) return undefined;
    const named = /<title>\s*Factiva|Dow Jones|\bfactiva\b/i.test(file.headText);
    const headline = /class\s*=\s*["'][a-z]{2,6}Headline|class\s*=\s*["']index["']|\barticleParagraph\b/.test(
      file.headText,
    );
    if (!named && !headline) return undefined;
    return { score: headline ? 0.97 : 0.9, why: 'elements of class "…Article" and "…Headline" of Factiva' };
  },
  async *parse(file, options) {
    let row = 0;
    for await (const part of segments(file.text(), ARTICLE, MAX_ARTICLE)) {
      if (part.index === 0) continue;
      row++;
      yield part.cut ? [tooLargeArticle(row)] : readArticle(row, part.text, options);
    }
  },
});

function readArticle(row: number, html: string, options: ReadOptions): Parsed[] {
  const blocks = untilEnd(htmlBlocks(html));
  const language = ARTICLE.exec(html)?.[1];
  const indexed = blocks.some((block) => indexCode(block) !== undefined);
  const article = indexed ? indexedArticle(blocks) : shapedArticle(blocks);
  return pressArticle(
    {
      row,
      ...article,
      language: language === undefined ? article.language : languageOfClass(language, article.language),
    },
    options,
  );
}

/** `zhcn`, `zhtw` and the like are Chinese; a class that is no language leaves the printed word. */
const languageOfClass = (name: string, word: string | undefined): string =>
  /^[a-z]{2}$/.test(name) ? name : name.length === 4 ? name.slice(0, 2) : (word ?? name);

/** The page goes on after the last article with the search summary and a footer. */
function untilEnd(blocks: readonly Block[]): readonly Block[] {
  const footer = blocks.findIndex(
    (block) =>
      /\bpageFooter\b/.test(block.id) || block.runs.some((run) => /\bcopyright\b/.test(run.className)),
  );
  const end = blocks.findLastIndex(
    (block, index) => (footer < 0 || index < footer) && DOCUMENT.test(block.text),
  );
  return end >= 0 ? blocks.slice(0, end + 1) : footer >= 0 ? blocks.slice(0, footer) : blocks;
}

const isHeadline = (block: Block): boolean =>
  block.runs.some((run) => /^[a-z]{2,6}Headline\b/i.test(run.className));
const isParagraph = (block: Block): boolean => /\barticleParagraph\b/i.test(block.className);
const isAuthor = (block: Block): boolean => /(?:^|\s)author(?:\s|$)/i.test(block.className);

/** The heading of an article is a row of bare `<div>`s; each is told by its shape, as its position varies. */
function shapedArticle(blocks: readonly Block[]): Omit<Article, 'row'> {
  const headline = blocks.findIndex(isHeadline);
  const counted = blocks[headline]?.runs.some((run) => /\bcounted\b/.test(run.className)) ?? false;
  const title = blocks
    .filter(isHeadline)
    .map((block) => block.text)
    .join(' ');
  const paragraphs = blocks.filter(isParagraph);
  const firstParagraph = blocks.findIndex(
    (block, index) => index > headline && (isParagraph(block) || block.tag === 'p'),
  );
  const heading = blocks.slice(headline + 1, firstParagraph < 0 ? undefined : firstParagraph);
  const rest =
    firstParagraph < 0 ? [] : blocks.slice(firstParagraph).filter((block) => !DOCUMENT.test(block.text));
  const id = documentNumber(blocks);
  return {
    id,
    ...readHeading(heading.filter((block) => !isAuthor(block)).map((block) => block.text)),
    title: counted ? title.replace(/^\d+\)\s*/, '') : title,
    byline:
      heading
        .filter(isAuthor)
        .map((block) => block.text)
        .join(', ') || undefined,
    paragraphs: (paragraphs.length > 0 ? paragraphs : rest).map((block) => block.text),
  };
}

/** Date (with or after it the time), name and code of the source, language, among the lines under the headline. */
export function readHeading(lines: readonly string[]): Pick<Article, 'date' | 'sourceName' | 'language'> {
  const at = lines.findIndex(
    (line) => line.length <= 60 && !COPYRIGHT.test(line) && findPressDate(line)?.day !== undefined,
  );
  const after = lines.slice(at + 1).filter((line) => !WORD_COUNT.test(line));
  let date = at < 0 ? undefined : lines[at];
  const first = after[0];
  if (
    date !== undefined &&
    first !== undefined &&
    first.length <= 20 &&
    /^\D{0,3}\d{1,2}\s?[:h]\s?\d{2}/.test(first) &&
    parsePressTime(first)
  ) {
    date = `${date} ${first}`;
    after.shift();
  }
  const code = after.findIndex((line, index) => index > 0 && SOURCE_CODE.test(line));
  const sourceName = code > 0 ? after[code - 1] : after[0];
  const words = after.slice(code > 0 ? code + 1 : 1).filter((line) => !COPYRIGHT.test(line));
  return {
    date,
    sourceName: COPYRIGHT.test(sourceName ?? '') ? undefined : sourceName,
    language: words.at(-1),
  };
}

function documentNumber(blocks: readonly Block[]): string | undefined {
  const last = blocks.at(-1)?.text ?? '';
  return (DOCUMENT.exec(last) ?? LONE_DOCUMENT.exec(last))?.[1];
}

/** The two- or three-letter code when the block is the label of a row of the indexed layout. */
function indexCode(block: Block): string | undefined {
  const code = block.text.trim();
  return /^[A-Z]{2,4}$/.test(code) && block.within.some((element) => /^td\.(?:.*\s)?index\b/.test(element))
    ? code
    : undefined;
}

function indexedArticle(blocks: readonly Block[]): Omit<Article, 'row'> {
  const fields = new Map<string, string[]>();
  let current: string[] = [];
  for (const block of blocks) {
    const code = indexCode(block);
    if (code === undefined) current.push(block.text);
    else fields.set(code, (current = fields.get(code) ?? []));
  }
  const field = (code: string): string | undefined => fields.get(code)?.join(' ') || undefined;
  const time = field('ET');
  const an = field('AN') ?? '';
  return {
    id: (DOCUMENT.exec(an) ?? LONE_DOCUMENT.exec(an) ?? /(\S+)\s*$/.exec(an))?.[1],
    title: field('HD'),
    byline: field('BY'),
    sourceName: field('SN'),
    language: field('LA'),
    date:
      field('PD') === undefined
        ? undefined
        : [field('PD'), time].filter((part) => part !== undefined).join(' '),
    paragraphs: [...(fields.get('LP') ?? []), ...(fields.get('TD') ?? [])],
  };
}
