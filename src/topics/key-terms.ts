import { KEY, keyness } from './keyness.js';
import type { Mixture } from './mixture.js';
import type { TermRows } from './terms.js';

/** A topic's words stand in its texts at least this many times as often as elsewhere; else it is talk about nothing. */
const LEAST_RATIO = 3;
const JUDGED = 10;

/** A term that is key to a subject. */
export interface KeyTerm {
  readonly keyness: number;
  /** Texts of the subject that hold it. */
  readonly n: number;
}

/** The terms that are key to each subject of a partition, the most key first. */
export function keyTerms(
  rows: TermRows,
  mixture: Pick<Mixture, 'subjects' | 'count'>,
): readonly ReadonlyMap<number, KeyTerm>[] {
  const { count, subjects } = mixture;
  const inPart = Array.from({ length: count }, () => new Map<number, number>());
  const part = Array.from({ length: count }, () => 0);
  let all = 0;
  subjects.forEach((subject, text) => {
    if (subject < 0) return;
    all++;
    part[subject] = (part[subject] as number) + 1;
    const seen = inPart[subject] as Map<number, number>;
    for (const id of new Set(rows.ids.subarray(rows.starts[text], rows.starts[text + 1])))
      seen.set(id, (seen.get(id) ?? 0) + 1);
  });
  return inPart.map(
    (seen, subject) =>
      new Map(
        [...seen]
          .map(
            ([id, n]) =>
              [
                id,
                {
                  n,
                  keyness: keyness({
                    inPart: n,
                    part: part[subject] as number,
                    inAll: rows.spread[id] as number,
                    all,
                  }),
                },
              ] as const,
          )
          .filter(([, term]) => term.keyness >= KEY || count === 1)
          .toSorted(([a, x], [b, y]) => y.keyness - x.keyness || a - b),
      ),
  );
}

export function holdsKey(row: Iterable<number>, keys: ReadonlyMap<number, KeyTerm> | undefined): boolean {
  for (const id of row) if (keys?.has(id) === true) return true;
  return false;
}

/** True for a subject whose key terms are hardly more frequent inside than outside (median ratio under 3): small talk, no subject. */
export function isSmallTalk(
  rows: TermRows,
  keys: ReadonlyMap<number, KeyTerm>,
  part: number,
  all: number,
): boolean {
  const ratios = [...keys].slice(0, JUDGED).map(([id, { n }]) => {
    const outside = (rows.spread[id] as number) - n;
    return (n / part / Math.max(outside, 0.5)) * (all - part || 1);
  });
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)];
  return all > part && (middle === undefined || middle < LEAST_RATIO);
}
