import { fold } from '../../util/fold.js';
import { htmlBlocks, type Block } from '../markup/html-blocks.js';
import { decodeMail } from '../mail/mime.js';
import { MAX_ARTICLE, pressArticle, tooLargeArticle, type Article } from '../press/article-parts.js';
import { segments } from '../bytes/segments.js';
import type { ExportFile } from '../bytes/export-file.js';
import { described } from './described.js';

const DOCUMENT = /<a\s+name\s*=\s*["']?DocID_/i;
/** A label in bold that names ProQuest: `ProQuest document ID:`. */
const LABELLED = /<strong\b[^>]{0,300}>[^<]{0,100}ProQuest[^<]{0,100}<\/strong>/i;
const MAX_MAIL = 64 * 1024 * 1024;

/** What a label says, in the languages of the interface; compared folded. */
const LABELS = {
  id: /^(?:proquest document id|.*proquest.*\b(?:id|identifiant|numero)\b.*|identifiant.*proquest.*|id\b.*proquest.*|proquest-dokument.*)$/,
  title: /^(?:title|titre|titel|titulo|titolo)$/,
  author: /^(?:author|authors|auteurs?|autor(?:en|es)?|autore|autori)$/,
  fullText: /^(?:full text|texte integral|volltext|texto completo|testo completo|testo integrale)$/,
  abstract: /^(?:abstract|resume|zusammenfassung|resumen|riassunto|resumo)$/,
  source:
    /^(?:publication title|titre de (?:la )?publication|titel der publikation|publikationstitel|titulo de (?:la )?publicacion|titolo della pubblicazione|titulo da publicacao)$/,
  date: /^(?:publication date|date de (?:la )?publication|publikationsdatum|erscheinungsdatum|fecha de (?:la )?publicacion|data di pubblicazione|data de publicacao)$/,
  info: /^(?:publication info|infos? (?:sur la )?publication|publikationsinfo|informacion de (?:la )?publicacion)$/,
  language:
    /^(?:language of publication|langue de (?:la )?publication|publikationssprache|sprache der publikation|idioma de (?:la )?publicacion|lingua della pubblicazione|idioma da publicacao)$/,
  url: /^(?:document url|url du document|dokument-url|url del documento|url do documento)$/,
} as const;
type Field = keyof typeof LABELS;

/** Documents of ProQuest, saved as HTML or sent by e-mail. The note of the sender and the account are left out. */
export const proquest = described('proquest', {
  memory: { wholeUpTo: MAX_MAIL },
  detect(file) {
    if (file.container !== 'text') return undefined;
    if (isMail(file)) {
      const sent = /^From:.*proquest/im.test(file.headText) || /^Subject:.*ProQuest/im.test(file.headText);
      return sent && /ProQuest/.test(file.headText) && /text\/html/i.test(file.headText)
        ? { score: 0.97, why: 'an e-mail from ProQuest with documents in HTML' }
        : undefined;
    }
    const labels = LABELLED.test(file.headText);
    if (!DOCUMENT.test(file.headText) && !labels) return undefined;
    return /ProQuest/i.test(file.headText)
      ? { score: labels ? 0.97 : 0.9, why: 'documents with the label "ProQuest document ID"' }
      : undefined;
  },
  async *parse(file, options) {
    const text = isMail(file) ? mailHtml(file) : file.text();
    let row = 0;
    for await (const part of segments(text, DOCUMENT, MAX_ARTICLE)) {
      const isDocument = part.index > 0 || (LABELLED.test(part.text) && !DOCUMENT.test(part.text));
      if (!isDocument) continue;
      row++;
      yield part.cut
        ? [tooLargeArticle(row)]
        : pressArticle({ row, ...readDocument(htmlBlocks(part.text)) }, options);
    }
  },
});

const isMail = (file: ExportFile): boolean =>
  /^[A-Za-z][A-Za-z-]*:[^\n]*\r?\n/.test(file.headText.trimStart()) &&
  /^MIME-Version:|^Content-Type:/im.test(file.headText.slice(0, 65_536));

async function* mailHtml(file: ExportFile): AsyncGenerator<string> {
  const mail = await decodeMail(await file.wholeBytes(MAX_MAIL));
  yield mail.html ?? '';
}

/** The query of a link names the account. */
const withoutQuery = (text = ''): string | undefined => /https?:\/\/[^\s?#]+/.exec(text)?.[0];

/** The label in bold at the beginning of a block, with what follows it. */
function labelOf(block: Block): { label: string; rest: string } | undefined {
  const match = /^\s*([^:\n]{2,60}?)\s*:(?:\s|$)([\s\S]*)$/.exec(block.text);
  return match && block.runs.some((run) => run.bold && run.text.includes(':'))
    ? { label: fold(match[1] ?? ''), rest: match[2] ?? '' }
    : undefined;
}

function readDocument(blocks: readonly Block[]): Omit<Article, 'row'> {
  const fields = new Map<string, string[]>();
  let before: string[] = [];
  let current = before;
  for (const block of blocks) {
    const field = labelOf(block);
    if (!field) current.push(block.text);
    else fields.set(field.label, (current = [...(fields.get(field.label) ?? []), field.rest]));
  }
  const lines = (field: Field): readonly string[] =>
    [...fields].find(([label]) => LABELS[field].test(label))?.[1] ?? [];
  const first = (field: Field): string | undefined =>
    lines(field)
      .find((line) => line.trim() !== '')
      ?.trim();
  before = before.filter((line) => line.trim() !== '');
  const paragraphs = (field: Field): string[] =>
    lines(field)
      .map((line) => line.replace(/^html>\s*/, ''))
      .filter((line) => !/^(?:Enlarge this image|None available|Not available)\.?$/i.test(line.trim()));
  const text = paragraphs('fullText');
  return {
    id: /[\w-]+/.exec(first('id') ?? '')?.[0],
    title: before[0] ?? first('title'),
    byline: first('author'),
    sourceName: first('source')?.split(/[;,]\s/)[0] ?? first('info')?.split(/\s*;/)[0],
    date: first('date') ?? /\d{1,2} \p{L}+\.? \d{4}/u.exec(first('info') ?? '')?.[0],
    language: first('language'),
    url:
      withoutQuery(first('url')) ??
      withoutQuery(blocks.find((block) => /\bproquest\.com\/.*docview/.test(block.href ?? ''))?.href),
    paragraphs: text.some((line) => line.trim() !== '') ? text : paragraphs('abstract'),
  };
}
