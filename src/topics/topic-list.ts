import type { NamePhrase } from './phrases.js';

/** An aspect of a subject, or a subject: what people talk about, in their words. */
export interface Topic {
  /** Stable within a result: `s3`, and `s3.1` for an aspect of it. */
  readonly topic: string;
  /** The subject that an aspect belongs to; absent for a subject. */
  readonly parent?: string;
  /** The phrase that customers write and that tells this topic from the others. */
  readonly name: string;
  readonly phrases: readonly NamePhrase[];
  readonly terms: readonly string[];
  /** Texts of the sample in this topic. */
  readonly n: number;
  /** Mean best Jaccard overlap of its texts over refits on four fifths of the sample, 0–1; under .5 do not build on it. Subjects only. */
  readonly stability?: number;
}

/** How a part of the texts is called, and why. */
export interface Label {
  readonly name: string;
  readonly phrases: readonly NamePhrase[];
  readonly terms: readonly string[];
}

/** Subjects by size with their aspects behind; a subject of one aspect has none, and what no phrase names is of its subject alone. */
export function topicList(from: {
  readonly aspects: readonly Label[];
  readonly subjects: readonly Label[];
  readonly subjectOf: readonly number[];
  readonly sizes: readonly number[];
  readonly stable: readonly number[];
}): {
  readonly topics: readonly Topic[];
  readonly idOfAspect: readonly (string | undefined)[];
  readonly idOfSubject: readonly (string | undefined)[];
} {
  const { aspects, subjects, subjectOf, sizes, stable } = from;
  const membersOf = subjects.map((_, s) => [...aspects.keys()].filter((a) => subjectOf[a] === s));
  const sizeOf = membersOf.map((members) => members.reduce((sum, a) => sum + (sizes[a] as number), 0));
  const order = [...subjects.keys()]
    .filter((s) => (sizeOf[s] as number) > 0)
    .toSorted((a, b) => (sizeOf[b] as number) - (sizeOf[a] as number) || a - b);
  const topics: Topic[] = [];
  const idOfAspect: (string | undefined)[] = aspects.map(() => undefined);
  const idOfSubject: (string | undefined)[] = subjects.map(() => undefined);
  order.forEach((s, at) => {
    const id = `s${at + 1}`;
    idOfSubject[s] = id;
    const members = (membersOf[s] as number[]).toSorted(
      (a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b,
    );
    const { name, phrases, terms } = subjects[s] as Label;
    topics.push({
      topic: id,
      name,
      phrases,
      terms,
      n: sizeOf[s] as number,
      ...(stable[s] === undefined ? {} : { stability: stable[s] as number }),
    });
    for (const a of members) idOfAspect[a] = id;
    if (members.length > 1)
      members
        .filter((a) => aspects[a]?.name !== '')
        .forEach((a, rank) => {
          const aspect = `${id}.${rank + 1}`;
          idOfAspect[a] = aspect;
          topics.push({ topic: aspect, parent: id, ...(aspects[a] as Label), n: sizes[a] as number });
        });
  });
  return { topics, idOfAspect, idOfSubject };
}
