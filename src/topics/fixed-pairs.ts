import type { Term } from './terms.js';

/** Terms of one phrase, at most: « yaourt brassé vanille ». */
const LONGEST = 3;
/** Two terms are one thing when they stand in one phrase in this part of the texts of the rarer. */
const MOSTLY = 0.8;

/** Whether two terms are a fixed phrase, as the names of products are. */
export type IsFixed = (a: number, b: number) => boolean;

/** Of some terms, those that hardly stand without another beside them: together they say one thing, not two. */
export function fixedPairs(
  texts: readonly (readonly Term[])[],
  {
    among,
    idOf,
    spread,
  }: {
    readonly among: ReadonlySet<number>;
    readonly idOf: ReadonlyMap<string, number>;
    readonly spread: ArrayLike<number>;
  },
): IsFixed {
  const code = (a: number, b: number): number => Math.min(a, b) * spread.length + Math.max(a, b);
  const near = new Map<number, number>();
  for (const terms of texts) {
    const pairs = new Set<number>();
    terms.forEach(({ stem }, rank) => {
      const id = idOf.get(stem) ?? -1;
      if (!among.has(id)) return;
      for (let next = rank + 1; next < rank + LONGEST && terms[next]?.linked === true; next++) {
        const other = idOf.get(terms[next]?.stem as string) ?? -1;
        if (other !== id && among.has(other)) pairs.add(code(id, other));
      }
    });
    for (const pair of pairs) near.set(pair, (near.get(pair) ?? 0) + 1);
  }
  return (a, b) => (near.get(code(a, b)) ?? 0) >= MOSTLY * Math.min(spread[a] as number, spread[b] as number);
}
