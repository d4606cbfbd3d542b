import { FIELDS, IDENTIFIERS, LEVELS, type Field } from './comparison.js';

/** P(level | same case) and P(level | other case) of each field, levels in the order of `LEVELS`. */
export interface LinkParameters {
  readonly m: Readonly<Record<Field, readonly number[]>>;
  readonly u: Readonly<Record<Field, readonly number[]>>;
  /** Share of all compared pairs that are the same case, before any evidence. */
  readonly prior: number;
}

/** What is assumed of `m` before data: most people keep their identifiers, write on the same subject and soon. */
export const DEFAULT_M: Readonly<Record<Field, readonly number[]>> = {
  order: [0.95, 0.05],
  email: [0.92, 0.08],
  phone: [0.92, 0.08],
  handle: [0.9, 0.1],
  name: [0.9, 0.1],
  brand: [0.97, 0.03],
  driver: [0.85, 0.15],
  product: [0.85, 0.15],
  place: [0.85, 0.15],
  gap: [0.22, 0.22, 0.22, 0.16, 0.1, 0.06, 0.02],
  words: [0.08, 0.17, 0.3, 0.28, 0.17],
};

/** Strength of the defaults against the data, in pairs. */
const PRIOR_STRENGTH = 20;

/** One comparison pattern and how many pairs show it. */
export interface Pattern {
  readonly levels: Uint8Array;
  readonly count: number;
}

/** Counts equal patterns: estimation is over patterns, not pairs. */
export function countPatterns(comparisons: readonly Uint8Array[]): Pattern[] {
  const counts = new Map<string, { levels: Uint8Array; count: number }>();
  for (const levels of comparisons) {
    const key = String.fromCharCode(...levels);
    const found = counts.get(key);
    if (found) found.count++;
    else counts.set(key, { levels, count: 1 });
  }
  return [...counts.values()];
}

type Table = Record<Field, number[]>;
const emptyTable = (): Table =>
  Object.fromEntries(FIELDS.map((field) => [field, LEVELS[field].map(() => 0)])) as Table;

/** Level frequencies over patterns, each weighted, with the prior table mixed in at `strength` pairs. */
function frequencies(
  patterns: readonly Pattern[],
  weight: (pattern: Pattern) => number,
  prior: Readonly<Record<Field, readonly number[]>>,
  strength: number,
): Table {
  const table = emptyTable();
  for (const pattern of patterns) {
    const by = weight(pattern);
    FIELDS.forEach((field, at) => {
      const level = pattern.levels[at] ?? 0;
      if (level > 0) table[field][level - 1] = (table[field][level - 1] ?? 0) + by;
    });
  }
  for (const field of FIELDS) {
    const total = table[field].reduce((sum, value) => sum + value, 0) + strength;
    table[field] = table[field].map(
      (value, level) => (value + strength * (prior[field][level] ?? 0)) / total,
    );
  }
  return table;
}

/** What is assumed of `u` before data: two people rarely share an identifier, anything else is as likely as not. */
const defaultU = (): Table =>
  Object.fromEntries(
    FIELDS.map((field) => [
      field,
      IDENTIFIERS.includes(field) ? [0.001, 0.999] : LEVELS[field].map(() => 1 / LEVELS[field].length),
    ]),
  ) as Table;

/** `u` from pairs drawn at random: nearly none of them are the same case. */
export function estimateU(randomPairs: readonly Uint8Array[]): Table {
  return frequencies(countPatterns(randomPairs), ({ count }) => count, defaultU(), 5);
}

/** Weight of evidence of a field at a level, in bits: log2(m / u); 0 where the field is missing. */
export function bits(field: Field, level: number, { m, u }: Pick<LinkParameters, 'm' | 'u'>): number {
  if (level === 0) return 0;
  return Math.log2((m[field][level - 1] ?? 1e-6) / Math.max(u[field][level - 1] ?? 1e-6, 1e-6));
}

/** Posterior probability from the total weight in bits and the prior. */
export function posterior(totalBits: number, prior: number): number {
  const odds = (prior / (1 - prior)) * 2 ** Math.min(totalBits, 200);
  return odds / (1 + odds);
}

/**
 * Learns `m` by expectation-maximisation on pairs that agree on an identifier, with `u` known from random pairs (Fellegi and Sunter
 * 1969; the estimation as Winkler 1988). Only fields that say nothing about the person are learnt: the pairs were chosen by the
 * identifiers, whose `m` stays as given. Deterministic; stops when the prior moves by less than 1e-6 or after 50 rounds.
 */
export function learnM(
  patterns: readonly Pattern[],
  u: Readonly<Record<Field, readonly number[]>>,
): { readonly m: Table; readonly matches: number } {
  const identifiers = new Set(IDENTIFIERS);
  const isContext = FIELDS.map((field) => !identifiers.has(field));
  const total = patterns.reduce((sum, { count }) => sum + count, 0);
  let m: Table = frequencies([], () => 0, DEFAULT_M, 1);
  let share = 0.8;
  const chance = (pattern: Pattern): number => {
    let sum = 0;
    FIELDS.forEach((field, at) => {
      if (isContext[at]) sum += bits(field, pattern.levels[at] ?? 0, { m, u });
    });
    return posterior(sum, share);
  };
  const rounds = total === 0 ? 0 : 50;
  for (let round = 0; round < rounds; round++) {
    const chances = new Map(patterns.map((pattern) => [pattern, chance(pattern)]));
    const matches = patterns.reduce((sum, pattern) => sum + pattern.count * (chances.get(pattern) ?? 0), 0);
    const next = Math.min(0.99, Math.max(0.05, matches / total));
    m = frequencies(
      patterns,
      (pattern) => pattern.count * (chances.get(pattern) ?? 0),
      DEFAULT_M,
      PRIOR_STRENGTH,
    );
    for (const field of IDENTIFIERS) m[field] = [...DEFAULT_M[field]];
    const moved = Math.abs(next - share);
    share = next;
    if (moved < 1e-6) break;
  }
  return { m, matches: share * total };
}
