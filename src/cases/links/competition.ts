import type { Evidence } from '../../model/index.js';
import { PRIVATE } from '../messages/case-message.js';
import type { Unit } from '../units/units.js';

/** Links at or over this probability join. */
export const JOIN = 0.5;

/** A weighed pair before others compete for the same message. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly odds: number;
  /** They share no identifier: the kind of pair that they are (see `context-links.ts`). */
  readonly byContext?: object;
  readonly evidence: readonly Evidence[];
}

/** Cases that a unit may belong to, each with the odds of its likeliest pair. */
class Rivals {
  readonly places = new Map<number, number>();
  /** By place: a list, as it is summed up once for each candidate. */
  private readonly odds: number[] = [];

  raise(one: number, odds: number): void {
    const place = this.places.get(one);
    if (place === undefined) this.places.set(one, this.odds.push(odds) - 1);
    else this.odds[place] = Math.max(this.odds[place] as number, odds);
  }

  oddsOf(one: number): number {
    return this.odds[this.places.get(one) ?? -1] ?? 0;
  }

  /** The sum of the odds of all others. */
  oddsBeside(one: number): number {
    const own = this.places.get(one) ?? -1;
    let others = 0;
    for (let place = 0; place < this.odds.length; place++)
      if (place !== own) others += this.odds[place] as number;
    return others;
  }
}

const rivalsOf = (all: Map<number, Rivals>, unit: number): Rivals => {
  let rivals = all.get(unit);
  if (rivals === undefined) all.set(unit, (rivals = new Rivals()));
  return rivals;
};

const isPrivateOf =
  (units: readonly Unit[]) =>
  (index: number): boolean =>
    units[index]?.stage === PRIVATE;

/**
 * Probability of each candidate, in their order, as `shareOnce` tells it. The odds of pairs without an identifier are those of a whole kind, of which
 * some have rivals: half of what rivals take from a kind (in logarithms of odds) goes back to it, so that those with few keep more; none is made likelier than not.
 */
export function shareOdds(units: readonly Unit[], candidates: readonly Candidate[]): number[] {
  const caseOf = privateCases(units, candidates);
  const shared = shareOnce(units, candidates, caseOf);
  const kinds = new Map<object, { before: number; left: number }>();
  candidates.forEach(({ byContext, odds }, at) => {
    if (byContext === undefined) return;
    const { before, left } = kinds.get(byContext) ?? { before: 0, left: 0 };
    kinds.set(byContext, { before: before + odds / (1 + odds), left: left + (shared[at] as number) });
  });
  if (kinds.size === 0) return shared;
  const givenBack = candidates.map((candidate): Candidate => {
    const kind = candidate.byContext && kinds.get(candidate.byContext);
    if (kind === undefined) return candidate;
    return { ...candidate, odds: Math.min(1, candidate.odds * Math.sqrt(kind.before / kind.left)) };
  });
  return shareOnce(units, givenBack, caseOf);
}

/**
 * A private unit goes on with one earlier case at most (`caseOf`), and a public one belongs to one:
 * p = o / (1 + Σ o) over the cases it may belong to, each counting once. A case goes public once before it is known to have gone again: a public
 * unit that shares no identifier with it shares its chance with all others that it may be. Between public units: its odds alone.
 */
function shareOnce(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  caseOf: ReadonlyMap<number, number>,
): number[] {
  const isPrivate = isPrivateOf(units);
  const one = (index: number): number => caseOf.get(index) ?? index;
  const rivals = new Map<number, Rivals>();
  /** The unit that is shared, and the case it may belong to. */
  const claimOf = ({ from, to }: Candidate): readonly [unit: number, one: number] | undefined =>
    isPrivate(from) ? [to, one(from)] : isPrivate(to) ? [from, one(to)] : undefined;
  const publics = new Map<number, Rivals>();
  for (const candidate of candidates) {
    const claim = claimOf(candidate);
    if (claim === undefined) continue;
    rivalsOf(rivals, claim[0]).raise(claim[1], candidate.odds);
    if (!isPrivate(claim[0])) rivalsOf(publics, claim[1]).raise(claim[0], candidate.odds);
  }
  return candidates.map((candidate) => {
    const { odds } = candidate,
      claim = claimOf(candidate);
    if (claim === undefined) return odds / (1 + odds);
    const [unit, own] = claim;
    const elsewhere = candidate.byContext !== undefined ? rivalsOf(publics, own).oddsBeside(unit) : 0;
    return odds / (1 + rivalsOf(rivals, unit).oddsBeside(own) + elsewhere + odds);
  });
}

/** The case of each private unit, as its first unit, in order of time: the likeliest of the earlier ones where it is likelier than a new one. */
function privateCases(units: readonly Unit[], candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const isPrivate = isPrivateOf(units);
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
    const rivals = new Rivals();
    for (const { from, odds } of earlier.get(to) ?? []) rivals.raise(caseOf.get(from) ?? from, odds);
    for (const one of rivals.places.keys()) {
      const odds = rivals.oddsOf(one);
      if (odds / (1 + rivals.oddsBeside(one) + odds) >= JOIN) caseOf.set(to, one);
    }
  }
  return caseOf;
}
