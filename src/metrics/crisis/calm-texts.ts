/** Begins what is known for a name, a product or a place; a word holds letters and digits alone. */
export const NAME = ':';
/** The same for a place. */
export const PLACE = `${NAME}@`;
export const isPlace = (word: string): boolean => word.startsWith(PLACE);
export const isName = (word: string): boolean => word.startsWith(NAME);

/** What a message says: its subjects and its words. */
export interface Text {
  readonly at: number;
  readonly drivers: readonly string[];
  readonly words: ReadonlySet<string>;
}

export const holds = (words: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].some((word) => words.has(word));

export const countOf = (texts: readonly Text[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { words } of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** Texts of other times that speak of a subject, and those that speak of others: what tells none may be of this one. */
export interface Calm {
  readonly own: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<string, number>;
  readonly n: number;
  readonly m: number;
}

/** What is counted once of the same texts of other times, for all movements. */
export class CalmTexts {
  static readonly #known = new WeakMap<readonly Text[], CalmTexts>();
  static of(texts: readonly Text[]): CalmTexts {
    const known = this.#known.get(texts) ?? new CalmTexts(texts);
    this.#known.set(texts, known);
    return known;
  }

  readonly usual: ReadonlyMap<string, number>;
  readonly #bySubject = new Map<string, Calm>();

  private constructor(readonly texts: readonly Text[]) {
    this.usual = countOf(texts);
  }

  about(subject: string): Calm {
    const known = this.#bySubject.get(subject);
    if (known !== undefined) return known;
    const [own, others] = [
      this.texts.filter(({ drivers }) => drivers.includes(subject)),
      this.texts.filter(({ drivers }) => drivers.length > 0 && !drivers.includes(subject)),
    ];
    let counted: ReadonlyMap<string, number> | undefined;
    const found: Calm = {
      own: countOf(own),
      n: own.length,
      m: others.length,
      // as many as all texts for each subject, and not asked for by all who ask for its own
      get others() {
        return (counted ??= countOf(others));
      },
    };
    this.#bySubject.set(subject, found);
    return found;
  }
}
