import { chooseSubjects, growTree, holderOf } from './class-tree.js';
import { holdsKey, judgeWords, keyTerms } from './key-terms.js';
import { Labels } from './topic-labels.js';
import { nameSubjects, subjectReader, wholeClass, type NamedSubject } from './named-subjects.js';
import { loadPhraseTest } from './noun-phrase.js';
import { PhraseIndex } from './phrase-index.js';
import { partStability, regrow, stabilityOf, sumUp } from './stability.js';
import { likeliest, probabilityOf } from './term-model.js';
import { indexTerms, rowReader, termsAt, termsOf } from './terms.js';
import { loadStopWords } from '../util/stop-words.js';
import { topicList, type Topic } from './topic-list.js';

/** Subjects of a set of texts, and the reader that tells them in any text. */
export interface Topics {
  readonly topics: readonly Topic[];
  /**
   * The aspect of a text (or its subject where it has one aspect) with its probability; `undefined`: an outlier. `named`: only a subject
   * whose name of several words it says.
   */
  topicOf(
    text: string,
    how?: { readonly named?: boolean },
  ): { readonly topic: string; readonly subject: string; readonly probability: number } | undefined;
}

export interface DiscoverOptions {
  /** Classes of the tree that subjects are looked for in, at most. Default 40. */
  readonly subjects?: number;
  /** Aspects at most, over all subjects. Default: 5 × subjects. */
  readonly aspects?: number;
  /** Distinct texts that are learnt from; the rest is told. Default 20,000, drawn by a hash of the text. */
  readonly sample?: number;
  /** Fits again on four fifths of the sample, for the stability; 0: none, and as many subjects as asked. Default 4. */
  readonly refits?: number;
  /** Least stability of a subject, 0–1. Default 0.5, under which a class dissolves (Hennig 2007). */
  readonly stable?: number;
  /** Names whose words alone name no subject: those of brands, in each spelling. */
  readonly without?: readonly string[];
  /** Called after the sample is read, after each tree, and when subjects are named and judged. */
  readonly onStep?: (done: number, total: number) => void;
}

/** Aspects smaller than this are no topic: their texts are outliers. */
const LEAST_TEXTS = 5;
/** An aspect is named by what this part of its texts say at least; else it is its subject's. */
const LEAST_SAID = 1 / 3;
/** A class of this stability may hold a subject that is stable itself. */
const CANDIDATE = 0.3;

