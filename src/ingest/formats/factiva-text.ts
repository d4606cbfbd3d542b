import { cleanLines } from '../markup/html-blocks.js';
import { MAX_ARTICLE, pressArticle, tooLargeArticle } from '../press/article-parts.js';
import { segments } from '../bytes/segments.js';
import type { Parsed, ReadOptions } from '../source.js';
import { readHeading } from './factiva-html.js';
import { described } from './described.js';

/** The number of a document ends each article: source code, date, letters and digits. */
const DOCUMENT =
  /(?<=^|\n)[^\S\n]*(?:AN[^\S\n]+)?\p{L}{3,20}[^\S\n]+[A-Z][A-Z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{5,12}[^\S\n]*\r?(?=\n)/u;
const NUMBER = /([A-Z][A-Z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{5,12})\s*$/;
/** Codes of the fields of the display with indexing. */
const FIELD =
  /^(SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|RF|ART|AN)(?:\s+(.*))?$/;
const WORD_COUNT = /^\d[\d.,\s'’]*\s\p{L}+$/u;

/** Articles of Factiva saved as plain text, with or without indexing. Each ends with the number of its document. */
export const factivaText = described('factiva-text', {
  detect(file) {
    if (file.container !== 'text' || file.json || file.markup || !DOCUMENT.test(file.headText))
      return undefined;
    const lines = file.headText.slice(0, 20_000).split(/\r?\n/);
    const counted = lines.some((line) => WORD_COUNT.test(line.replace(/^WC\s+/, '').trim()));
    return counted ? { score: 0.95, why: 'counts of words and "Document …" numbers of Factiva' } : undefined;
  },
  async *parse(file, options) {
    let row = 0,
      body: { text: string; cut: boolean } | undefined;
    // a piece begins with the number that ends the article before it
    for await (const part of segments(file.text(), DOCUMENT, MAX_ARTICLE)) {
      if (part.index > 0 && body) {
        const [number = ''] = part.text.split('\n', 1);
        row++;
        yield body.cut ? [tooLargeArticle(row)] : readArticle(row, body.text, number, options);
      }
      body = { text: part.index === 0 ? part.text : part.text.replace(/^[^\n]*\n?/, ''), cut: part.cut };
    }
    const last = body?.text.trimEnd().split('\n').at(-1) ?? '';
    if (body && NUMBER.test(last))
      yield readArticle(row + 1, body.text.trimEnd().slice(0, -last.length), last, options);
    else if (body && cleanLines(body.text).length > 400)
      yield {
        reject: {
          row: row + 1,
          reason: 'truncated',
          hint: 'the file ends inside this article: no number of a document closes it',
        },
      };
  },
});

function readArticle(row: number, text: string, number: string, options: ReadOptions): Parsed[] {
  const lines = text.replaceAll('\r', '').split('\n');
  const id = NUMBER.exec(number)?.[1];
  return pressArticle(
    { row, id, ...(lines.some((line) => /^HD\s/.test(line)) ? indexed(lines) : plain(lines)) },
    options,
  );
}

/** Lines under the code of their field. */
function indexed(lines: readonly string[]): Omit<Parameters<typeof pressArticle>[0], 'row' | 'id'> {
  const fields = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines) {
    const [, code, rest = ''] = FIELD.exec(line) ?? [];
    if (code === undefined) current.push(line);
    else fields.set(code, (current = [...(fields.get(code) ?? []), rest]));
  }
  const field = (code: string): string | undefined => fields.get(code)?.join(' ').trim() || undefined;
  const dated = [field('PD'), field('ET')].filter((part) => part !== undefined).join(' ');
  return {
    title: field('HD'),
    byline: field('BY'),
    sourceName: field('SN'),
    language: field('LA'),
    date: dated || undefined,
    paragraphs: paragraphsOf([...(fields.get('LP') ?? []), '', ...(fields.get('TD') ?? [])]),
  };
}

/** Title, count of words, date, source, code, language, then the text. */
function plain(lines: readonly string[]): Omit<Parameters<typeof pressArticle>[0], 'row' | 'id'> {
  const filled = lines.map((line) => line.trim());
  const counted = filled.findIndex((line) => WORD_COUNT.test(line));
  const above = filled.slice(0, Math.max(0, counted)).filter((line) => line !== '');
  const heading: string[] = [];
  let at = counted + 1;
  for (; at < filled.length && heading.length < 8; at++) {
    const line = filled[at] ?? '';
    if (line === '' && heading.length > 2) break;
    if (line.length > 120) break;
    if (line !== '') heading.push(line);
  }
  return {
    title: above[0],
    byline: above.length > 1 ? above.at(-1) : undefined,
    ...readHeading(heading),
    paragraphs: paragraphsOf(filled.slice(at)),
  };
}

const paragraphsOf = (lines: readonly string[]): string[] => lines.join('\n').split(/\n\s*\n/);
