import { GAP_BY_CHANCE } from '../pairs/assumed-agreement.js';
import { FIELDS, IDENTIFIERS, LEVELS, WRITES_ON, type Field } from '../pairs/comparison.js';
import { ALIKE, beforeData, byChance, shareAlike } from './before-data.js';
import { foundOf, otherMattersOf, type FoundBy, type Reversed } from './found-by.js';
import { withGoingOn } from './going-on.js';
import { frequencies, type Table } from './level-frequencies.js';
import { OF_PERSON, weightsOf, type LinkParameters, type Shares } from './pair-weights.js';
import { countPatterns, type Pattern } from './patterns.js';
import type { Evidence } from '../../model/index.js';

/** Strength of the defaults against the data, in pairs. */
const PRIOR_STRENGTH = 20;
/** Waits are hours in one corpus and days in another: where pairs that are surely one case tell them, less is assumed; as of who writes on. */
const GAP_STRENGTH = 5;
/** What a wait of a pair without an order is worth beside one with an order, as it is one case only as far as it looks so; less where they are few. */
const INFERRED = 0.3;
/** Before data, of two units of one person within the window most are one case; worth so many pairs. */
const ONE_CASE = 0.8;
const ONE_CASE_STRENGTH = 5;
const MOST_SHARE = 0.1;

const ORDER = FIELDS.indexOf('order'),
  GAP = FIELDS.indexOf('gap');
const isIdentifier = FIELDS.map((field) => IDENTIFIERS.includes(field)),
  isOfPerson = FIELDS.map((field) => OF_PERSON.has(field));

/** What is assumed of `u` before data: two people rarely share an identifier and write at any time, all else is as likely as not. */
const evenly = (field: Field): number[] => LEVELS[field].map(() => 1 / LEVELS[field].length);
const defaultU = (): Table => ({
  ...(Object.fromEntries(FIELDS.map((field) => [field, evenly(field)])) as Table),
  ...Object.fromEntries(IDENTIFIERS.map((field) => [field, [0.001, 0.999]])),
  gap: [...GAP_BY_CHANCE],
});

/** `u` from pairs drawn at random: nearly none of them are the same case. */
export const estimateU = (randomPairs: readonly Uint8Array[]): Table =>
  frequencies(
    randomPairs.map((levels) => ({ levels, rarity: 0, count: 1 })),
    () => 1,
    defaultU(),
    5,
  );

/** Weights worth telling, in bits, strongest first. */
export const evidenceOf = (weights: readonly (readonly [field: string, bits: number])[]): Evidence[] =>
  weights
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([field, weight]) => ({ field, bits: Math.round(weight * 100) / 100 }));

/** What is known of a person's messages without EM: levels that one case shows, and levels that two cases of one person show. */
export interface Known {
  readonly oneCase: readonly Uint8Array[];
  readonly otherCase: readonly Uint8Array[];
  /** Share of all pairs that are one person with another case, where that is known otherwise (no pair is then taken for one case before data); else learnt. */
  readonly other?: number | undefined;
  /** A person's two matters lie as far apart as anybody's two messages, and show what they show apart. */
  readonly apart?: boolean;
  /** The gap is how long people wait: it follows one law of waits or another (see `waitsLike`). */
  readonly ofWaits?: boolean;
  /** How many of all pairs show each identifier on both sides. */
  readonly shown?: readonly number[];
  /** Pairs that lie the other way (see `foundOf`), and what is learnt of them, where some may be one case; default: none is. */
  readonly reversed?: Reversed & { readonly learnt?: LinkParameters | undefined };
  /** What brings a person's other cases together, where that is known otherwise. */
  readonly foundOther?: FoundBy | undefined;
}
/** Before data, how alike one person's matters are is unknown: as alike as two persons', with half a pair at each level (Jeffreys). */
const OTHER_STRENGTH = 5;
const openly = (u: Readonly<Record<Field, readonly number[]>>): Table =>
  Object.fromEntries(
    FIELDS.map((field) => [
      field,
      u[field].map((value) => (OTHER_STRENGTH * value + 0.5) / (OTHER_STRENGTH + u[field].length / 2)),
    ]),
  ) as Table;
const NOTHING: Known = { oneCase: [], otherCase: [] };
const patternsOf = (levels: readonly Uint8Array[]): Pattern[] =>
  countPatterns(levels.map((one) => ({ levels: one, rarity: 0 })));

/**
 * Learns `m`, `o` and the shares of the same case and of the same person by expectation-maximisation on the pairs that agree on an identifier, with
 * `u` known from random pairs and the rarity of values (Fellegi and Sunter 1969; the estimation as Winkler 1988, with a third class for a
 * person's other cases). `pairs`: all pairs there could be. An identifier's `m` is learnt on pairs that another identifier brought together: a
 * pair found by a name says nothing on how often names agree; how many there are beyond chance does, which differs by what people show (`found`). A
 * person's other cases are as frequent among pairs that lie the other way (`reversed`), but for those that are one case there. One on how long people wait, where others share an order, says
 * less than those, as a person's other matters may pass for long waits. Deterministic; stops when no class moves by a thousandth of a pair, or after 100 rounds.
 */
