import { cleanLines } from '../markup/html-blocks.js';
import { languageCode } from '../values/language-names.js';
import { findPressDate, pressTime } from './press-date.js';
import type { Parsed, ReadOptions } from '../source.js';

/** What a press database says about one article, before the date and the language are read. */
export interface Article {
  readonly row: number;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  /** Lead and body, paragraph by paragraph. */
  readonly paragraphs: readonly string[];
  readonly sourceName?: string | undefined;
  readonly byline?: string | undefined;
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
}

/** A byline without the word before the name: `By JANE DOE` gives `JANE DOE`. */
export function author(byline: string | undefined): string | undefined {
  const name = cleanLines(byline ?? '')
    .replace(/^(?:[Bb]y|BY|[Pp]ar|PAR|[Pp]or|POR|Von|VON|Door)\s+(?=\p{Lu})/u, '')
    .replace(/[\s,;]+$/, '');
  return name === '' || name.length > 300 ? undefined : name;
}

/** One article as a record, with what is doubtful about its date; an article without title and text is a reject. */
export function pressArticle(article: Article, options: ReadOptions): Parsed[] {
  const { row } = article;
  const title = cleanLines((article.title ?? '').replaceAll('\n', ' ')) || undefined;
  const text =
    article.paragraphs
      .map(cleanLines)
      .filter((paragraph) => paragraph !== '')
      .join('\n\n') || undefined;
  if (title === undefined && text === undefined) {
    return [
      {
        reject: {
          row,
          reason: 'missing-text',
          hint: 'an article without title and text; export it again in full',
        },
      },
    ];
  }
  const raw = article.date === undefined ? undefined : cleanLines(article.date.replaceAll('\n', ' '));
  const date = raw === undefined ? undefined : findPressDate(raw, options);
  const record: Parsed = {
    record: {
      row,
      id: article.id,
      platform: 'press',
      stage: 'press',
      kind: 'article',
      title,
      text,
      url: article.url,
      authorName: author(article.byline),
      sourceName: cleanLines(article.sourceName ?? '') || undefined,
      givenLanguage: languageCode(article.language),
      sentAt:
        raw === undefined || raw === ''
          ? undefined
          : date
            ? pressTime(date, raw, options)
            : { epochMs: null, raw, zone: 'none' },
    },
  };
  return [record, ...dateDoubts(row, raw, date)];
}

function dateDoubts(row: number, raw: string | undefined, date: ReturnType<typeof findPressDate>): Parsed[] {
  const doubt = (reason: 'date-order' | 'other', hint: string): Parsed[] => [
    { doubt: { row, column: 'date', value: raw ?? null, reason, hint } },
  ];
  if (date === undefined)
    return doubt('other', 'no date found in the article; it stays out of every count by time');
  if (date.day === undefined)
    return doubt('other', 'only a month is printed; the article stays out of every count by day');
  if (date.ambiguous)
    return doubt('date-order', 'day and month could be either; read day first, settle it with --date-order');
  return [];
}

/** Parts of a file longer than this are no article; in UTF-16 units. */
export const MAX_ARTICLE = 16 * 1024 * 1024;

/** The reject of a part longer than {@link MAX_ARTICLE}. */
export const tooLargeArticle = (row: number): Parsed => ({
  reject: {
    row,
    reason: 'too-large',
    hint: `an article of more than ${MAX_ARTICLE} characters; the file may be damaged`,
  },
});
