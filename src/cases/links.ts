import type { Evidence } from '../model/index.js';
import { seededRandom } from '../util/random.js';
import { visitContext, visitIdentified, WINDOW } from './blocking.js';
import { compare, compareFields, compareWords, FIELDS, LEVELS, WORDS } from './comparison.js';
import { bits, countPatterns, estimateU, learnM, posterior, type LinkParameters } from './fellegi-sunter.js';
import type { Unit } from './units.js';
import { inverseDocumentFrequency } from './words.js';

/** A possible link of two units, with its evidence. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
  /** Weights in bits, strongest first. */
  readonly evidence: readonly Evidence[];
}

export interface LinkOptions {
  /** Given parameters; else learnt. */
  readonly parameters?: LinkParameters;
  /** How many such parts of other people make up the corpus; default 1, all of it. */
  readonly parts?: number;
}

export interface Linked {
  readonly links: readonly Link[];
  readonly parameters: LinkParameters;
}

/** Links under this probability are forgotten. */
const LEAST = 0.02;
const RANDOM_PAIRS = 20_000;

/**
 * P(two units of different cases agree on a value) at the least: orders, addresses and numbers are unique by nature, handles nearly,
 * full names less so.
 */
const LEAST_CHANCE = { order: 1e-7, email: 1e-7, phone: 1e-7, handle: 1e-6, name: 2e-4 } as const;
/** A value that more units share than one person writes is common: its own frequency counts. */
const COMMON = 6;

/** `u` of an agreement on a value: rare values say more than common ones. */
function chanceOfAgreement(
  units: readonly Unit[],
  parts: number,
): (field: keyof typeof LEAST_CHANCE, a: readonly number[], b: readonly number[]) => number {
  const counts = new Map<number, number>();
  for (const unit of units) {
    for (const list of [unit.orders, unit.emails, unit.phones, unit.handles, unit.names])
      for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (field, a, b) => {
    let rarest = Infinity;
    for (const value of a) if (b.includes(value)) rarest = Math.min(rarest, counts.get(value) ?? 1);
    const frequency = Number.isFinite(rarest) && rarest > COMMON ? rarest / (units.length * parts) : 0;
    return Math.max(LEAST_CHANCE[field], frequency);
  };
}

function randomComparisons(
  units: readonly Unit[],
  idf: Float32Array,
): { comparisons: Uint8Array[]; inWindow: number } {
  const next = seededRandom(20_260_101);
  const comparisons: Uint8Array[] = [];
  let inWindow = 0;
  const tries = Math.min(RANDOM_PAIRS, units.length * units.length);
  for (let at = 0; at < tries; at++) {
    const a = units[Math.floor(next() * units.length)];
    const b = units[Math.floor(next() * units.length)];
    if (a === undefined || b === undefined || a === b) continue;
    const [from, to] = a.firstAt <= b.firstAt ? [a, b] : [b, a];
    if (to.firstAt - from.lastAt > WINDOW) continue;
    inWindow++;
    comparisons.push(compare(from, to, idf));
  }
  return { comparisons, inWindow: tries === 0 ? 0 : inWindow / tries };
}

/**
 * Links units by Fellegi and Sunter's model. `u` comes from random pairs, `m` of the context fields by EM on pairs that share an
 * identifier (or both are given), the agreement weight of identifiers from how rare the value is. Cost: near-linear in units.
 */
export function linkUnits(
  units: readonly Unit[],
  { parameters: given, parts = 1 }: LinkOptions = {},
): Linked {
  const idf = inverseDocumentFrequency(units.map(({ words }) => words));
  const identified: { readonly from: number; readonly to: number; readonly levels: Uint8Array }[] = [];
  visitIdentified(units, (from, to) =>
    identified.push({ from, to, levels: compare(units[from] as Unit, units[to] as Unit, idf) }),
  );
  const parameters =
    given ??
    learnParameters(
      units,
      idf,
      identified.map(({ levels }) => levels),
      parts,
    );
  const links: Link[] = [];
  weighIdentified(units, identified, parameters, parts, links);
  weighContext(units, idf, parameters, links);
  return { links, parameters };
}

function keep(links: Link[], from: number, to: number, weights: readonly number[], prior: number): void {
  const probability = posterior(
    weights.reduce((sum, weight) => sum + weight, 0),
    prior,
  );
  if (probability >= LEAST) links.push({ from, to, probability, evidence: evidenceOf(weights) });
}

function weighIdentified(
  units: readonly Unit[],
  pairs: readonly { readonly from: number; readonly to: number; readonly levels: Uint8Array }[],
  parameters: LinkParameters,
  parts: number,
  links: Link[],
): void {
  const chance = chanceOfAgreement(units, parts);
  for (const { from, to, levels } of pairs) {
    const a = units[from] as Unit,
      b = units[to] as Unit;
    const lists = {
      order: [a.orders, b.orders],
      email: [a.emails, b.emails],
      phone: [a.phones, b.phones],
      handle: [a.handles, b.handles],
      name: [a.names, b.names],
    } as const;
    const weights = FIELDS.map((field, index) => {
      const level = levels[index] ?? 0;
      if (level !== 1 || index > 4) return bits(field, level, parameters);
      const [left, right] = lists[field as keyof typeof lists];
      return Math.log2((parameters.m[field][0] ?? 0.9) / chance(field as keyof typeof lists, left, right));
    });
    // A handle and a name of one account are one fact told twice.
    if ((levels[3] ?? 0) === 1 && (levels[4] ?? 0) === 1) weights[4] = 0;
    keep(links, from, to, weights, parameters.prior);
  }
}

/** Pairs that share no identifier are many and nearly all fall short: words are compared only where they could still decide. */
function weighContext(
  units: readonly Unit[],
  idf: Float32Array,
  parameters: LinkParameters,
  links: Link[],
): void {
  const table = FIELDS.map((field) =>
    Float64Array.from([0, ...LEVELS[field]], (_, level) => bits(field, level, parameters)),
  );
  const levels = new Uint8Array(FIELDS.length);
  const least =
    Math.log2((LEAST * (1 - parameters.prior)) / ((1 - LEAST) * parameters.prior)) -
    Math.max(...(table[WORDS] ?? [])) -
    1e-9;
  const weightOf = (index: number): number => table[index]?.[levels[index] as number] as number;
  visitContext(units, (from, to) => {
    const a = units[from] as Unit,
      b = units[to] as Unit;
    compareFields(a, b, levels);
    let sum = 0;
    for (let index = 0; index < WORDS; index++) sum += weightOf(index);
    if (sum < least) return;
    levels[WORDS] = compareWords(a, b, idf);
    keep(
      links,
      from,
      to,
      FIELDS.map((_, index) => weightOf(index)),
      parameters.prior,
    );
  });
}

function evidenceOf(weights: readonly number[]): Evidence[] {
  return FIELDS.map((field, index) => [field, weights[index] ?? 0] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([field, weight]) => ({ field, bits: Math.round(weight * 100) / 100 }));
}

function learnParameters(
  units: readonly Unit[],
  idf: Float32Array,
  identified: readonly Uint8Array[],
  parts: number,
): LinkParameters {
  const { comparisons, inWindow } = randomComparisons(units, idf);
  const u = estimateU(comparisons);
  const { m, matches } = learnM(countPatterns(identified), u);
  const pairs = Math.max(1, (units.length * (units.length - 1) * inWindow * parts) / 2);
  const prior = Math.min(0.1, Math.max(1 / pairs, (matches + 1) / pairs));
  return { m, u, prior };
}
