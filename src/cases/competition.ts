import type { Evidence } from '../model/index.js';
import { PRIVATE } from './case-message.js';
import type { Unit } from './units.js';

/** Links at or over this probability join. */
export const JOIN = 0.5;

/** A weighed pair before others compete for the same message. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly odds: number;
  /** They share no identifier. */
  readonly byContext?: boolean;
  readonly evidence: readonly Evidence[];
}

/** Odds that a case has of a unit: those of its likeliest pair. */
type Rivals = Map<number, number>;

const raise = (rivals: Map<number, Rivals>, unit: number, one: number, odds: number): void => {
  const own = rivals.get(unit);
  if (own === undefined) rivals.set(unit, new Map([[one, odds]]));
  else own.set(one, Math.max(own.get(one) ?? 0, odds));
};

const oddsOfOthers = (rivals: Rivals | undefined, one: number): number => {
  let others = 0;
  for (const [rival, theirs] of rivals ?? []) if (rival !== one) others += theirs;
  return others;
};
const shared = (rivals: Rivals | undefined, one: number, odds: number): number =>
  odds / (1 + oddsOfOthers(rivals, one) + odds);

/**
 * Probability of each candidate, in their order. A private unit goes on with one earlier case at most, and a public one belongs to one:
 * p = o / (1 + Σ o) over the cases it may belong to, each counting once. A case goes public once before it is known to have gone again: a public
 * unit that shares no identifier with it shares its chance with all others that it may be. Between public units: its odds alone.
 */
export function shareOdds(units: readonly Unit[], candidates: readonly Candidate[]): number[] {
  const isPrivate = (index: number): boolean => units[index]?.stage === PRIVATE;
  const caseOf = privateCases(units, candidates, isPrivate);
  const one = (index: number): number => caseOf.get(index) ?? index;
  const rivals = new Map<number, Rivals>();
  /** The unit that is shared, and the case it may belong to. */
  const claimOf = ({ from, to }: Candidate): readonly [unit: number, one: number] | undefined =>
    isPrivate(from) ? [to, one(from)] : isPrivate(to) ? [from, one(to)] : undefined;
  const publics = new Map<number, Rivals>();
  for (const candidate of candidates) {
    const claim = claimOf(candidate);
    if (claim === undefined) continue;
    raise(rivals, claim[0], claim[1], candidate.odds);
    if (!isPrivate(claim[0])) raise(publics, claim[1], claim[0], candidate.odds);
  }
  return candidates.map((candidate) => {
    const { odds } = candidate,
      claim = claimOf(candidate);
    if (claim === undefined) return odds / (1 + odds);
    const [unit, own] = claim;
    const elsewhere = candidate.byContext === true ? oddsOfOthers(publics.get(own), unit) : 0;
    return odds / (1 + oddsOfOthers(rivals.get(unit), own) + elsewhere + odds);
  });
}

/** The case of each private unit, as its first unit, in order of time: the likeliest of the earlier ones where it is likelier than a new one. */
function privateCases(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  isPrivate: (index: number) => boolean,
): ReadonlyMap<number, number> {
  const earlier = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const { from, to } = candidate;
    if (!isPrivate(from) || !isPrivate(to)) continue;
    const own = earlier.get(to);
    if (own === undefined) earlier.set(to, [candidate]);
    else own.push(candidate);
  }
  const firstAt = (index: number): number => (units[index] as Unit).firstAt;
  const caseOf = new Map<number, number>();
  for (const to of [...earlier.keys()].toSorted((a, b) => firstAt(a) - firstAt(b) || a - b)) {
    const rivals: Rivals = new Map();
    for (const { from, odds } of earlier.get(to) ?? []) {
      const one = caseOf.get(from) ?? from;
      rivals.set(one, Math.max(rivals.get(one) ?? 0, odds));
    }
    for (const [one, odds] of rivals) if (shared(rivals, one, odds) >= JOIN) caseOf.set(to, one);
  }
  return caseOf;
}
