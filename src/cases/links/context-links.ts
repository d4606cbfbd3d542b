import { visitContext } from '../pairs/blocking.js';
import { compareFields, FIELDS, type Field } from '../pairs/comparison.js';
import type { Candidate } from './competition.js';
import { evidenceOf } from '../weights/fellegi-sunter.js';
import { bits } from '../weights/pair-weights.js';
import { COUNTED, shownOf, type ParametersByWay, type WayParameters } from '../weights/pair-ways.js';
import { wayOf, WAYS } from '../pairs/ways.js';
import type { Unit } from '../units/units.js';

/**
 * Identifiers that speak against a pair where they differ. A name, a handle and how both are spelt do not: how many hide where they go public is
 * unknown (`HIDDEN`).
 */
const AGAINST: readonly Field[] = ['order', 'email', 'phone'];

/**
 * Before data, cases that show no common key where they go public for one that does. Their share is as likely over a half as under it, Beta(4, 4):
 * the mean of share / (1 − share), not the odds of the mean, as few of those who hide much make up for many who hide little.
 */
const HIDDEN = 4 / 3;

/** Pairs of one kind: how many there are, how many of them one case would make, and how many chance would if fields had nothing to do with each other. */
interface Kind {
  seen: number;
  readonly expected: number;
  readonly apart: number;
  readonly weights: readonly (readonly [field: string, bits: number])[];
}

function newKind(levelOf: (field: Field) => number, parameters: WayParameters, hidden: number): Kind {
  const { m, driverGap, prior, shown, exists = 1 } = parameters,
    u = { ...parameters.u, gap: driverGap };
  const levels = COUNTED.flatMap((field) =>
    levelOf(field) === 0 ? [] : [{ field, at: levelOf(field) - 1 }],
  );
  const all = shown.get(shownOf(levelOf)) ?? 0;
  const share = (of: WayParameters['m']): number =>
    levels.reduce((product, { field, at }) => product * (of[field][at] ?? 0), 1);
  return {
    seen: 0,
    expected: hidden * all * exists * prior * share(m),
    apart: all * share(u),
    weights: levels.map(({ field, at }) => [field, bits(field, at + 1, { m, u })]),
  };
}

/** How many cases go public where no key shows it is not known, only how many where one does: no more than this share of a kind is taken for theirs. */
const MOST_OF_KIND = 0.5;
/** Odds of a pair of a kind: chance makes what is seen less what one case makes, and what it would field by field at the least. */
const oddsOf = ({ seen, expected, apart }: Kind): number => {
  const theirs = Math.min(expected, MOST_OF_KIND * seen);
  return theirs / Math.max(seen - theirs, apart);
};

/**
 * Pairs that share no identifier lie near in subject and time, as a crisis makes hundreds lie. What they agree on goes together, so they are not
 * weighed field by field: a pair is as probable as its kind, by how many of it one case would make among how many there are. Words say
 * nothing there: what is written of one subject in the same days is alike whoever writes it.
 */
export function weighContext(
  units: readonly Unit[],
  parameters: ParametersByWay,
  leastOdds: number,
): Candidate[] {
  const levels = new Uint8Array(FIELDS.length);
  const levelOf = (field: Field): number => levels[FIELDS.indexOf(field)] ?? 0;
  const kinds = new Map<number, Kind>();
  const kindOf = (way: number, own: WayParameters): Kind => {
    const key = COUNTED.reduce((code, field) => code * 8 + levelOf(field), way);
    let kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, (kind = newKind(levelOf, own, WAYS[way] === 'out' ? HIDDEN : 1)));
    return kind;
  };
  const visit = (use: (from: number, to: number, kind: Kind, own: WayParameters) => void): void =>
    visitContext(units, (from, to) => {
      const a = units[from] as Unit,
        b = units[to] as Unit;
      const way = wayOf(a, b),
        own = parameters[way];
      compareFields(a, b, levels);
      use(from, to, kindOf(WAYS.indexOf(way), own), own);
    });
  visit((_from, _to, kind) => void kind.seen++);
  const candidates: Candidate[] = [];
  visit((from, to, kind, own) => {
    const weights = AGAINST.map((field): [Field, number] => [field, bits(field, levelOf(field), own)]);
    const before = oddsOf(kind),
      odds = before * 2 ** weights.reduce((sum, [, weight]) => sum + weight, 0);
    if (odds < leastOdds) return;
    const together: [string, number] = ['together', Math.log2((before * kind.apart) / kind.expected)];
    candidates.push({
      from,
      to,
      odds,
      byContext: kind,
      evidence: evidenceOf([...kind.weights, ...weights, together]),
    });
  });
  return candidates;
}
