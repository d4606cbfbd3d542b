import { seededRandom } from '../util/random.js';
import { WINDOW } from './blocking.js';
import { PRIVATE } from './case-message.js';
import { compare, IDENTIFIERS } from './comparison.js';
import { countPatterns, estimateU, learnParameters, type LinkParameters } from './fellegi-sunter.js';
import type { Unit } from './units.js';

/** How the later unit of a pair lies to the earlier: within the stage, from private to public, or from public back to private. */
export const WAYS = ['within', 'out', 'back'] as const;
export type Way = (typeof WAYS)[number];
/** Spills take days, second mails hours: each way has its own parameters. */
export type ParametersByWay = Readonly<Record<Way, LinkParameters>>;

export const wayOf = (from: Unit, to: Unit): Way =>
  (from.stage === PRIVATE) === (to.stage === PRIVATE) ? 'within' : from.stage === PRIVATE ? 'out' : 'back';

const RANDOM_PAIRS = 30_000;

/**
 * Pairs of two lists drawn at random, and how many pairs there are of each way within the window. Those that agree on an identifier may be one person, and
 * are not compared: what others agree on by chance is learnt on others.
 */
function randomPairs(
  units: readonly Unit[],
  idf: Float32Array,
  parts: number,
): ReadonlyMap<Way, { readonly comparisons: readonly Uint8Array[]; readonly pairs: number }> {
  const next = seededRandom(20_260_101);
  const found = new Map(WAYS.map((way) => [way, { comparisons: [] as Uint8Array[], pairs: 0 }]));
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
      const way = found.get(wayOf(from, to));
      if (way === undefined) continue;
      const levels = compare(from, to, idf);
      if (!IDENTIFIERS.some((_, field) => levels[field] === 1)) way.comparisons.push(levels);
      way.pairs += each;
    }
  };
  draw(privates, privates);
  draw(publics, publics);
  draw(privates, publics);
  return found;
}

/** Learns the parameters of each way, on the pairs of it that share an identifier and on random ones. */
export function learnByWay(
  units: readonly Unit[],
  idf: Float32Array,
  identified: readonly {
    readonly from: number;
    readonly to: number;
    readonly levels: Uint8Array;
    readonly rarity: number;
  }[],
  parts: number,
): ParametersByWay {
  const random = randomPairs(units, idf, parts);
  const learn = (way: Way): LinkParameters => {
    const { comparisons = [], pairs = 0 } = random.get(way) ?? {};
    const own = identified.filter(({ from, to }) => wayOf(units[from] as Unit, units[to] as Unit) === way);
    return learnParameters(countPatterns(own), estimateU(comparisons), Math.max(1, pairs));
  };
  return { within: learn('within'), out: learn('out'), back: learn('back') };
}
