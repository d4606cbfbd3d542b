import { fold } from '../../util/fold.js';
import { NOT_NAMES } from './name-patterns.js';
import type { NameSpan } from './told-names.js';

/** A title that begins with a capital, as a name does. */
const TITLE = /^(?:M|Mme|Mlle|Mr|Dr|Pr)\.?[ \u00A0](?=\p{Lu})/u;

/** V8 compiles a pattern that meets a text so long to machine code at once; after a short one it would interpret it, then compile it again. */
const LONG = ' '.repeat(1000);
const compiled = new WeakSet<RegExp>();

/** What `matchAll` gives, without its copy of the pattern, which V8 compiles anew once it has freed what it kept of it; one by one, as a long text has many. */
export function* eachMatch(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  if (!compiled.has(pattern)) {
    compiled.add(pattern);
    pattern.lastIndex = 0;
    pattern.test(LONG);
  }
  for (let from = 0; ;) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match === null) return;
    const empty = match[0] === '' ? 1 + Number((text.codePointAt(match.index) ?? 0) > 0xffff) : 0;
    from = pattern.lastIndex + empty;
    yield match;
  }
}

/** All of them. */
export const matchesOf = (text: string, pattern: RegExp): RegExpExecArray[] => [...eachMatch(text, pattern)];

/** Names where a rule sees them, cut before the first word that is none. */
export function namesIn(text: string, pattern: RegExp): NameSpan[] {
  const names: NameSpan[] = [];
  for (const match of eachMatch(text, pattern)) {
    const { lead = '', name: bare = '' } = match.groups ?? {};
    const title = TITLE.exec(bare)?.[0] ?? '';
    const name = lead + bare.slice(title.length);
    const start = match.index + match[0].lastIndexOf(lead + bare) + title.length;
    const words = [...name.matchAll(/[^ \u00A0]+/g)];
    const isParticle = (at: number): boolean =>
      /^(?:le|la|de|du|des)$/iu.test(fold(words[at]?.[0] ?? '')) && at + 1 < words.length;
    const stop =
      words.find(
        ({ 0: word }, at) =>
          // "Amrani du CHU"
          (/^(?:du|de|des)$/u.test(words[at - 1]?.[0] ?? '') &&
            /^\p{Lu}{2,5}$/u.test(word) &&
            /\p{Ll}/u.test(words[0]?.[0] ?? '')) ||
          /^(?:[LDJCNMST]|QU)[’'](?:\p{Ll}|[éÉ]quipe|(?:A[IS]?|EST|ONT|AVAIT|EN|Y)$)/u.test(word) ||
          (/^\p{Lu}/u.test(word) && NOT_NAMES.has(fold(word)) && !isParticle(at)),
      )?.index ?? name.length;
    const kept = name
      .slice(0, stop)
      .replace(/(?:[ \u00A0]+(?:D[EU]S?|L[EA]S?))+[ \u00A0]*$|(?:[ \u00A0]+(?:\p{Ll}|[’'])*)+$|[’'-]+$/u, '');
    if (kept !== '') names.push({ start, end: start + kept.length });
  }
  return names;
}

/** "Contactez Eulalie Perchet": without the verb that opens the sentence. */
export function afterVerb(text: string, { start, end }: NameSpan): NameSpan {
  const verb =
    /^\p{Lu}\p{Ll}+ez[ \u00A0](?=\p{Lu}\S+[ \u00A0])/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + verb, end };
}

/** In a text all in capitals a capital says nothing: what stands around a name. */
export function shouts(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(0, start - 60), start) + text.slice(end, end + 60);
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0,
    letters = line.match(/\p{L}/gu)?.length ?? 0;
  return letters > 10 && capitals * 2 > letters;
}

/** Longest text that is read at once; rules look back and ahead, so that what is longer is read in pieces. */
const PIECE = 4000;

/**
 * The text in pieces that end with a line, else a sentence, else a word.
 *
 * @example
 * piecesOf('Bonjour Zoé')
 * // → ['Bonjour Zoé']
 */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > PIECE) {
    const most = text.slice(from, from + PIECE);
    const cut = ['\n', '. ', ' ']
      .map((end) => most.lastIndexOf(end) + end.length)
      .find((at) => at > PIECE / 2);
    const to = from + (cut ?? (/[\ud800-\udbff]$/.test(most) ? PIECE - 1 : PIECE));
    pieces.push(text.slice(from, to));
    from = to;
  }
  return [...pieces, text.slice(from)];
}
