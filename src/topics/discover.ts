import { joinOrder, subjectsAt } from './hierarchy.js';
import { holdsKey, isSmallTalk, keyTerms, type KeyTerm } from './key-terms.js';
import { fitLikeliest, likeliest } from './mixture.js';
import { loadNounTest, namePhrases } from './phrases.js';
import { refitParts, stabilityOf } from './stability.js';
import { indexTerms, loadStopWords, rowOf, termsOf } from './terms.js';
import { topicList, type Label, type Topic } from './topic-list.js';

/** Subjects of a set of texts, and the reader that tells them in any text. */
export interface Topics {
  readonly topics: readonly Topic[];
  /** The aspect of a text (or its subject where it has one aspect) with its probability; `undefined`: an outlier. */
  topicOf(
    text: string,
  ): { readonly topic: string; readonly subject: string; readonly probability: number } | undefined;
  /** Texts that the model was fitted on, after sampling; distinct. */
  readonly n: number;
  /** Texts of the sample that hold no key term of any topic. */
  readonly outliers: number;
}

export interface DiscoverOptions {
  /** Subjects at most, aspects joined. Default 20. */
  readonly subjects?: number;
  /** Aspects at most. Default: 3 × subjects. */
  readonly aspects?: number;
  /** Distinct texts that the model is fitted on; the rest is told by it. Default 20,000, drawn by a hash of the text. */
  readonly sample?: number;
  /** Restarts of which the likeliest is kept, in every fit. Default 2. */
  readonly restarts?: number;
  /** Fits again on four fifths of the sample, for the stability; 0: none. Default 3. */
  readonly refits?: number;
  /** Mean stability wanted: subjects are joined further, down to half as many, until they reach it; else as many as asked. Default 0.8; 0: joins nothing. */
  readonly stable?: number;
}

/** Aspects smaller than this are no topic: their texts are outliers. */
const LEAST_TEXTS = 5;
const KEY_TERMS = 12;

/**
 * Discovers what texts talk about: a Dirichlet multinomial mixture over their words gives aspects, the closest are joined into subjects,
 * and both are named by the noun phrases that are key to them (G²). A text that holds no key term of its aspect is an outlier.
 *
 * Deterministic: texts are taken distinct, in the order of a hash, so neither the order of rows nor the clock matters. For French and
 * English. Limits: one subject a text; under about 200 texts subjects are not stable (see `stability`). Memory: the sample's terms,
 * about 200 bytes a text, and terms × aspects × 20 bytes.
 *
 * @example
 * (await discoverTopics([])).topics
 * // → []
 */