/**
 * Discovers what texts talk about: a descending classification over their terms (Reinert 1983) gives a tree of classes; in the stable ones
 * that tell the most are the subjects, the leaves inside them their aspects. Both are named by the noun phrases that are key to them (G²). A
 * subject is the texts that say its name, or two terms key to those that do (those of a fixed phrase are one); what no phrase names is
 * opinion or small talk, and its texts are outliers.
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
  const {
    subjects = 40,
    aspects = 5 * subjects,
    sample = 20_000,
    refits = 4,
    stable = 0.5,
    without = [],
    onStep,
  } = options;
  // reading, the tree, those grown again, names of subjects, their stability, names of aspects
  let done = 0;
  const step = (): void => onStep?.(++done, refits + 5);
  const stops = loadStopWords();
  const drawn = [...new Set(texts)]
    .map((text) => ({ text, order: hashText(text) }))
    .toSorted((a, b) => a.order - b.order || (a.text < b.text ? -1 : 1))
    .slice(0, sample)
    .map(({ text }) => text);
  const terms = drawn.map((text) => termsOf(text, stops));
  const rows = indexTerms(terms, drawn.length < 2000 ? 2 : 3);
  const read = rowReader(rows.stems, stops);
  step();
  const grown = growTree(rows, aspects);
  const { tree, model } = grown;
  step();
  const keyOf = keyTerms(rows, model);
  const told = model.classOf.map((leaf, at) => (holdsKey(termsAt(rows, at), keyOf[leaf]) ? leaf : -1));
  const sizes = sizesOf(told, model.count);
  const { talk, loose } = judgeWords(rows, tree, told);
  const isTopic = sizes.map((size, leaf) => size >= LEAST_TEXTS && !talk.has(leaf));
  const again = regrow(rows, { leaves: aspects, refits, onTree: step });
  const stability = refits === 0 ? undefined : stabilityOf(grown, again);
  const chosen = chooseSubjects(
    {
      tree,
      sizes: sumUp(
        tree,
        sizes.map((size, leaf) => (isTopic[leaf] === true ? size : 0)),
      ),
    },
    { most: subjects, stability, least: Math.min(CANDIDATE, stable), loose },
  );
  const holder = holderOf(tree, chosen);
  const classOfLeaf = holder.map((kind, leaf) => (isTopic[leaf] === true ? kind : -1));
  const ofClass = told.map((leaf) => (leaf < 0 ? -1 : (classOfLeaf[leaf] as number)));
  const labels = new Labels(rows, terms, new PhraseIndex(drawn, stops), loadPhraseTest(), without);
  const tellBy = (named: readonly NamedSubject[]): TellRow => {
    const subjectOf = subjectReader(named);
    return (row, byName = false) => {
      const leaf = byName ? -1 : likeliest(model, row);
      const kind = leaf >= 0 && holdsKey(row, keyOf[leaf]) ? (classOfLeaf[leaf] as number) : -1;
      const subject = subjectOf(row, kind);
      return { subject, leaf: named[subject]?.class === kind ? leaf : -1 };
    };
  };
  const found =
    stability === undefined
      ? labels.name(ofClass, chosen.length).map(wholeClass)
      : nameSubjects(rows, ofClass, { count: chosen.length, terms, stops, labels, least: LEAST_TEXTS });
  step();
  // A subject stands where its class does, or its own texts.
  const tellFound = tellBy(found);
  const steady = partStability(
    drawn.map((_, text) => tellFound(termsAt(rows, text)).subject),
    found.length,
    again,
  ).map((own, at) => Math.max(own, stability?.[chosen[(found[at] as NamedSubject).class] as number] ?? 0));
  const kept = [...found.keys()].filter((at) => stability === undefined || (steady[at] as number) >= stable);
  const named = kept.map((at) => found[at] as NamedSubject);
  const tell = tellBy(named);
  const parts = partsOf(drawn.map((_, text) => tell(termsAt(rows, text))));
  step();
  const list = topicList({
    aspects: labels
      .name(parts.ofText, parts.leaf.length, { literal: true })
      .map((one, part) =>
        (parts.sizes[part] as number) < LEAST_TEXTS ||
        (one.phrases[0]?.n ?? 0) < LEAST_SAID * (parts.sizes[part] as number) ||
        repeats(one.name, (named[parts.subject[part] as number] as NamedSubject).label.name) ||
        loose.has(tree.leaves[parts.leaf[part] as number] ?? -1)
          ? { ...one, name: '' }
          : one,
      ),
    subjects: labels.describe(
      parts.ofText.map((part) => (part < 0 ? -1 : (parts.subject[part] as number))),
      named.map(({ label }) => label),
    ),
    subjectOf: parts.subject,
    sizes: parts.sizes,
    stable: stability === undefined ? [] : kept.map((at) => steady[at] as number),
  });
  return {
    topics: list.topics,
    topicOf(text, { named: byName = false } = {}) {
      const row = read(text),
        { subject, leaf } = tell(row, byName);
      const id = subject < 0 ? undefined : list.idOfSubject[subject];
      const part = parts.of(subject, leaf);
      return id === undefined
        ? undefined
        : {
            topic: (part === undefined ? undefined : list.idOfAspect[part]) ?? id,
            subject: id,
            get probability() {
              return probabilityOf(model, row);
            },
          };
    },
  };
}

/** Whether an aspect's name says no word that its subject's does not. */
const repeats = (aspect: string, subject: string): boolean => {
  const words = new Set(subject.split(' '));
  return aspect.split(' ').every((word) => words.has(word));
};

type TellRow = (row: readonly number[] | Int32Array, byName?: boolean) => Told;
interface Told {
  /** Rank of the subject; −1: none. */
  readonly subject: number;
  /** The leaf, if it is of the subject's class; else −1. */
  readonly leaf: number;
}

/** Parts of the texts: those of one leaf in one subject. */
function partsOf(told: readonly Told[]): {
  readonly ofText: Int32Array;
  readonly subject: readonly number[];
  readonly leaf: readonly number[];
  readonly sizes: readonly number[];
  of(subject: number, leaf: number): number | undefined;
} {
  const ranks = new Map<string, number>();
  const subjects: number[] = [],
    leaves: number[] = [],
    sizes: number[] = [];
  const ofText = Int32Array.from(told, ({ subject, leaf }) => {
    if (subject < 0) return -1;
    const key = `${subject} ${leaf}`;
    const rank = ranks.get(key) ?? sizes.length;
    if (!ranks.has(key)) {
      ranks.set(key, rank);
      subjects.push(subject);
      leaves.push(leaf);
      sizes.push(0);
    }
    sizes[rank] = (sizes[rank] as number) + 1;
    return rank;
  });
  return {
    ofText,
    subject: subjects,
    leaf: leaves,
    sizes,
    of: (subject, leaf) => ranks.get(`${subject} ${leaf}`),
  };
}

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
