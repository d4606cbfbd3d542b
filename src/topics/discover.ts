import { chooseSubjects, growTree, holderOf } from './class-tree.js';
import { holdsKey, judgeWords, keyTerms, type KeyTerm } from './key-terms.js';
import { loadPhraseTest, type PhraseTest } from './noun-phrase.js';
import { PhraseIndex } from './phrase-index.js';
import { namePhrases } from './phrases.js';
import { stabilityOf, sumUp } from './stability.js';
import { likeliest } from './term-model.js';
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
  /** Texts of the sample that are in no topic. */
  readonly outliers: number;
}

export interface DiscoverOptions {
  /** Subjects at most. Default 20. */
  readonly subjects?: number;
  /** Aspects at most, over all subjects. Default: 5 × subjects. */
  readonly aspects?: number;
  /** Distinct texts that are learnt from; the rest is told. Default 20,000, drawn by a hash of the text. */
  readonly sample?: number;
  /** Fits again on four fifths of the sample, for the stability; 0: none, and as many subjects as asked. Default 4. */
  readonly refits?: number;
  /** Least stability of a subject, 0–1. Default 0.5, under which a class dissolves (Hennig 2007). */
  readonly stable?: number;
}

/** Aspects smaller than this are no topic: their texts are outliers. */
const LEAST_TEXTS = 5;
const KEY_TERMS = 12;

/**
 * Discovers what texts talk about: a descending classification over their terms (Reinert 1983) gives a tree of classes; the stable ones
 * that tell the most are the subjects, the classes inside them their aspects. Both are named by the noun phrases that are key to them
 * (G²); a class that no phrase names is opinion or small talk, no subject. A text in no stable class, or that holds no key term of its own,
 * is an outlier.
 *
 * Deterministic: texts are taken distinct, in the order of a hash, so neither the order of rows nor the clock matters. For French and
 * English. Limits: one subject a text; under about 200 texts little is stable. Memory: the sample's terms, about 200 bytes a text, and
 * terms × aspects × 8 bytes.
 *
 * @example
 * (await discoverTopics([])).topics
 * // → []
 */
export async function discoverTopics(
  texts: readonly string[],
  options: DiscoverOptions = {},
): Promise<Topics> {
  const { subjects = 20, aspects = 5 * subjects, sample = 20_000, refits = 4, stable = 0.5 } = options;
  const stops = loadStopWords();
  const drawn = [...new Set(texts)]
    .map((text) => ({ text, order: hashText(text) }))
    .toSorted((a, b) => a.order - b.order || (a.text < b.text ? -1 : 1))
    .slice(0, sample)
    .map(({ text }) => text);
  const terms = drawn.map((text) => termsOf(text, stops));
  const rows = indexTerms(terms, { leastTexts: drawn.length < 2000 ? 2 : 3 });
  const idOf = new Map(rows.stems.map((stem, id) => [stem, id]));
  const grown = growTree(rows, aspects);
  const { tree, model } = grown;
  const keyOf = keyTerms(rows, model);
  const told = model.classOf.map((leaf, text) =>
    leaf >= 0 && holdsKey(rows.ids.subarray(rows.starts[text], rows.starts[text + 1]), keyOf[leaf])
      ? leaf
      : -1,
  );
  const sizes = sizesOf(told, model.count);
  const { talk, loose } = judgeWords(rows, tree, told);
  const isTopic = sizes.map((size, leaf) => size >= LEAST_TEXTS && !talk.has(leaf));
  const stability = refits === 0 ? undefined : stabilityOf(rows, grown, { leaves: aspects, refits });
  const chosen = chooseSubjects(
    {
      tree,
      sizes: sumUp(
        tree,
        sizes.map((size, leaf) => (isTopic[leaf] === true ? size : 0)),
      ),
    },
    { most: subjects, stability, least: stable, loose },
  );
  const subjectOf = holderOf(tree, chosen);
  const held = told.map((leaf) =>
    leaf >= 0 && isTopic[leaf] === true && (subjectOf[leaf] as number) >= 0 ? leaf : -1,
  );
  const ofSubject = held.map((leaf) => (leaf < 0 ? -1 : (subjectOf[leaf] as number)));
  const label = naming(new PhraseIndex(drawn, stops), await loadPhraseTest(), rows.stems, surfacesOf(terms));
  const names = label(ofSubject, chosen.length, keyTerms(rows, { classOf: ofSubject, count: chosen.length }));
  const subjectNames =
    stability === undefined
      ? names.map((one) => ({ ...one, name: one.name || one.terms.slice(0, 3).join(', ') }))
      : names;
  const kept = isTopic.map((topic, leaf) => topic && !!subjectNames[subjectOf[leaf] as number]?.name);
  const ofAspect = held.map((leaf) => (leaf >= 0 && kept[leaf] === true ? leaf : -1));
  const list = topicList({
    aspects: label(ofAspect, model.count, keyOf).map((one, leaf) =>
      loose.has(tree.leaves[leaf] as number) ? { ...one, name: '' } : one,
    ),
    subjects: subjectNames,
    subjectOf,
    sizes,
    kept,
    stable: stability === undefined ? [] : chosen.map((at) => stability[at] as number),
  });
  return {
    topics: list.topics,
    n: drawn.length,
    outliers: ofAspect.filter((leaf) => leaf < 0).length,
    topicOf(text) {
      const row = rowOf(termsOf(text, stops), idOf);
      const { class: leaf, probability } = likeliest(model, row);
      const id = leaf < 0 ? undefined : list.idOfAspect[leaf];
      return id === undefined || !holdsKey(row, keyOf[leaf])
        ? undefined
        : { topic: id, subject: id.split('.')[0] as string, probability };
    },
  };
}

/** Of two terms as key, the one of more texts says more of what they have in common. */
const telling = ({ keyness, n }: KeyTerm): number => keyness * Math.sqrt(n);

function sizesOf(classOf: Int32Array, count: number): number[] {
  const sizes = Array.from({ length: count }, () => 0);
  for (const kind of classOf) if (kind >= 0) sizes[kind] = (sizes[kind] as number) + 1;
  return sizes;
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
  index: PhraseIndex,
  isPhrase: PhraseTest,
  stems: readonly string[],
  surfaces: ReadonlyMap<string, string>,
): (
  parts: Int32Array,
  count: number,
  keys: readonly ReadonlyMap<number, KeyTerm>[] | undefined,
) => readonly Label[] {
  const taken = new Set<string>();
  return (parts, count, keys) =>
    namePhrases(index, parts, count, { isPhrase, taken }).map((phrases, part) => {
      const terms = [...(keys?.[part] ?? new Map<number, KeyTerm>())]
        .toSorted(([a, x], [b, y]) => telling(y) - telling(x) || a - b)
        .slice(0, KEY_TERMS)
        .map(([id]) => surfaces.get(stems[id] ?? '') ?? '');
      return { name: phrases[0]?.phrase ?? '', phrases, terms };
    });
}
