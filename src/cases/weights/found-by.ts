import { IDENTIFIERS, type Field } from '../pairs/comparison.js';
import type { Pattern } from './patterns.js';

/**
 * Of each identifier: how many of one person's pairs that show it on both sides agree on it, if as many of those were one person's as of all pairs.
 * Over 1 where one person's show it oftener.
 */
export type FoundBy = Readonly<Partial<Record<Field, number>>>;

/** Before data an identifier brings as many pairs together as it agrees on of one person's; worth so many pairs. */
const STRENGTH = 1;

/** The identifier that brings a pair together: the first that agrees. */
export const keyOf = (levels: ArrayLike<number>): number =>
  IDENTIFIERS.findIndex((_, at) => levels[at] === 1);

interface Shares {
  readonly oneCase: number;
  readonly otherCase: number;
}

/** Pairs that lie the other way, how many there could be, and how many show each identifier. */
export interface Reversed {
  readonly patterns: readonly Pattern[];
  readonly pairs: number;
  readonly shown: readonly number[];
}
interface OtherMatters {
  readonly shares: ReadonlyMap<Pattern, Shares>;
  /** How many there are, among so many pairs. */
  readonly others: number;
  readonly pairs: number;
  /** How many of those that show each identifier are expected to be a person's other matters. */
  readonly expected: readonly number[];
}

/** What pairs that lie the other way are taken for. */
export function otherMattersOf(
  reversed: Reversed | undefined,
  sharesOf: (pattern: Pattern) => Shares,
): OtherMatters | undefined {
  if (reversed === undefined) return undefined;
  const { patterns, pairs, shown } = reversed;
  const shares = new Map(patterns.map((pattern) => [pattern, sharesOf(pattern)]));
  const others = [...shares].reduce((sum, [{ count }, { otherCase }]) => sum + count * otherCase, 0);
  return { shares, others, pairs, expected: shown.map((keyed) => (keyed * (others + 0.5)) / (pairs + 1)) };
}

/**
 * Learns it from the shares of pairs by pattern and from how many pairs that show each identifier are expected to be one person's: where an
 * identifier brings together no more pairs than chance, its agreements are namesakes.
 */
function foundBy(
  shares: Iterable<readonly [Pattern, Shares]>,
  of: (shares: Shares) => number,
  m: Readonly<Record<Field, readonly number[]>>,
  expected: readonly number[],
): FoundBy {
  const persons = IDENTIFIERS.map(() => STRENGTH);
  for (const [{ levels, count }, share] of shares) persons[keyOf(levels)]! += count * of(share);
  return Object.fromEntries(
    IDENTIFIERS.map((field, key) => [
      field,
      (persons[key] as number) / (STRENGTH / (m[field][0] as number) + (expected[key] ?? 0)),
    ]),
  );
}

/**
 * Of one case, and apart from it of a person's other cases. Within a stage a person shows the same whatever the matter; who goes public with a
 * complaint often hides or quotes an order alone, and shows a name elsewhere (`apart`; `foundOther` where it is known otherwise). What
 * brings other cases together is the same before a case as after (`reversed`), however many there are; a nickname of two persons is among it.
 */
export function foundOf(
  shares: ReadonlyMap<Pattern, Shares>,
  learnt: {
    readonly m: Readonly<Record<Field, readonly number[]>>;
    readonly prior: number;
    readonly other: number;
  },
  known: {
    readonly shown?: readonly number[];
    readonly apart?: boolean;
    readonly foundOther?: FoundBy | undefined;
  },
  reversed?: OtherMatters,
): { readonly found?: FoundBy; readonly foundOther?: FoundBy } {
  const { m, prior, other } = learnt,
    { shown, apart = false, foundOther } = known;
  if (shown === undefined) return {};
  const ofShare = (share: number): number[] => shown.map((pairs) => pairs * share);
  if (!apart)
    return {
      found: foundBy(shares, ({ oneCase, otherCase }) => oneCase + otherCase, m, ofShare(prior + other)),
    };
  const expected = ofShare(other).map((pairs, key) => pairs + (reversed?.expected[key] ?? 0));
  return {
    found: foundBy(shares, ({ oneCase }) => oneCase, m, ofShare(prior)),
    foundOther:
      foundOther ??
      foundBy([...shares, ...(reversed?.shares ?? [])], ({ otherCase }) => otherCase, m, expected),
  };
}
