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

/** What all say weighs in what a subject says as so many of its texts. */
const PRIOR = 5;

/**
 * Texts in which a word was due: a name as often as all say it, another as often as the subjects of the texts call for it. `except`: texts of
 * other times that do not count.
 */
export function dueIn(
  texts: readonly Text[],
  calm: CalmTexts,
  except: readonly Text[] = [],
): (word: string) => number {
  const n = Math.max(1, calm.texts.length - except.length),
    subjects = new Map<string, number>();
  for (const { drivers } of texts)
    for (const driver of drivers) subjects.set(driver, (subjects.get(driver) ?? 0) + 1 / drivers.length);
  const told = [...subjects].map(([subject, weight]) => {
    const { own, n: all } = calm.about(subject),
      left = except.filter(({ drivers }) => drivers.includes(subject));
    return { weight, own, left, size: all - left.length };
  });
  const count = (all: ReadonlyMap<string, number>, left: readonly Text[], word: string): number =>
    left.reduce((sum, { words }) => (words.has(word) ? sum - 1 : sum), all.get(word) ?? 0);
  return (word) => {
    const usual = count(calm.usual, except, word) / n;
    if (isName(word)) return usual * texts.length;
    return told.reduce(
      (sum, { weight, own, left, size }) =>
        sum + (weight * (count(own, left, word) + PRIOR * usual)) / (size + PRIOR),
      0,
    );
  };
}
