import { seededRandom } from '../../util/random.js';
import { WINDOW } from '../pairs/blocking.js';
import { PRIVATE, type CaseMessage } from '../messages/case-message.js';
import { compare, FIELDS, gapLevelOf, IDENTIFIERS, type Field } from '../pairs/comparison.js';
import { estimateU, learnParameters, type Known } from './fellegi-sunter.js';
import { weightsOf, type LinkParameters } from './pair-weights.js';
import { countPatterns, type Pattern } from './patterns.js';
import { otherMatters } from './other-matters.js';
import { SAME_BREATH } from '../units/openings.js';
import type { Unit } from '../units/units.js';
import { eachWay, wayOf, type EachWay, type Way } from '../pairs/ways.js';

export interface WayParameters extends LinkParameters {
  /** `u` of the gap of pairs of one driver. */
  readonly driverGap: readonly number[];
  /** How many pairs there are by what both sides show of the fields that pairs without an identifier are counted by: see `shownOf`. */
  readonly shown: ReadonlyMap<number, number>;
}

/** What pairs without an identifier are counted by. */
export const COUNTED: readonly Field[] = ['brand', 'driver', 'product', 'place', 'gap'];
/** Which of them both sides of a pair show: a bit each. */
export const shownOf = (levelOf: (field: Field) => number): number =>
  COUNTED.reduce((mask, field, at) => (levelOf(field) === 0 ? mask : mask | (1 << at)), 0);
/** Spills take days, second mails hours: each way has its own parameters. */
export type ParametersByWay = EachWay<WayParameters>;

const RANDOM_PAIRS = 30_000;
const HOUR = 3_600_000;
const DRIVER = FIELDS.indexOf('driver'),
  GAP = FIELDS.indexOf('gap');

interface RandomPairs {
  readonly comparisons: Uint8Array[];
  readonly complaints: Uint8Array[];
  pairs: number;
  /** Those of them that both show some identifier of one kind, and may agree on it or not. */
  keyed: number;
  /** Those that both show an identifier, by kind. */
  readonly shown: number[];
}

/**
 * Pairs of two lists drawn at random, and how many pairs there are of each way within the window. Those that agree on an identifier may be one person, and
 * are not compared: what others agree on by chance is learnt on others.
 */
function randomPairs(units: readonly Unit[], idf: Float32Array, parts: number): EachWay<RandomPairs> {
  const next = seededRandom(20_260_101);
  const found = eachWay((): RandomPairs => ({
    comparisons: [],
    complaints: [],
    pairs: 0,
    keyed: 0,
    shown: IDENTIFIERS.map(() => 0),
  }));
  const privates = units.filter(({ stage }) => stage === PRIVATE),
    publics = units.filter(({ stage }) => stage !== PRIVATE);
  const draw = (left: readonly Unit[], right: readonly Unit[]): void => {
    const tries = Math.min(RANDOM_PAIRS, 4 * left.length * right.length);
    const each = tries === 0 ? 0 : (left.length * right.length * parts) / tries / (left === right ? 2 : 1);
    for (let at = 0; at < tries; at++) {
      const a = left[Math.floor(next() * left.length)];
      const b = right[Math.floor(next() * right.length)];
      if (a === undefined || b === undefined || a === b) continue;
      const [from, to] = a.firstAt <= b.firstAt ? [a, b] : [b, a];
      if (to.firstAt - from.lastAt > WINDOW) continue;
      const way = found[wayOf(from, to)];
      const levels = compare(from, to, idf);
      if (!IDENTIFIERS.some((_, field) => levels[field] === 1)) {
        way.comparisons.push(levels);
        if (from.complaint && to.complaint) way.complaints.push(levels);
      }
      way.pairs += each;
      if (IDENTIFIERS.some((_, field) => levels[field] !== 0)) way.keyed += each;
      IDENTIFIERS.forEach((_, field) => {
        if (levels[field] !== 0) way.shown[field]! += each;
      });
    }
  };
  draw(privates, privates);
  draw(publics, publics);
  draw(privates, publics);
  return found;
}

