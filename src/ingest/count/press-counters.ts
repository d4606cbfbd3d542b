import type { ZipListing } from '../bytes/zip.js';
import type { RecordCounter } from './record-counter.js';
import { tags } from './sheet-rows.js';
import { PatternCounter } from './text-counters.js';

/** How long an article is, which LexisNexis prints once above each, in the language of its source. */
const LENGTH = String.raw`(?:LENGTH|LONGUEUR|L(?:Ä|&Auml;|\xc3\x84|\xc4)NGE|LONGITUD|LUNGHEZZA|LENGTE|EXTENS(?:Ã|\xc3\x83|\xc3)O)`;

/**
 * Marks of the articles of press databases in Latin-1, none of which their readers cut by: numbers of documents, printed lengths, labels. The
 * first that a file has counts.
 */
const MARKS: Readonly<Record<string, readonly RegExp[] | undefined>> = {
  'factiva-html': [/>[^<>\d]{0,40}\b[A-Z][A-Z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{5,12}\s{0,9}</gi],
  'factiva-text': [
    /\n[^\S\n]{0,9}(?:WC\s{1,9})?\d[\d.,]{0,9} (?:words|mots|Wörter|palabras|parole|woorden)[^\S\n]{0,9}\r?\n/g,
  ],
  'factiva-xml': [/<(?:\w{1,20}:)?accessionNo[\s>]/g],
  'lexisnexis-html': [/<DOC NUMBER\s*=/gi, new RegExp(String.raw`>\s{0,9}${LENGTH}\s?:`, 'g')],
  'lexisnexis-text': [new RegExp(String.raw`\n[^\S\n]{0,80}${LENGTH}\s?:\s{1,9}\d`, 'g')],
  europresse: [
    /(?:Num[^\s<>]{1,8}ro de document|Document n(?:umber|o))\b/gi,
    /class\s*=\s*["'][^"']{0,60}titreArticleVisu/gi,
  ],
  proquest: [/<strong\b[^<>]{0,300}>[^<:]{0,60}ProQuest[^<:]{0,60}:/gi],
};

/** The first of several counts that found something; `undefined` where none did. */
class FirstOf implements RecordCounter {
  constructor(private readonly counters: readonly RecordCounter[]) {}

  push(chunk: Uint8Array): void {
    for (const counter of this.counters) counter.push(chunk);
  }

  end(): number | undefined {
    return this.counters.map((one) => one.end()).find((count) => count !== undefined && count > 0);
  }
}

/** Gives a counter the lines of a mail in quoted-printable as they were before they were wrapped. */
export class Unwrapped implements RecordCounter {
  private rest = '';

  constructor(private readonly counter: RecordCounter) {}

  push(chunk: Uint8Array): void {
    const text = this.rest + Buffer.from(chunk).toString('latin1');
    const whole = text.length - (/=\r?$/.exec(text)?.[0].length ?? 0);
    this.rest = text.slice(whole);
    this.counter.push(Buffer.from(text.slice(0, whole).replaceAll(/=\r?\n/g, ''), 'latin1'));
  }

  end(): number | undefined {
    return this.counter.end();
  }
}

/** What counts the articles of a press database; `undefined` for other formats. */
export function pressCounter(format: string): RecordCounter | undefined {
  const marks = MARKS[format];
  return marks && new FirstOf(marks.map((mark) => new PatternCounter(mark)));
}

const PRINTED_LENGTH = /^\s*(?:length|longueur|länge|longitud|lunghezza|lengte|extensão)\s?:\s*\d/i;

/** Articles of a Word file of LexisNexis: paragraphs that print a length. */
export async function docxArticles(listing: ZipListing): Promise<number | undefined> {
  const document = listing.members.find(({ name }) => name === 'word/document.xml');
  let count = 0,
    text = '';
  if (document)
    for await (const some of tags(document))
      for (const tag of some) {
        if (/^w:p[\s/>]/.test(tag)) text = '';
        else if (/^w:t[\s>]/.test(tag) && text.length < 60) text += tag.slice(tag.indexOf('>') + 1);
        else if (tag.startsWith('/w:p>') && PRINTED_LENGTH.test(text)) count++;
      }
  return count > 0 ? count : undefined;
}