export function learnParameters(
  patterns: readonly Pattern[],
  u: Readonly<Record<Field, readonly number[]>>,
  pairs: number,
  known: Known = NOTHING,
): LinkParameters {
  const { ofWaits = false } = known;
  let alike = ofWaits ? ALIKE : 1;
  const sure = patternsOf(known.oneCase);
  const seenOthers = patternsOf(known.otherCase);
  const otherMatters = (of: readonly Pattern[], weight: (pattern: Pattern) => number): Table => ({
    ...frequencies(of, weight, openly(u), OTHER_STRENGTH),
    gap: [...(known.apart === true ? u : openly(u)).gap],
    ...byChance(u),
  });
  const total = patterns.reduce((sum, { count }) => sum + count, 0);
  const priorOf = (matches: number): number => Math.min(MOST_SHARE, (matches + 0.5) / (pairs + 1));
  const agreements = new Map(
    patterns.map((pattern) => [
      pattern,
      pattern.levels.filter((level, at) => isIdentifier[at] && level === 1).length,
    ]),
  );
  let parameters: LinkParameters = {
    m: frequencies(sure, ({ count }) => count, beforeData(u, alike), PRIOR_STRENGTH, ofWaits),
    u,
    o: otherMatters(seenOthers, ({ count }) => count),
    prior: priorOf((ONE_CASE * total) / 2),
    other: priorOf(((1 - ONE_CASE) * total) / 2),
  };
  const sameOrder = ({ levels }: Pattern): boolean => levels[ORDER] === 1;
  const byOrder = known.oneCase.length === 0 && patterns.some(sameOrder);
  const strengthOf = (field: Field): number =>
    (field === 'gap' && byOrder) || WRITES_ON.includes(field) ? GAP_STRENGTH : PRIOR_STRENGTH;
  const withoutOrder = patterns.filter((pattern) => !sameOrder(pattern));
  let [matches, others] = [total / 2, total / 4];
  for (let round = 0; round < (total === 0 ? 0 : 100); round++) {
    const current = parameters;
    const ofPairs = weightsOf(current);
    const shares = new Map(patterns.map((pattern) => [pattern, ofPairs.shares(pattern)]));
    const sum = (pick: (one: Shares) => number, of = patterns): number =>
      of.reduce((all, pattern) => all + pattern.count * pick(shares.get(pattern) as Shares), 0);
    const inferred = sum(({ oneCase }) => oneCase, withoutOrder);
    const ofInferred = (INFERRED * inferred) / (inferred + PRIOR_STRENGTH);
    const weight = (pattern: Pattern, at: number): number => {
      const share = shares.get(pattern);
      if (share === undefined) return pattern.count;
      if (isIdentifier[at] && (agreements.get(pattern) ?? 0) - Number(pattern.levels[at] === 1) === 0)
        return 0;
      const worth = at === GAP && byOrder && !sameOrder(pattern) ? ofInferred : 1;
      return worth * pattern.count * (share.oneCase + (isOfPerson[at] ? share.otherCase : 0));
    };
    const o = otherMatters(
      [...seenOthers, ...patterns],
      (pattern) => pattern.count * (shares.get(pattern)?.otherCase ?? 1),
    );
    if (ofWaits)
      alike = shareAlike(patterns, (one) => one.count * (shares.get(one) as Shares).oneCase, u, alike);
    const m = frequencies([...patterns, ...sure], weight, beforeData(u, alike), strengthOf, ofWaits);
    m.gap = withGoingOn(m.gap, u.gap, GAP_STRENGTH, patterns, (pattern) => weight(pattern, GAP));
    const next = [sum(({ oneCase }) => oneCase), sum(({ otherCase }) => otherCase)] as const;
    const persons = next[0] + next[1] + ONE_CASE_STRENGTH,
      share = (next[0] + ONE_CASE * ONE_CASE_STRENGTH) / persons;
    const person = priorOf(next[0] + next[1]);
    const { other: ofOthers, foundOther } = current;
    const backwards = weightsOf({
      ...current,
      prior: 0,
      ...known.reversed?.learnt,
      other: ofOthers,
      foundOther,
    });
    const reversed = otherMattersOf(known.reversed, backwards.shares);
    const prior = known.other === undefined ? share * person : Math.min(MOST_SHARE, next[0] / (pairs + 1));
    const other =
      known.other ??
      (reversed === undefined
        ? (1 - share) * person
        : Math.min(
            MOST_SHARE,
            (next[1] + reversed.others + (1 - ONE_CASE) * ONE_CASE_STRENGTH) / (pairs + reversed.pairs + 1),
          ));
    parameters = { m, u, o, prior, other, ...foundOf(shares, { m, prior, other }, known, reversed) };
    const moved = Math.max(Math.abs(next[0] - matches), Math.abs(next[1] - others));
    [matches, others] = next;
    if (moved < 1e-3) break;
  }
  return parameters;
}