/** What random pairs of a way show by chance. */
function byChance(
  way: Way,
  { comparisons, complaints, pairs }: RandomPairs,
  tones: readonly number[] | undefined,
): Pick<WayParameters, 'u' | 'driverGap' | 'shown'> {
  const u = estimateU(comparisons);
  // Messages without anything bad are given only where they share a key: how many there are is told apart.
  if (tones !== undefined) u.tone = [...tones];
  // complaints go on for longer than what else people write about, and one person's matters are mostly complaints
  if (way === 'private') u.gap = estimateU(complaints).gap;
  const driverGap = estimateU(comparisons.filter((levels) => levels[DRIVER] === 1)).gap;
  const shown = new Map<number, number>();
  for (const levels of comparisons) {
    const mask = shownOf((field) => levels[FIELDS.indexOf(field)] ?? 0);
    shown.set(mask, (shown.get(mask) ?? 0) + pairs / comparisons.length);
  }
  return { u, driverGap, shown };
}

/** How long people wait before they write again about one matter: in mails and tickets, whose thread is one. */
function waitsOf(messages: readonly CaseMessage[], units: readonly Unit[]): Uint8Array[] {
  const waits: Uint8Array[] = [];
  for (const unit of units) {
    if (unit.stage !== PRIVATE || unit.inbound < 2) continue;
    let last: number | undefined;
    for (const index of unit.messages) {
      const { outbound, chat, repeated, sentAt } = messages[index] as CaseMessage;
      if (outbound || chat || repeated) continue;
      if (last !== undefined && sentAt - last > SAME_BREATH) {
        const levels = new Uint8Array(FIELDS.length);
        levels[GAP] = gapLevelOf((sentAt - last) / HOUR);
        waits.push(levels);
      }
      last = sentAt;
    }
  }
  return waits;
}

/**
 * Learns the parameters of each way, on the pairs of it that share an identifier, on random ones, and on what is known of one person's matters.
 * What a person says in public on other matters comes as often before a private case as after it: how often a pair that lies so is one person's
 * two matters is taken from those that lie the other way; which of those are one case, as where the brand asks who complains to write to it, is
 * learnt in turn.
 */
export function learnByWay(
  messages: readonly CaseMessage[],
  units: readonly Unit[],
  idf: Float32Array,
  identified: readonly {
    readonly from: number;
    readonly to: number;
    readonly levels: Uint8Array;
    readonly rarity: number;
  }[],
  parts: number,
  tones?: readonly number[],
): ParametersByWay {
  const random = randomPairs(units, idf, parts);
  const others = otherMatters(units, idf);
  const patterns = eachWay((way) =>
    countPatterns(identified.filter(({ from, to }) => wayOf(units[from] as Unit, units[to] as Unit) === way)),
  );
  const chance = eachWay((way) => byChance(way, random[way], tones));
  const waits = waitsOf(messages, units);
  const learn = (
    way: Way,
    { other, foundOther }: Partial<WayParameters> = {},
    learnt?: LinkParameters,
  ): WayParameters => {
    const { back } = random,
      { u, driverGap, shown } = chance[way],
      { keyed, shown: keys } = random[way];
    const known: Known = {
      oneCase: way === 'private' ? waits : [],
      otherCase: others[way],
      other,
      apart: way === 'out' || way === 'back',
      ofWaits: way === 'out',
      shown: keys,
      foundOther,
      ...(way === 'out'
        ? { reversed: { patterns: patterns.back, pairs: back.keyed, shown: back.shown, learnt } }
        : {}),
    };
    return { ...learnParameters(patterns[way], u, Math.max(1, keyed), known), driverGap, shown };
  };
  const learnBack = (out: WayParameters): WayParameters => {
    const back = learn('back', out);
    const elsewhere = out.prior * (1 + random.out.keyed);
    return { ...back, exists: chanceOfAny(patterns.back, back, elsewhere) };
  };
  // once more by what lies back: further rounds move nothing
  const out = learn('out', {}, learnBack(learn('out')));
  return { private: learn('private'), public: learn('public'), out, back: learnBack(out) };
}

/**
 * Whether pairs of a way are one case at all: as likely as not before data, then by how much likelier they make the pairs that are there, with
 * the price of a share learnt on so many pairs (the Bayesian information criterion; Raftery 1995). One pair that lies so by chance
 * would else be taken for proof of itself. `elsewhere`: pairs of the other way that are one case.
 */
export function chanceOfAny(
  patterns: readonly Pattern[],
  parameters: LinkParameters,
  elsewhere: number,
): number {
  const weights = weightsOf(parameters);
  let gain = 0,
    pairs = 0;
  for (const pattern of patterns) {
    const { oneCase } = weights.shares(pattern);
    pairs += pattern.count * oneCase;
    gain -= pattern.count * Math.log(Math.max(1e-12, 1 - oneCase));
  }
  const odds = Math.exp(gain - pairs) / Math.sqrt(1 + pairs + elsewhere);
  return odds / (1 + odds);
}
