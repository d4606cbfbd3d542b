import { memorySource } from '../bytes/byte-source.js';
import type { ExportFile } from '../bytes/export-file.js';
import { cleanLines } from '../markup/html-blocks.js';
import { lexisArticle, lexisLabel, type LexisPart } from '../press/lexis.js';
import { readWhole } from '../bytes/read-head.js';
import { findPressDate } from '../press/press-date.js';
import { segments } from '../bytes/segments.js';
import type { Parsed, ReadOptions } from '../source.js';
import { xmlElementsOf, type XmlElement } from '../markup/xml.js';
import { listZip, ZIP_LIMITS } from '../bytes/zip.js';
import { described } from './described.js';

const LIMIT = 256 * 1024 * 1024;
const PARAGRAPH = /<w:p(?=[ >])/;
/** The line that ends each article, in the language of the interface. */
const END =
  /^(?:End of Document|Fin d[ue] document|Ende des Dokuments|Dokumentende|Fine del documento|Fin del documento|Fim do documento|Einde (?:van )?document|文档结尾|文書の終わり)$/i;
/** The line above the text, and the one below it. */
const BODY =
  /^(?:Body|Corps(?: de l['’]article)?|Texte?|Haupttext|Hauptteil|Volltext|Textk[öo]rper|Cuerpo|Texto|Corpo|Testo|Tekst|正文)$/i;
const CLASSIFICATION =
  /^(?:Classification|Klassifizierung|Klassifikation|Clasificaci[óo]n|Classificazione|Classifica[çc][ãa]o|Classificatie|分类)$/i;
const LENGTH = /^(?:length|longueur|lange|longitud|lunghezza|lengte)$/;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)/i;

/** Articles of Nexis Uni / Lexis+ as one Word file. The cover page, which names the account, is never read into a record. */
export const lexisnexisDocx = described('lexisnexis-docx', {
  memory: { wholeUpTo: LIMIT },
  detect: (file) =>
    file.container === 'docx'
      ? { score: 0.7, why: 'a Word file; Nexis is the only tool known to export articles so' }
      : undefined,
  async *parse(file, options) {
    let row = 0;
    let lines: string[] = [];
    const all: string[] = [];
    for await (const line of docxLines(file)) all.push(line);
    const end = endLine(all);
    for (const line of all) {
      if (!END.test(line) && line !== end) {
        lines.push(line);
        continue;
      }
      row++;
      yield readArticle(row, lines, options);
      lines = [];
    }
    const rest = fromTitle(lines);
    if (rest.length > 0 && bodyAt(rest) >= 0) {
      row++;
      yield [
        ...readArticle(row, lines, options),
        { doubt: { row, reason: 'truncated', hint: 'the last article has no "End of Document" line' } },
      ];
    }
    if (row === 0) yield [{ note: 'a Word file without articles of Nexis (no "End of Document" line)' }];
  },
});

/** The paragraphs of a Word file as lines of text. */
async function* docxLines(file: ExportFile): AsyncGenerator<string> {
  const archive = memorySource(await file.wholeBytes(LIMIT));
  const document = listZip(archive, { ...ZIP_LIMITS, bytes: 4 * LIMIT }).members.find(
    (member) => member.name === 'word/document.xml',
  );
  if (!document) return;
  const text = new TextDecoder().decode(await readWhole(document.source, LIMIT, file.path));
  const once = (async function* pieces(): AsyncGenerator<string> {
    yield text;
  })();
  for await (const part of segments(once, PARAGRAPH, 4 * 1024 * 1024)) {
    const paragraph = xmlElementsOf(part.text, ['w:p'])[0];
    if (part.index > 0 && paragraph) yield cleanLines(inlineText(paragraph));
  }
}

const inlineText = (element: XmlElement): string =>
  element.name === 'w:br' || element.name === 'w:cr'
    ? '\n'
    : element.name === 'w:tab'
      ? ' '
      : element.name === 'w:t'
        ? element.text
        : element.name === 'w:instrText'
          ? ''
          : element.children.map(inlineText).join('');

/** The line that ends each article in a language not in {@link END}: the last of the file, as frequent as the headings above texts. */
function endLine(lines: readonly string[]): string | undefined {
  const last = lines.findLast((line) => line !== '');
  if (last === undefined || last.length > 40 || /[\d:]/.test(last)) return undefined;
  const bodies = lines.filter((line) => BODY.test(line)).length;
  return bodies > 1 && lines.filter((line) => line === last).length === bodies ? last : undefined;
}

/** Line of the `Body` heading, or else of the length, the last line above the text. */
function bodyAt(lines: readonly string[]): number {
  const marked = lines.findIndex((line) => BODY.test(line));
  return marked >= 0
    ? marked
    : lines.findIndex((line) => LENGTH.test(lexisLabel(line, 'known')?.label ?? ''));
}

/**
 * The lines of the article alone. The first article stands behind the cover page and the list of documents, so its beginning is
 * found from its end: the date line is the last one that is nothing but a date above the copyright and the labels.
 */
function fromTitle(lines: readonly string[]): string[] {
  const body = bodyAt(lines);
  const top = (body < 0 ? lines : lines.slice(0, body)).map((line) => line.trim());
  const isDate = (line: string): boolean => {
    const date =
      line.length <= 120 && !COPYRIGHT.test(line) && lexisLabel(line, 'known') === undefined
        ? findPressDate(line)
        : undefined;
    return date !== undefined && date.start <= 20;
  };
  const date = top.findLastIndex(isDate);
  if (date < 0) return body < 0 ? [] : lines.filter((line) => line !== '');
  const above = top
    .slice(0, date)
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line !== '')
    .slice(-2);
  return lines.slice(above[0]?.index ?? date).filter((line) => line !== '');
}

/** The `Classification` heading, or else the labelled lines that end the article. */
function closingAt(lines: readonly string[], body: number): number {
  const marked = lines.findIndex((line, index) => index > body && CLASSIFICATION.test(line));
  if (marked >= 0) return marked;
  const last = lines.findLastIndex((line) => lexisLabel(line, 'known') === undefined);
  return last + 1 < lines.length ? last + 1 : -1;
}

/** Title, source, date, copyright, labels, text, labels: put into the order {@link lexisArticle} reads. */
function readArticle(row: number, all: readonly string[], options: ReadOptions): Parsed[] {
  const lines = fromTitle(all);
  const body = bodyAt(lines);
  const date = lines.findIndex(
    (line, index) =>
      (body < 0 || index < body) &&
      lexisLabel(line, 'known') === undefined &&
      findPressDate(line) !== undefined &&
      !COPYRIGHT.test(line),
  );
  if (date < 0 && body < 0) {
    return [
      {
        reject: {
          row,
          reason: 'unreadable-row',
          value: lines[0] ?? null,
          hint: 'a document without date and body; export it again from Nexis',
        },
      },
    ];
  }
  const [title, sourceName] =
    date >= 2 ? [lines[date - 2], lines[date - 1]] : [lines[0], date === 1 ? undefined : lines[1]];
  const head = lines.slice(
    Math.max(date, 0) + 1,
    body < 0 ? undefined : body + (BODY.test(lines[body] ?? '') ? 0 : 1),
  );
  const closing = closingAt(lines, body);
  const text =
    body < 0
      ? []
      : lines
          .slice(body + 1, closing < 0 ? undefined : closing)
          .filter((line) => !/^(?:ABSTRACT|FULL TEXT)$/.test(line));
  const fields = (part: readonly string[]): LexisPart[] =>
    part.flatMap((line) => {
      const field = lexisLabel(line, 'known');
      return field ? [{ label: field.label, text: field.rest }] : [];
    });
  return lexisArticle(
    row,
    [
      { text: sourceName ?? '' },
      { text: lines[date] ?? '' },
      { text: title ?? '' },
      ...fields(head),
      ...text.map((line) => ({ text: line })),
      ...fields(closing < 0 ? [] : lines.slice(closing)),
    ].filter((part) => part.text !== ''),
    options,
  );
}
