import { TermTrie } from '../enrich/terms/term-trie.js';
import { TokenBuffer } from '../enrich/words/tokens.js';
import type { TopicTaxonomy } from '../model/index.js';
import { termsOf } from './terms.js';
import { loadStopWords } from '../util/stop-words.js';

/** What speaks for (or, below 0, against) a topic in a text. */
export interface TopicHit {
  /** `example`: the text is close to one of the topic's. */
  readonly kind: 'term' | 'pattern' | 'example';
  /** The words of the text, or the example. */
  readonly text: string;
  readonly weight: number;
}

/** A topic that a text is told, with its evidence. */
export interface ToldTopic {
  readonly topic: string;
  /** Sum of the weights, 1 or more. */
  readonly score: number;
  readonly hits: readonly TopicHit[];
}

export interface TaxonomyMatcher {
  /** Topics of a text, the strongest first; a topic also where only its aspects are told. Time linear in the text. */
  match(text: string): readonly ToldTopic[];
}

/** A text is close to an example from this cosine of their words on, and with this many in common; or with the same words. */
const CLOSE = 0.6,
  LEAST_COMMON = 3;
/** Patterns read no further. */
const READ = 4000;

interface Span {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

const stemsOf = (text: string, stops: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(termsOf(text.replaceAll('-', ' '), stops).map(({ stem }) => stem));

function closeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common++;
  const same = common > 0 && common === a.size && common === b.size;
  return common >= LEAST_COMMON || same ? common / Math.sqrt(a.size * b.size) : 0;
}

function nearest(
  words: ReadonlySet<string>,
  examples: readonly { readonly text: string; readonly words: ReadonlySet<string> }[],
): { readonly text: string; readonly near: number } {
  return examples.reduce(
    (best, { text, words: theirs }) => {
      const near = closeness(words, theirs);
      return near > best.near ? { text, near } : best;
    },
    { text: '', near: 0 },
  );
}

/**
 * Reads a taxonomy into a matcher. A term counts once a text, not inside a longer term of its topic nor inside an `exclude`; weights are
 * summed, and a topic is told from 1 on. Closeness to an example counts 1; a text closer to a counter-example is not told.
 *
 * @example
 * const matcher = taxonomyMatcher({ id: 't', topics: { recipe: { label: { fr: 'Recette', en: 'Recipe' }, terms: ['nouvelle recette', { term: 'recette', weight: 0.5 }], exclude: ['livre de recettes'] } } });
 * matcher.match('La nouvelle recette est fade').map(({ topic, hits }) => [topic, hits[0].text])
 * // → [['recipe', 'nouvelle recette']]
 */
export function taxonomyMatcher(taxonomy: TopicTaxonomy): TaxonomyMatcher {
  const stops = loadStopWords();
  const trie = new TermTrie();
  const terms: { readonly node: number; readonly weight: number }[] = [];
  const nodes = Object.entries(taxonomy.topics).map(([topic, node], at) => {
    for (const item of node.terms) {
      const { term, weight } = typeof item === 'string' ? { term: item, weight: 1 } : item;
      trie.add(term, terms.length);
      terms.push({ node: at, weight });
    }
    for (const phrase of node.exclude ?? []) {
      trie.add(phrase, terms.length);
      terms.push({ node: at, weight: 0 });
    }
    const read = (texts: readonly string[] = []): { text: string; words: ReadonlySet<string> }[] =>
      texts.map((text) => ({ text, words: stemsOf(text, stops) }));
    return {
      topic,
      parent: node.parent,
      patterns: (node.patterns ?? []).map((item) => {
        const { pattern, weight } = typeof item === 'string' ? { pattern: item, weight: 1 } : item;
        return { regex: new RegExp(pattern, 'iu'), weight };
      }),
      examples: read(node.examples),
      counterExamples: read(node.counterExamples),
    };
  });
  const tokens = new TokenBuffer();
  const compares = nodes.some(
    ({ examples, counterExamples }) => examples.length + counterExamples.length > 0,
  );

  const termHits = (text: string): readonly TopicHit[][] => {
    const spans: Span[] = [];
    tokens.tokenize(text);
    trie.scan(tokens, (payloads, start, end) => {
      for (const term of payloads) spans.push({ node: terms[term]?.node ?? -1, start, end, term });
    });
    const hits: TopicHit[][] = nodes.map(() => []);
    const counted = new Set<number>();
    for (const span of spans) {
      const weight = terms[span.term]?.weight ?? 0;
      const covered = spans.some(
        (other) =>
          other.node === span.node &&
          other.start <= span.start &&
          other.end >= span.end &&
          (other.end - other.start > span.end - span.start ||
            (terms[other.term]?.weight === 0 && weight !== 0)),
      );
      if (weight === 0 || covered || counted.has(span.term)) continue;
      counted.add(span.term);
      const written = tokens.text.slice(tokens.starts[span.start], tokens.ends[span.end - 1]);
      hits[span.node]?.push({ kind: 'term', text: written, weight });
    }
    return hits;
  };

  return {
    match(text) {
      const found = termHits(text);
      const words = compares ? stemsOf(text, stops) : new Set<string>();
      const told = new Map<string, ToldTopic>();
      nodes.forEach(({ topic, patterns, examples, counterExamples }, at) => {
        const hits = found[at] ?? [];
        for (const { regex, weight } of patterns) {
          const written = regex.exec(text.slice(0, READ))?.[0];
          if (written !== undefined) hits.push({ kind: 'pattern', text: written, weight });
        }
        const example = nearest(words, examples);
        const counter = nearest(words, counterExamples);
        if (counter.near >= CLOSE && counter.near >= example.near) return;
        if (example.near >= CLOSE) hits.push({ kind: 'example', text: example.text, weight: 1 });
        const score = hits.reduce((sum, { weight }) => sum + weight, 0);
        if (score >= 1) told.set(topic, { topic, score, hits });
      });
      for (const { topic, parent } of nodes) {
        const aspect = told.get(topic);
        if (aspect !== undefined && parent !== undefined && !told.has(parent))
          told.set(parent, { ...aspect, topic: parent });
      }
      return [...told.values()].toSorted((a, b) => b.score - a.score || (a.topic < b.topic ? -1 : 1));
    },
  };
}
