import { keyness } from './key-words.js';

interface Term {
  readonly normal?: string;
  readonly text: string;
  readonly post?: string;
  readonly tags?: readonly string[];
}
type Parser = (text: string) => { json(): { readonly terms: readonly Term[] }[] };

/** Words that neither begin nor end the name of a subject: possessives, pronouns, times and quantities. */
const EMPTY = new Set(
  'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces lui elle tout toute tous toutes rien même merci bonjour jour jours midi fois attention fait faire dit bref juste oui non my your his her our their this that thanks hello après avant depuis pendant hier demain semaine semaines mois an ans année années heure heures minute minutes matin soir soirée moment temps plus moins trop très peu assez encore toujours jamais after before week weeks month months year years hour hours time more less'.split(
    ' ',
  ),
);
const LINKS = new Set(['de', 'du', 'des', 'à', 'au', 'aux', 'of']);
/** A name stands on so many texts, and on such a share of the movement's. */
const LEAST_TEXTS = 3;
const LEAST_SHARE = 0.05;
const LONGEST = 4;

/** Parser of a language: compromise for English, fr-compromise for all else. */
async function parserOf(language: string): Promise<Parser> {
  return language === 'en'
    ? ((await import('compromise')).default as unknown as Parser)
    : ((await import('fr-compromise')).default as unknown as Parser);
}

/** Movements are told from the same other texts: what was read of a text is kept, of so many at most. */
const KEPT = 10_000;
const read = new WeakMap<Parser, Map<string, ReadonlySet<string>>>();

/** Noun phrases of a text, in lower case: nouns and adjectives, joined by « de », « à »; up to four words. */
function nounPhrases(parse: Parser, text: string): ReadonlySet<string> {
  const known = read.get(parse) ?? new Map<string, ReadonlySet<string>>();
  read.set(parse, known);
  let found = known.get(text);
  if (found === undefined) {
    if (known.size >= KEPT) known.clear();
    known.set(text, (found = readPhrases(parse, text)));
  }
  return found;
}

function readPhrases(parse: Parser, text: string): Set<string> {
  const found = new Set<string>();
  const cleaned = text.toLowerCase().replace(/https?:\S+|[@#]\S+|\[[^\]]*\]/g, ' ');
  for (const { terms } of parse(cleaned).json()) {
    let run: { readonly word: string; readonly role: 'noun' | 'adjective' | 'link' }[] = [];
    const flush = (): void => {
      for (let from = 0; from < run.length; from++)
        for (let to = from + 1; to <= Math.min(run.length, from + LONGEST); to++) {
          const phrase = run.slice(from, to);
          const [first, last] = [phrase[0], phrase[phrase.length - 1]];
          if (first?.role === 'link' || last?.role === 'link' || EMPTY.has(first?.word ?? '')) continue;
          if (phrase.some(({ role }) => role === 'noun')) found.add(phrase.map(({ word }) => word).join(' '));
        }
      run = [];
    };
    for (const { normal, text: written, post = '', tags = [] } of terms) {
      const word = normal ?? written.toLowerCase();
      const role =
        tags.includes('Noun') && !tags.includes('Pronoun') && !tags.includes('Verb')
          ? 'noun'
          : tags.includes('Adjective')
            ? 'adjective'
            : LINKS.has(word) && run.length > 0
              ? 'link'
              : null;
      if (role === null || !/^[\p{L}-]{2,}$/u.test(word)) flush();
      else {
        run.push({ word, role });
        if (/[.,;:!?…]/.test(post)) flush();
      }
    }
    flush();
  }
  return found;
}

function countPhrases(parse: Parser, texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const phrase of nounPhrases(parse, text)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return counts;
}

export interface MovementTexts {
  /** Texts of the movement, each once. */
  readonly texts: readonly string[];
  /** Texts of the same people's channels at other times. */
  readonly others: readonly string[];
  readonly headlines: readonly string[];
  /** Names that say nothing of the subject: the brand's. */
  readonly brands: readonly string[];
  /** ISO 639-1 of most texts. */
  readonly language: string;
}

/**
 * The subject of a movement in its own words: the noun phrase most telling of its texts against all others (G²), first among
 * those that headlines use too; `null` when no phrase stands on enough texts. The one place where movements get a name.
 */
export async function nameMovement(movement: MovementTexts): Promise<string | null> {
  const { texts, others, headlines, brands } = movement;
  const parse = await parserOf(movement.language);
  const [inside, outside] = [countPhrases(parse, texts), countPhrases(parse, others)];
  const printed = new Set(headlines.flatMap((headline) => [...nounPhrases(parse, headline)]));
  const banned = new Set(brands.flatMap((brand) => brand.toLowerCase().split(/\s+/)));
  const least = Math.max(LEAST_TEXTS, LEAST_SHARE * texts.length);
  const ranked = [...inside]
    .filter(([phrase]) => {
      const words = phrase.split(' ');
      return !EMPTY.has(words[words.length - 1] ?? '') && !words.some((word) => banned.has(word));
    })
    .flatMap(([phrase, count]) => {
      const elsewhere = outside.get(phrase) ?? 0;
      const typical = count / texts.length > elsewhere / Math.max(1, others.length);
      const long = phrase.includes(' ');
      const weight = (long ? 1 : 0.5) * (printed.has(phrase) ? 3 : 1);
      return typical
        ? [{ phrase, count, score: keyness(count, texts.length, elsewhere, others.length) * weight }]
        : [];
    })
    .toSorted((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
  const best = ranked.find(({ count }) => count >= least)?.phrase;
  if (best === undefined) return null;
  const longer = ranked
    .filter(({ phrase, count }) => count > 1 && printed.has(phrase) && ` ${phrase} `.includes(` ${best} `))
    .toSorted((a, b) => b.phrase.length - a.phrase.length)[0]?.phrase;
  return asPrinted(longer ?? best, [...headlines, ...texts]);
}

/** The phrase as a text writes it, hyphens kept. */
function asPrinted(phrase: string, texts: readonly string[]): string {
  const pattern = new RegExp(phrase.split(' ').join('[-\\s]'), 'iu');
  for (const text of texts) {
    const written = pattern.exec(text)?.[0];
    if (written !== undefined) return written.toLowerCase();
  }
  return phrase;
}
