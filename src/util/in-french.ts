import { NBSP, NNBSP, typo } from './french.js';
import { shippedJson } from './shipped-json.js';

/** What the library and the command say in English, in French: what varies is `{}`, in French `{1}`, `{2}`; `{1|ligne|lignes}` is a count with its noun, agreed, `{1?est|sont}` the word alone. */
export const SENTENCES = shippedJson('./in-french.json', import.meta.url) as Readonly<Record<string, string>>;

interface Sentence {
  readonly english: RegExp;
  /** Of each value, whether it stands in quotes: a name of the user’s, never put in French. */
  readonly quoted: readonly boolean[];
  readonly french: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

let sentences: readonly Sentence[] | undefined;
/** Those in which something varies, in the order of the table. */
const patterns = (): readonly Sentence[] =>
  (sentences ??= Object.entries(SENTENCES)
    .filter(([english]) => english.includes('{}'))
    .map(([english, french]) => ({
      // What a sentence begins with is no place said before it.
      english: new RegExp(
        `^${english
          .split('{}')
          .map(escaped)
          .join('(.+?)')
          .replace(/^\(\.\+\?\)/, '((?:(?!: ).)+?)')}$`,
        's',
      ),
      quoted: [...english.matchAll(/(["']?)\{\}/g)].map(([, quote]) => quote !== ''),
      french: typo(french),
    })));

/** A number with decimals, as English writes it; versions have more points or other signs. */
const DECIMAL = /^[-−]?\d+\.\d+$/;

const SLOT = /\{(\d)(?:([|?])([^|{}]*)\|([^|{}]*))?\}/g;

/** Names in quotes. */
const NAMES = /^"[^"]+"(?:, "[^"]+")*$/;

/** What is known of parts of a line: a part is met once for each place at which it may be parted. */
type Parts = Map<string, string | undefined>;

/** A sentence of the table; what varies in it may be one too. */
function known(text: string, met: Parts): string | undefined {
  const fixed = Object.hasOwn(SENTENCES, text) ? SENTENCES[text] : undefined;
  if (fixed !== undefined) return typo(fixed);
  for (const { english, quoted, french } of patterns()) {
    const [, ...parts] = english.exec(text) ?? [];
    if (parts.length > 0)
      return french.replace(SLOT, (_, digit, sign, one, several) => {
        const at = Number(digit) - 1;
        const part = parts[at] ?? '';
        const word = Math.abs(Number(part.replaceAll(',', ''))) < 2 ? one : several;
        if (sign !== undefined) return sign === '?' ? word : `${part} ${word}`;
        return quoted[at] === true
          ? part.replaceAll('", "', `${NBSP}», «${NBSP}`)
          : DECIMAL.test(part)
            ? part.replace('.', ',')
            : told(part, met);
      });
  }
  return undefined;
}

/** Sentences of the table that stand one after the other, joined by colons: a place, what is wrong, what to do. */
function joined(text: string, met: Parts): string | undefined {
  if (!met.has(text)) met.set(text, known(text, met) ?? joinedOfTwo(text, met));
  return met.get(text);
}

function joinedOfTwo(text: string, met: Parts): string | undefined {
  let half: string | undefined;
  for (let at = text.indexOf(': '); at >= 0; at = text.indexOf(': ', at + 1)) {
    const [first, rest] = [text.slice(0, at), text.slice(at + 2)];
    const [left, right] = [known(first, met), joined(rest, met)];
    const both = `${left ?? first}${NBSP}: ${right ?? rest}`;
    if (left !== undefined && right !== undefined) return both;
    if (left !== undefined || right !== undefined) half ??= both;
  }
  return half;
}

function told(line: string, met: Parts): string {
  const [, before = '', text = ''] = /^(\s*)(.*)$/s.exec(line) ?? [];
  if (NAMES.test(text)) return `${before}${text.replaceAll(/"([^"]+)"/g, `«${NBSP}$1${NBSP}»`)}`;
  return `${before}${joined(text, met) ?? text}`;
}

/**
 * A line of the library or the command in French, as far as the table knows it; what it does not know stays as it is.
 *
 * @example
 * inFrench('  doubt: avis.csv, column "Date": times carry no zone: read as UTC; settle it with zone, e.g. Europe/Paris')
 * // → '  doute\u00a0: avis.csv, colonne «\u00a0Date\u00a0»\u00a0: les heures n’ont pas de fuseau\u00a0: lues en UTC\u202f; trancher avec --zone, par exemple Europe/Paris'
 */
export const inFrench = (line: string): string => told(line, new Map());

/**
 * A line of progress in French: its bar, then its parts.
 *
 * @example
 * progressInFrench('[######------------------] measuring spillRate, 4 s: 12 of 1,248 metrics, about 30 s left')
 * // → '[######------------------] mesure de spillRate, 4 s\u00a0: 12 sur 1\u202f248 mesures, encore 30 s environ'
 */
export function progressInFrench(line: string): string {
  const [, bar = '', rest = ''] = /^(\[[#-]+\] )?(.*)$/s.exec(line) ?? [];
  const parts = rest.split(', ').map((part) =>
    inFrench(part)
      .replace(/(\d),(?=\d{3}\b)/g, `$1${NNBSP}`)
      .replace(/(\w): /, `$1${NBSP}: `),
  );
  return `${bar}${parts.join(', ')}`;
}