export async function discoverTopics(
  texts: readonly string[],
  options: DiscoverOptions = {},
): Promise<Topics> {
  const {
    subjects = 20,
    aspects = 3 * subjects,
    sample = 20_000,
    restarts = 3,
    refits = 4,
    stable = 0.8,
  } = options;
  const stops = loadStopWords();
  const drawn = [...new Set(texts)]
    .map((text) => ({ text, order: hashText(text) }))
    .toSorted((a, b) => a.order - b.order || (a.text < b.text ? -1 : 1))
    .slice(0, sample)
    .map(({ text }) => text);
  const terms = drawn.map((text) => termsOf(text, stops));
  const rows = indexTerms(terms, { leastTexts: drawn.length < 2000 ? 2 : 3 });
  const most = Math.min(aspects, Math.max(2, Math.ceil(drawn.length / 4)));
  const mixture = fitLikeliest(rows, { most, seed: 1, restarts });
  const idOf = new Map(rows.stems.map((stem, id) => [stem, id]));
  const keyOf = keyTerms(rows, mixture);
  const told = (text: number): number => {
    const aspect = mixture.subjects[text] as number;
    return aspect >= 0 && holdsKey(rows.ids.subarray(rows.starts[text], rows.starts[text + 1]), keyOf[aspect])
      ? aspect
      : -1;
  };
  const aspectOf = Int32Array.from(drawn, (_, text) => told(text));
  const sizes = Array.from({ length: mixture.count }, () => 0);
  for (const aspect of aspectOf) if (aspect >= 0) sizes[aspect] = (sizes[aspect] as number) + 1;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const kept = sizes.map(
    (size, a) =>
      size >= LEAST_TEXTS && !isSmallTalk(rows, keyOf[a] as ReadonlyMap<number, KeyTerm>, size, all),
  );
  const isNoun = await loadNounTest();
  const label = naming(drawn, stops, isNoun, rows.stems, surfacesOf(terms));
  const ofAspect = Int32Array.from(aspectOf, (a) => (a >= 0 && kept[a] === true ? a : -1));
  const joins = joinOrder(mixture, sizes);
  const parts = refitParts(rows, { aspects: most, refits, restarts });
  const { subjectOf, ofSubject, subjectCount, stability } = chooseSubjects(subjects, stable, (wanted) => {
    const of = subjectsAt(joins, mixture.count, wanted);
    const subjectOfText = ofAspect.map((aspect) => (aspect < 0 ? -1 : (of[aspect] as number)));
    const count = Math.max(0, ...of) + 1;
    return {
      subjectOf: of,
      ofSubject: subjectOfText,
      subjectCount: count,
      stability: parts.length === 0 ? [] : stabilityOf(parts, subjectOfText, { subjects: wanted, count }),
    };
  });
  const list = topicList({
    aspects: label(ofAspect, mixture.count, keyOf),
    subjects: label(ofSubject, subjectCount, keyTerms(rows, { subjects: ofSubject, count: subjectCount })),
    subjectOf,
    sizes,
    kept,
    stable: stability,
  });
  return {
    topics: list.topics,
    n: drawn.length,
    outliers: ofAspect.filter((a) => a < 0).length,
    topicOf(text) {
      const row = rowOf(termsOf(text, stops), idOf);
      const { subject: aspect, probability } = likeliest(mixture, row);
      const id = aspect < 0 ? undefined : list.idOfAspect[aspect];
      return id === undefined || !holdsKey(row, keyOf[aspect])
        ? undefined
        : { topic: id, subject: id.split('.')[0] as string, probability };
    },
  };
}

/** How aspects are joined into subjects, and how stable those are. */
interface Joined {
  readonly subjectOf: readonly number[];
  readonly ofSubject: Int32Array;
  readonly subjectCount: number;
  readonly stability: readonly number[];
}

/** Subjects are joined down to this part of those asked for. */
const FEWEST = 0.5;

/** The most subjects that are as stable as wanted; else as many as asked. */
function chooseSubjects(most: number, stable: number, join: (most: number) => Joined): Joined {
  const mean = ({ ofSubject, stability }: Joined): number => {
    let sum = 0,
      n = 0;
    for (const subject of ofSubject) {
      if (subject < 0) continue;
      sum += stability[subject] as number;
      n++;
    }
    return n === 0 ? 1 : sum / n;
  };
  const asked = join(most);
  if (asked.stability.length === 0 || mean(asked) >= stable) return asked;
  for (let count = most - 1; count >= FEWEST * most; count--) {
    const joined = join(count);
    if (mean(joined) >= stable) return joined;
  }
  return asked;
}

/** FNV-1a of a text: the order in which texts are drawn. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The most written surface of each stem. */
function surfacesOf(
  texts: readonly (readonly { readonly stem: string; readonly surface: string }[])[],
): ReadonlyMap<string, string> {
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

function naming(
  texts: readonly string[],
  stops: ReadonlySet<string>,
  isNoun: (phrase: string) => boolean,
  stems: readonly string[],
  surfaces: ReadonlyMap<string, string>,
): (
  parts: Int32Array,
  count: number,
  keys: readonly ReadonlyMap<number, KeyTerm>[] | undefined,
) => readonly Label[] {
  return (parts, count, keys) =>
    namePhrases(texts, parts, count, { stops, isNoun }).map((phrases, part) => {
      const terms = [...(keys?.[part] ?? new Map<number, KeyTerm>()).keys()]
        .slice(0, KEY_TERMS)
        .map((id) => surfaces.get(stems[id] ?? '') ?? '');
      return { name: phrases[0]?.phrase ?? terms.slice(0, 3).join(', '), phrases, terms };
    });
}
