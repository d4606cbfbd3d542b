import type { Agreement, KeyedCase } from '../../../src/stats/index.js';
import { exponential } from '../../../src/stats/variates.js';
import { seededRandom } from '../../../src/util/random.js';

/** Bits of the keys that people show: an order number, an address, a name. */
const ORDER = 1,
  EMAIL = 2,
  NAME = 4;

/** A world in which some spill, and few of those show in public what they showed in private. */
export interface SeenWorld {
  readonly cases: number;
  /** Spill probability by driver. */
  readonly spills: readonly number[];
  /** Probability that a case shows each key in private, by channel. */
  readonly privately: readonly (readonly [number, number, number])[];
  /** Probability that a public complaint shows each key. */
  readonly publicly: readonly [number, number, number];
  /** Probability that the name shown in public is the one known in private. */
  readonly sameName: number;
  readonly halfLifeHours: number;
  /** Complaints in public of people who never wrote in private. */
  readonly others: number;
  /** Share of the links known only as six in ten; as many wrong ones come with them as makes that true. */
  readonly doubtful: number;
  readonly windowHours: number;
}

export interface DrawnWorld {
  readonly cases: KeyedCase[];
  readonly posts: number[];
  readonly agreements: Agreement[];
  /** Share that spilled in the window. */
  readonly truth: number;
  /** Share that would spill within a time, were all watched so long. */
  readonly within: (hours: number) => number;
}

export function drawSeenWorld(world: SeenWorld, seed: number): DrawnWorld {
  const uniform = seededRandom(seed),
    has = (probability: number): boolean => uniform() < probability;
  const shown = (chances: readonly [number, number, number]): number =>
    (has(chances[0]) ? ORDER : 0) | (has(chances[1]) ? EMAIL : 0) | (has(chances[2]) ? NAME : 0);
  const posts = Array.from({ length: world.others }, () => shown(world.publicly));
  const cases: KeyedCase[] = [];
  let spilled = 0,
    agree = 0,
    known = 0;
  for (let k = 0; k < world.cases; k++) {
    const channel = Math.floor(uniform() * world.privately.length),
      driver = Math.floor(uniform() * world.spills.length);
    const keys = shown(world.privately[channel] as [number, number, number]),
      followed = uniform() * world.windowHours;
    const lag = has(world.spills[driver] as number)
      ? exponential(uniform, Math.LN2 / world.halfLifeHours)
      : Infinity;
    let probability = 0;
    if (lag <= followed) {
      spilled++;
      const post = shown(world.publicly),
        both = keys & post,
        same = has(world.sameName);
      posts.push(post);
      const content = (both & (ORDER | EMAIL)) !== 0,
        name = (both & NAME) !== 0;
      if (content && name) {
        known++;
        if (same) agree++;
      }
      if (content || (name && same)) probability = has(world.doubtful) ? 0.6 : 1;
    }
    cases.push({
      keys,
      probability,
      lag: probability > 0 ? lag : Infinity,
      followed,
      stratum: `${channel}|${driver}`,
    });
  }
  // wrong links of 0.6, four for every six right ones
  const right = cases.filter(({ probability }) => probability === 0.6).length;
  const quiet = cases.flatMap(({ probability, keys }, at) => (probability === 0 && keys !== 0 ? [at] : []));
  for (let w = 0; w < Math.round((right * 0.4) / 0.6) && quiet.length > 0; w++) {
    const at = quiet[Math.floor(uniform() * quiet.length)] as number,
      one = cases[at] as KeyedCase;
    cases[at] = {
      ...one,
      probability: 0.6,
      lag: Math.min(one.followed, exponential(uniform, Math.LN2 / world.halfLifeHours)),
    };
  }
  const mean = world.spills.reduce((a, b) => a + b, 0) / world.spills.length;
  return {
    cases,
    posts,
    agreements: [{ bit: NAME, agree, of: known }],
    truth: spilled / world.cases,
    within: (hours) => mean * -Math.expm1((-Math.LN2 * hours) / world.halfLifeHours),
  };
}

const usual: SeenWorld = {
  cases: 700,
  spills: [0.12, 0.24, 0.36],
  privately: [
    [0.7, 0.3, 0.9],
    [0.2, 0.1, 0.8],
    [0, 0, 0.5],
  ],
  publicly: [0.1, 0.05, 0.6],
  sameName: 0.8,
  halfLifeHours: 24,
  others: 400,
  doubtful: 0.15,
  windowHours: 90 * 24,
};

/** Worlds that differ in what is shown, how often, how fast and how much. */
export const SEEN_WORLDS: Readonly<Record<string, SeenWorld>> = {
  usual,
  'few keys': { ...usual, publicly: [0.05, 0.02, 0.35] },
  'names that hardly agree': { ...usual, sameName: 0.5, publicly: [0.25, 0.1, 0.6] },
  'all shown': { ...usual, publicly: [0.5, 0.3, 0.95], sameName: 0.98 },
  'rare spills': { ...usual, spills: [0.01, 0.03, 0.05] },
  'slow spills, many cases': { ...usual, halfLifeHours: 72, cases: 2000 },
  'few cases': { ...usual, cases: 150, others: 80 },
};
