import { fold } from '../../util/fold.js';
import { pressArticle, type Article } from './article-parts.js';
import { findPressDate } from './press-date.js';
import type { Parsed, ReadOptions } from '../source.js';

/** A part of an article of LexisNexis: a labelled field such as `BYLINE: …`, or plain text. */
export interface LexisPart {
  /** Folded label without colon: `byline`, `lange`, `load-date`. */
  readonly label?: string | undefined;
  readonly text: string;
}

type Role = 'author' | 'language' | 'lead' | 'title' | 'url' | 'heading' | 'closing';

/** Labels that LexisNexis prints, in English, French, German, Spanish, Italian, Dutch; folded. */
const LABELS: Readonly<Record<Role, string>> = {
  author: 'byline auteur auteurs autor autoren autore autori signature verfasser',
  language: 'language langue sprache idioma lingua taal',
  lead: 'highlight encart',
  title: 'headline titre titel titulo titolo',
  url: 'url link',
  heading:
    'section rubrique rubrik seccion sezione sectie length longueur lange longitud lunghezza lengte dateline series source body ' +
    'lieu ort date edition kicker',
  closing:
    'load-date date-chargement date-de-chargement ladedatum update fecha-carga fecha-de-carga publication-type type-publication type-de-publication publikationstyp ' +
    'zeitungs-code journal-code newspaper-code graphic graphique grafik graphics subject sujet thema tema company societe unternehmen ' +
    'organization organisation ticker industry industrie branche geographic localisation-geo geo-localisation geographie country pays ' +
    'land state city ville stadt person personne distribution document-type acc-no correction correction-date bibliographie copyright ' +
    'classification notes note pub-type series-note cite',
};
const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  (Object.keys(LABELS) as Role[]).flatMap((role) =>
    LABELS[role].split(' ').map((label): [string, Role] => [label, role]),
  ),
);

const COPYRIGHT = /^(?:©|\(c\)|copyright\b|copy \d{4}\b|tous droits r|alle rechte|all rights reserved)/i;
/** `2 of 74 DOCUMENTS`, in the language of the interface. */
export const COUNTER = /^\s*\d{1,6}\s+(?:of|de|von|sur|di|van)\s+\d{1,6}\s+\p{L}+\s*$/iu;

/**
 * A label at the beginning of a line, or `undefined`.
 *
 * @param accept `known`: labels that LexisNexis is known to print, as in its Word files; `capitals`: those in capitals, as in the
 *   old interface; `any-capitals`: any words in capitals.
 */
export function lexisLabel(
  line: string,
  accept: 'known' | 'capitals' | 'any-capitals',
): { label: string; rest: string } | undefined {
  const match = /^\s*([\p{L}][\p{L}\d -]{1,30}?)\s?:(?=\s|$)\s*([\s\S]*)$/u.exec(line);
  if (!match) return undefined;
  const name = match[1] ?? '';
  const label = fold(name.trim()).replaceAll(' ', '-');
  const isCapitals = name === name.toUpperCase();
  const isKnown = ROLE_OF.has(label);
  if (accept === 'known' ? !isKnown : !isCapitals || (accept === 'capitals' && !isKnown)) return undefined;
  return { label, rest: match[2] ?? '' };
}

/**
 * One article from its parts in order: source, date, title, labelled heading, body, labelled closing. The date line is found by
 * being a date; the source stands before it, the title after it.
 */
export function lexisArticle(row: number, parts: readonly LexisPart[], options: ReadOptions): Parsed[] {
  const printed = parts.filter((part) => !COUNTER.test(part.text));
  const plain = (part: LexisPart | undefined): boolean => part !== undefined && part.label === undefined;
  const at = printed
    .slice(0, 8)
    .findIndex((part) => plain(part) && part.text.length <= 200 && findPressDate(part.text) !== undefined);
  if (at < 0 && !printed.some((part) => part.label !== undefined)) {
    return [
      {
        reject: {
          row,
          reason: 'unreadable-row',
          value: printed[0]?.text.slice(0, 200) ?? null,
          hint: 'a document without source, date and fields; LexisNexis could not print it',
        },
      },
    ];
  }
  const field = (role: Role): string | undefined => {
    const found = printed.filter(
      (part) => part.label !== undefined && ROLE_OF.get(part.label) === role && part.text !== '',
    );
    return found.map((part) => part.text).join('; ') || undefined;
  };
  const afterDate = printed.slice(at + 1);
  const titled = plain(afterDate[0]) && !COPYRIGHT.test(afterDate[0]?.text ?? '') ? afterDate[0] : undefined;
  const article: Omit<Article, 'row'> = {
    title: titled?.text ?? field('title'),
    sourceName:
      at > 0
        ? printed[at - 1]?.text
            .split('\n')
            .find((line) => line.trim() !== '')
            ?.replace(/\.$/, '')
        : undefined,
    date: printed[at]?.text,
    byline: field('author'),
    language: field('language'),
    url: /https?:\/\/\S+/.exec(field('url') ?? '')?.[0],
    paragraphs: [field('lead') ?? '', ...bodyOf(titled ? afterDate.slice(1) : afterDate)],
  };
  return pressArticle({ row, ...article }, options);
}

/** The plain parts from the first one on to the first label of the closing. */
function bodyOf(parts: readonly LexisPart[]): string[] {
  const body: string[] = [];
  for (const part of parts) {
    if (part.label !== undefined) {
      const role = ROLE_OF.get(part.label);
      if (body.length > 0 && role !== 'lead' && role !== 'heading') break;
      continue;
    }
    if (!COPYRIGHT.test(part.text)) body.push(part.text);
  }
  return body;
}
