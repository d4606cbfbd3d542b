import { fold } from '../../util/fold.js';
import { shippedJson } from '../../util/shipped-json.js';

/** Clusters of crises by the responsibility the public gives the organisation; Coombs 2007. */
const SCCT_CLUSTERS = ['victim', 'accidental', 'intentional'] as const;
export type ScctCluster = (typeof SCCT_CLUSTERS)[number];

/** Beginnings of words, folded, that speak for a cluster; with a final space, whole words. French first, English beside. */
const CUES = shippedJson('./scct-cues.json', import.meta.url) as Readonly<
  Record<ScctCluster, readonly string[]>
>;
/** Messages with evidence below which nothing is suggested, and lead needed over the second cluster. */
const LEAST = 3;
const LEAD = 1.2;

export interface ScctSuggestion {
  /** `null`: the texts do not say. */
  readonly cluster: ScctCluster | null;
  /** Texts that hold a cue of each cluster. */
  readonly texts: Readonly<Record<ScctCluster, number>>;
  /** Cues of the suggested cluster with the number of texts that hold them, most frequent first: at most 6. */
  readonly evidence: readonly string[];
}

/**
 * Suggests the SCCT cluster of a crisis from the words of its messages and articles. A suggestion for a person to confirm: it counts
 * texts that hold cues, and says nothing below three texts or without a clear lead.
 *
 * @example
 * suggestScct(['Ils savaient et ils ont menti', 'Un scandale, tout était caché', 'Encore un mensonge']).cluster
 * // → 'intentional'
 */
export function suggestScct(texts: readonly string[]): ScctSuggestion {
  const counts = { victim: 0, accidental: 0, intentional: 0 };
  const cues = {
    victim: new Map<string, number>(),
    accidental: new Map<string, number>(),
    intentional: new Map<string, number>(),
  };
  const copies = new Map<string, number>();
  for (const text of texts) copies.set(text, (copies.get(text) ?? 0) + 1);
  for (const [text, n] of copies) {
    const words = ` ${fold(text).replaceAll(/[^a-z0-9-]+/g, ' ')} `;
    for (const cluster of SCCT_CLUSTERS) {
      const held = CUES[cluster].filter((cue) => words.includes(` ${cue}`));
      if (held.length > 0) counts[cluster] += n;
      for (const cue of held) cues[cluster].set(cue, (cues[cluster].get(cue) ?? 0) + n);
    }
  }
  const [first, second] = SCCT_CLUSTERS.toSorted((a, b) => counts[b] - counts[a]);
  const clear =
    first !== undefined &&
    second !== undefined &&
    counts[first] >= LEAST &&
    counts[first] >= LEAD * counts[second];
  const cluster = clear ? first : null;
  const evidence =
    cluster === null
      ? []
      : [...cues[cluster]]
          .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
          .slice(0, 6)
          .map(([cue, n]) => `${cue.trim()} (${n})`);
  return { cluster, texts: counts, evidence };
}
