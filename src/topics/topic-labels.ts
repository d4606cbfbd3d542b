import { keyTerms, type KeyTerm } from './key-terms.js';
import type { PhraseTest } from './noun-phrase.js';
import type { PhraseIndex } from './phrase-index.js';
import { namePhrases } from './phrases.js';
import type { Term, TermRows } from './terms.js';
import type { Label } from './topic-list.js';

const KEY_TERMS = 12;

/** Names parts of the texts of a corpus, no two alike, and describes parts that have a name. */
export class Labels {
  readonly #taken = new Set<string>();
  readonly #surfaces: ReadonlyMap<string, string>;

  constructor(
    readonly rows: TermRows,
    terms: readonly (readonly Term[])[],
    readonly index: PhraseIndex,
    readonly isPhrase: PhraseTest,
    readonly without: readonly string[] = [],
  ) {
    this.#surfaces = surfacesOf(terms);
  }

  /** A name, its phrases and the key terms of each part; no name is given twice. `literal`: no two words that no text joins. */
  name(
    parts: Int32Array,
    count: number,
    { literal = false }: { readonly literal?: boolean } = {},
  ): readonly Label[] {
    return this.#labels(parts, count, { taken: this.#taken, specific: true, literal }).map((label) => ({
      ...label,
      name: label.phrases[0]?.phrase ?? '',
    }));
  }

  /** Phrases and key terms of parts that are named already: the name first. */
  describe(parts: Int32Array, named: readonly Label[]): readonly Label[] {
    return this.#labels(parts, named.length, { taken: new Set() }).map(({ terms, phrases }, part) => {
      const { name, phrases: before } = named[part] as Label;
      const first = [...phrases, ...before].filter(({ phrase }) => phrase === name).slice(0, 1);
      const others = phrases.filter(({ phrase }) => phrase !== name && !name.includes(phrase));
      return { name, terms, phrases: [...first, ...others].slice(0, 5) };
    });
  }

  #labels(
    parts: Int32Array,
    count: number,
    how: { readonly taken: Set<string>; readonly specific?: boolean; readonly literal?: boolean },
  ): readonly Omit<Label, 'name'>[] {
    const keys = keyTerms(this.rows, { classOf: parts, count });
    const { isPhrase, without } = this;
    return namePhrases(this.index, parts, count, { isPhrase, without, ...how }).map((phrases, part) => ({
      phrases,
      terms: [...(keys[part] ?? new Map<number, KeyTerm>())]
        .toSorted(([a, x], [b, y]) => telling(y) - telling(x) || a - b)
        .slice(0, KEY_TERMS)
        .map(([id]) => this.#surfaces.get(this.rows.stems[id] ?? '') ?? ''),
    }));
  }
}

/** Of two terms as key, the one of more texts says more of what they have in common. */
const telling = ({ keyness, n }: KeyTerm): number => keyness * Math.sqrt(n);

/** The most written surface of each stem. */
function surfacesOf(texts: readonly (readonly Term[])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const terms of texts)
    for (const { stem, surface } of terms) {
      const spellings = counts.get(stem) ?? new Map<string, number>();
      counts.set(stem, spellings.set(surface, (spellings.get(surface) ?? 0) + 1));
    }
  return new Map(
    [...counts].map(([stem, spellings]) => [
      stem,
      [...spellings].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? stem,
    ]),
  );
}
