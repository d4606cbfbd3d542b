import type { Evidence } from '../model/index.js';
import { visitContext, visitIdentified } from './blocking.js';
import type { CaseMessage } from './case-message.js';
import { addWords, compare, compareFields, FIELDS, IDENTIFIERS, LEVELS, type Field } from './comparison.js';
import { shareOdds, type Candidate } from './competition.js';
import { bits, sharesOf, type LinkParameters } from './fellegi-sunter.js';
import { learnByWay, wayOf, type ParametersByWay, type Way, type WayParameters } from './pair-ways.js';
import type { Unit } from './units.js';
import { rarityOf, type ChanceOfAgreement, type Identifier } from './value-rarity.js';
import { inverseDocumentFrequency } from './word-hashes.js';

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
  readonly parameters?: ParametersByWay;
  /** Share of the public messages that could be met by chance and are read as speaking of nothing bad; default: of those given. */
  readonly quiet?: number;
  /** How many such parts of other people make up the corpus; default 1, all of it. */
  readonly parts?: number;
}

export interface Linked {
  readonly links: readonly Link[];
  readonly parameters: ParametersByWay;
}

/** Links under this probability are forgotten. */
const LEAST = 0.02;
const LEAST_ODDS = LEAST / (1 - LEAST);

interface IdentifiedPair {
  readonly from: number;
  readonly to: number;
  readonly levels: Uint8Array;
  readonly rarity: number;
}

const valuesOf = (unit: Unit): Readonly<Record<Identifier, readonly number[]>> => ({
  order: unit.orders,
  email: unit.emails,
  phone: unit.phones,
  handle: unit.handles,
  name: unit.names,
});

/** −log2 P(another person agrees) of each identifier that two units agree on. */
function raritiesOf(a: Unit, b: Unit, levels: Uint8Array, chance: ChanceOfAgreement): number[] {
  const left = valuesOf(a),
    right = valuesOf(b);
  return IDENTIFIERS.map((field, at) =>
    levels[at] === 1
      ? -Math.log2(chance(field as Identifier, left[field as Identifier], right[field as Identifier]))
      : 0,
  );
}

/**
 * Links units by Fellegi and Sunter's model, for each way a pair may lie (both in private, both in public, from private to public, back). `u` comes from
 * random pairs and from how rare a value is in the corpus, `m` and the prior by EM on pairs that share an identifier (or all are given).
 * A public message belongs to one case: those it may belong to share its probability. Cost: near-linear in units.
 */
export function linkUnits(
  messages: readonly CaseMessage[],
  units: readonly Unit[],
  { parameters: given, parts = 1, quiet }: LinkOptions = {},
): Linked {
  const idf = inverseDocumentFrequency(units.map(({ words }) => words));
  const chance = rarityOf(messages, units, parts);
  const identified: IdentifiedPair[] = [];
  visitIdentified(units, (from, to) => {
    const a = units[from] as Unit,
      b = units[to] as Unit;
    const levels = compare(a, b, idf);
    const rarity = raritiesOf(a, b, levels, chance).reduce((sum, one) => sum + one, 0);
    identified.push({ from, to, levels, rarity });
  });
  const parameters = given ?? learnByWay(messages, units, idf, identified, parts, quiet);
  const candidates: Candidate[] = [];
  for (const { from, to, levels, rarity } of identified) {
    const a = units[from] as Unit,
      b = units[to] as Unit;
    const rarities = raritiesOf(a, b, levels, chance);
    const way = parameters[wayOf(a, b)];
    const { oneCase, otherCase } = sharesOf({ levels, rarity }, way);
    const odds = oneCase / Math.max(1e-12, 1 - oneCase);
    if (odds < LEAST_ODDS) continue;
    const weights = FIELDS.map((field, at): [string, number] => {
      const level = levels[at] ?? 0;
      return [
        field,
        at < IDENTIFIERS.length && level === 1
          ? Math.log2(way.m[field][0] ?? 0.9) + (rarities[at] ?? 0)
          : bits(field, level, way),
      ];
    });
    const apart: [string, number] = ['otherCase', Math.log2(1 - otherCase / Math.max(1e-12, 1 - oneCase))];
    candidates.push({ from, to, odds, evidence: evidenceOf([...weights, apart]) });
  }
  weighContext(units, idf, parameters, candidates);
  const links = shareOdds(units, candidates).flatMap((probability, at): Link[] => {
    const { from, to, evidence } = candidates[at] as Candidate;
    return probability >= LEAST ? [{ from, to, probability, evidence }] : [];
  });
  return { links, parameters };
}

/** Weight of each level of each field, for quick sums. */
const tableOf = (parameters: LinkParameters): readonly Float64Array[] =>
  FIELDS.map((field) =>
    Float64Array.from([0, ...LEVELS[field]], (_, level) => bits(field, level, parameters)),
  );

const TONE = FIELDS.indexOf('tone');
const WORD_FIELDS: readonly Field[] = ['words', 'subjectWords', 'matterWords'];
const FIRST_WORDS = FIELDS.indexOf('words');

/** All pairs without an identifier are of one driver: how often such fall close in time by chance is known apart, as a driver has its days. */
const ofOneDriver = (parameters: WayParameters): LinkParameters => ({
  ...parameters,
  u: { ...parameters.u, gap: parameters.driverGap },
});

/** Pairs that share no identifier are many and nearly all fall short: words are compared only where they could still decide. */
function weighContext(
  units: readonly Unit[],
  idf: Float32Array,
  parameters: ParametersByWay,
  candidates: Candidate[],
): void {
  const prepared = new Map(
    (Object.keys(parameters) as Way[]).map((way) => {
      const table = tableOf(ofOneDriver(parameters[way]));
      const most = Math.max(...WORD_FIELDS.flatMap((field) => [...(table[FIELDS.indexOf(field)] ?? [])]));
      const { prior } = parameters[way];
      return [way, { table, least: Math.log2((LEAST_ODDS * (1 - prior)) / prior) - most - 1e-9 }] as const;
    }),
  );
  const levels = new Uint8Array(FIELDS.length);
  visitContext(units, (from, to) => {
    const a = units[from] as Unit,
      b = units[to] as Unit;
    const way = wayOf(a, b);
    const ready = prepared.get(way);
    if (ready === undefined) return;
    const { table, least } = ready;
    const weightOf = (index: number): number => table[index]?.[levels[index] as number] as number;
    compareFields(a, b, levels);
    // Only complaints are compared here: that they complain tells nothing.
    levels[TONE] = 0;
    let sum = 0;
    for (let index = 0; index < FIRST_WORDS; index++) sum += weightOf(index);
    if (sum < least) return;
    addWords(a, b, idf, levels);
    const weights = FIELDS.map((field, index): [string, number] => [field, weightOf(index)]);
    const odds = oddsOf(
      weights.reduce((total, [, weight]) => total + weight, 0),
      parameters[way].prior,
    );
    if (odds >= LEAST_ODDS) candidates.push({ from, to, odds, evidence: evidenceOf(weights) });
  });
}

/** Odds from the total weight in bits and the prior. */
const oddsOf = (totalBits: number, prior: number): number => (prior / (1 - prior)) * 2 ** totalBits;

function evidenceOf(weights: readonly (readonly [field: string, bits: number])[]): Evidence[] {
  return weights
    .filter(([, weight]) => Math.abs(weight) >= 0.05)
    .toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([field, weight]) => ({ field, bits: Math.round(weight * 100) / 100 }));
}
