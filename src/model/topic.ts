/** A subject that a corpus was found to talk about, an aspect of one, or a node of a taxonomy that the user gives. */
export interface TopicFacts {
  /** `s1`, `s2`, ... by size; `s1.2` for an aspect of `s1`; the id of the node for a taxonomy's. */
  readonly topic: string;
  readonly parent: string | null;
  /** The noun phrase that customers write and that tells it from the others, or the label of the node. Unique. */
  readonly name: string;
  readonly phrases: readonly string[];
  readonly terms: readonly string[];
  /** Mean best Jaccard overlap over refits on four fifths of the texts, 0–1: of its texts or of the class they were found in, the greater. `null` for an aspect and for a node of a taxonomy. */
  readonly stability: number | null;
  /** Part of its texts that say the name, 0–1: under a third the name tells one thing among several. `null` for a node of a taxonomy. */
  readonly nameShare: number | null;
  /** The taxonomy it is a node of; `null` when discovered. */
  readonly taxonomy: string | null;
}

/** A term or a pattern with what it weighs: a node is told from a sum of 1 on. Below 0: speaks against it. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}
export interface WeightedPattern {
  readonly pattern: string;
  readonly weight: number;
}

/** A node of a taxonomy of subjects: how people say it. */
export interface TopicNode {
  readonly label: { readonly fr: string; readonly en: string };
  /** Id of the node it is an aspect of. */
  readonly parent?: string;
  readonly definition?: { readonly fr: string; readonly en: string };
  /**
   * Words and phrases, French and English; case, accents and plurals don't count, `*` at the end of a word is any ending. A text alone
   * weighs 1.
   */
  readonly terms: readonly (string | WeightedTerm)[];
  /** Regular expressions, read without regard to case. A text alone weighs 1. */
  readonly patterns?: readonly (string | WeightedPattern)[];
  /** Longer phrases in which a term means something else. */
  readonly exclude?: readonly string[];
  /** Texts that are told this node, and texts close to them too. */
  readonly examples?: readonly string[];
  /** Texts that are not, and texts close to them are not either. */
  readonly counterExamples?: readonly string[];
}

/** A taxonomy of subjects, of the user's own or shipped. */
export interface TopicTaxonomy {
  readonly id: string;
  readonly about?: string;
  readonly topics: Readonly<Record<string, TopicNode>>;
}
