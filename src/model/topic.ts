/** A subject that a corpus was found to talk about, or an aspect of one. */
export interface TopicFacts {
  /** `s1`, `s2`, ... by size; `s1.2` for an aspect of `s1`. */
  readonly topic: string;
  readonly parent: string | null;
  /** The noun phrase that customers write and that tells it from the others. Unique. */
  readonly name: string;
  readonly phrases: readonly string[];
  readonly terms: readonly string[];
  /** Mean best Jaccard overlap over refits on halves of the texts, 0–1; `null` for an aspect. */
  readonly stability: number | null;
}
