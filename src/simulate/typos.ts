import type { Draw } from './draw.js';

const KEYS: Readonly<Record<string, string>> = {
  a: 'zq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'zr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'km',
  m: 'l',
  n: 'b',
  o: 'ip',
  p: 'o',
  q: 'sa',
  r: 'et',
  s: 'qd',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'xc',
  x: 'wc',
  y: 'tu',
  z: 'ae',
};

/** Whole-word habits of phone writing; each applies with its own probability. */
const HABITS: readonly (readonly [RegExp, string, number])[] = [
  [/\bbeaucoup\b/gi, 'bcp', 0.6],
  [/\btoujours\b/gi, 'tjs', 0.5],
  [/\bpourquoi\b/gi, 'pk', 0.4],
  [/\bs’il vous plaît\b/gi, 'svp', 0.8],
  [/\baujourd’hui\b/gi, 'ajd', 0.3],
  [/\bquelqu’un\b/gi, 'qqn', 0.4],
  [/\bquelque chose\b/gi, 'qqch', 0.5],
  [/\bc’est\b/gi, 'c', 0.25],
  [/\bje suis\b/gi, 'jsuis', 0.4],
  [/\bj’ai\b/gi, 'jai', 0.5],
  [/\bil y a\b/gi, 'ya', 0.5],
  [/\bparce que\b/gi, 'pcq', 0.6],
  [/\bje n’(ai|avais|étais|y) /gi, 'j’$1 ', 0.5],
  [/\bce n’est (pas|plus|rien|jamais)\b/gi, 'c’est $1', 0.7],
  [/(?<!\bce )\bne ([a-zéèê]+) (pas|plus|rien|jamais)\b/gi, '$1 $2', 0.7],
  [/(?<!\b(?:ce|je|que|se) )\bn’([a-zéèêo]+) (pas|plus|rien|jamais)\b/gi, '$1 $2', 0.6],
  [/\bvraiment\b/gi, 'vrmt', 0.3],
  [/\bmessage\b/gi, 'msg', 0.5],
  [/\bdans\b/gi, 'ds', 0.3],
  [/\bpour\b/gi, 'pr', 0.25],
  [/\bvous\b/gi, 'vs', 0.12],
  [/\bque\b/gi, 'ke', 0.06],
  [/\bquand\b/gi, 'qd', 0.4],
  [/\btout\b/gi, 'tt', 0.25],
  [/\brendez-vous\b/gi, 'rdv', 0.9],
];

const VERBS =
  'achet|mang|laiss|trouv|appel|pay|cherch|rembours|chang|aid|vérifi|parl|donn|jet|compt|rappel|envoy|goût|pass|relanc|arriv|command|livr';

/** Confusions that spelling does not catch: sounds alike, or verb endings. */
const CONFUSIONS: readonly (readonly [RegExp, string, number])[] = [
  [/\bça\b/g, 'sa', 0.4],
  [/\bà\b/g, 'a', 0.5],
  [/\boù\b/g, 'ou', 0.5],
  [/\bc’était\b/g, 's’était', 0.15],
  [/\bces\b/g, 'ses', 0.3],
  [new RegExp(`\\b(${VERBS})é\\b`, 'g'), '$1er', 0.2],
  [new RegExp(`\\b(${VERBS})er\\b`, 'g'), '$1é', 0.3],
  [/\bquelle\b/g, 'qu’elle', 0.2],
  [/\bpeut\b/g, 'peu', 0.2],
  [/\bplutôt\b/g, 'plus tôt', 0.5],
  [/ées\b/g, 'é', 0.15],
  [/\bleurs\b/g, 'leur', 0.4],
  [/\bsont\b/g, 'son', 0.06],
];

/** One slip of the finger in a word of at least four letters: neighbour key, doubled, dropped or swapped letter. */
function slip(draw: Draw, word: string): string {
  const at = 1 + draw.below(word.length - 2);
  const letter = word[at] as string;
  const kind = draw.below(4);
  if (kind === 0) return word.slice(0, at) + draw.pick([...(KEYS[letter] ?? letter)]) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
}

function replaceSome(
  draw: Draw,
  text: string,
  rules: readonly (readonly [RegExp, string, number])[],
  strength: number,
): string {
  let out = text;
  for (const [pattern, replacement, probability] of rules) {
    out = out.replace(pattern, (whole) =>
      draw.chance(probability * strength)
        ? whole.replace(new RegExp(pattern.source, 'i'), replacement)
        : whole,
    );
  }
  return out;
}

/** How carelessly somebody types, each from 0 (never) to 1. */
export interface Carelessness {
  /** Share of words with a slip of the finger. */
  readonly slips: number;
  /** Strength of confusions such as "sa" for "ça". */
  readonly confusions: number;
  /** Strength of abbreviations such as "bcp". */
  readonly habits: number;
  /** Probability that the whole text loses its accents. */
  readonly noAccents: number;
  /** Probability that the whole text is in lower case without full stops. */
  readonly lowerCase: number;
}

/** Rewrites a clean French text as a careless person types it. Numbers, links, mentions and e-mail addresses are left alone. */
export function mistype(draw: Draw, text: string, how: Carelessness): string {
  let out = replaceSome(draw, text, HABITS, how.habits);
  out = replaceSome(draw, out, CONFUSIONS, how.confusions);
  if (draw.chance(how.lowerCase)) out = out.toLowerCase().replace(/\.(?=\s|$)/g, draw.chance(0.5) ? '' : '.');
  if (draw.chance(how.noAccents)) out = out.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  if (draw.chance(0.7)) out = out.replaceAll('’', "'");
  return out
    .split(' ')
    .map((word) => (/^\p{Ll}{4,}$/u.test(word) && draw.chance(how.slips) ? slip(draw, word) : word))
    .join(' ');
}
