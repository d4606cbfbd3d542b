import type { Evidence } from '../model/index.js';
import { PRIVATE } from './case-message.js';
import type { Unit } from './units.js';

/** A weighed pair before others compete for the same message. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly odds: number;
  readonly evidence: readonly Evidence[];
}

/**
 * Probability of each candidate, in their order. Within a stage: its odds alone. Between stages a public message belongs to one case at
 * most: p = o / (1 + Σ o) over the cases it may belong to, private parts that are one case for themselves counting once.
 */
export function shareOdds(units: readonly Unit[], candidates: readonly Candidate[]): number[] {
  const isPrivate = (index: number): boolean => units[index]?.stage === PRIVATE;
  const root = new Map<number, number>();
  const find = (index: number): number => {
    let top = index;
    for (let up = root.get(top); up !== undefined; up = root.get(top)) top = up;
    return top;
  };
  const rivals = new Map<number, Map<number, number>>();
  for (const { from, to, odds } of candidates) {
    if (!isPrivate(from) || !isPrivate(to) || odds < 1) continue;
    const a = find(from),
      b = find(to);
    if (a !== b) root.set(Math.max(a, b), Math.min(a, b));
  }
  const crossing = ({ from, to }: Candidate): { post: number; one: number } | undefined =>
    isPrivate(from) === isPrivate(to)
      ? undefined
      : isPrivate(from)
        ? { post: to, one: find(from) }
        : { post: from, one: find(to) };
  for (const candidate of candidates) {
    const pair = crossing(candidate);
    if (pair === undefined) continue;
    const cases = rivals.get(pair.post) ?? new Map<number, number>();
    cases.set(pair.one, Math.max(cases.get(pair.one) ?? 0, candidate.odds));
    rivals.set(pair.post, cases);
  }
  const totals = new Map(
    [...rivals].map(([post, cases]) => [post, [...cases.values()].reduce((sum, odds) => sum + odds, 0)]),
  );
  return candidates.map((candidate) => {
    const { odds } = candidate;
    const pair = crossing(candidate);
    if (pair === undefined) return odds / (1 + odds);
    const own = rivals.get(pair.post)?.get(pair.one) ?? odds;
    const others = (totals.get(pair.post) ?? own) - own;
    return odds / (1 + Math.max(0, others) + odds);
  });
}
