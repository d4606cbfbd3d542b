import type { Evidence } from '../../model/index.js';
import { visitIdentified } from '../pairs/blocking.js';
import { PRIVATE, type CaseMessage } from '../messages/case-message.js';
import {
  compare,
  FIELDS,
  IDENTIFIERS,
  type Field,
  sharedShortNames,
  sharedSpellings,
} from '../pairs/comparison.js';
import { shareOdds, type Candidate } from './competition.js';
import { weighContext } from './context-links.js';
import { evidenceOf } from '../weights/fellegi-sunter.js';
import { weightsOf } from '../weights/pair-weights.js';
import { learnByWay, type ParametersByWay } from '../weights/pair-ways.js';
import { eachWay, wayOf } from '../pairs/ways.js';
import type { Unit } from '../units/units.js';
import { rarityOf, type ChanceOfAgreement, type Identifier } from '../pairs/value-rarity.js';
import { inverseDocumentFrequency } from '../messages/word-hashes.js';

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
  /** Shares of the levels of tone among the public messages that could be met by chance; default: of those given. */
  readonly tones?: readonly number[];
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

/**
 * Fields tell in part the same thing, so that their bits together say too much, either way. Between private and public log odds count for so much, as pairs
 * whose truth is known show (the calibration of Belin and Rubin 1995).
 */
const TOLD_ONCE = 0.85;

interface IdentifiedPair {
  readonly from: number;
  readonly to: number;
  readonly levels: Uint8Array;
  readonly rarity: number;
}

const valuesOf = (unit: Unit, other: Unit): Readonly<Record<Identifier, readonly number[]>> => ({
  order: unit.orders,
  email: unit.emails,
  phone: unit.phones,
  handle: unit.handles,
  name: unit.names,
  shortName: sharedShortNames(unit, other),
  spelling: sharedSpellings(unit, other),
});

/** −log2 P(another person agrees) of each identifier that two units agree on. */
function raritiesOf(a: Unit, b: Unit, levels: Uint8Array, chance: ChanceOfAgreement): number[] {
  const left = valuesOf(a, b),
    right = valuesOf(b, a);
  return IDENTIFIERS.map((field, at) =>
    levels[at] === 1
      ? -Math.log2(
          chance(
            field as Identifier,
            left[field as Identifier],
            right[field as Identifier],
            a.stage === PRIVATE || b.stage === PRIVATE,
          ),
        )
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
  { parameters: given, parts = 1, tones }: LinkOptions = {},
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
  const parameters = given ?? learnByWay(messages, units, idf, identified, parts, tones);
  const weights = eachWay((way) => weightsOf(parameters[way]));
  const candidates: Candidate[] = [];
  for (const { from, to, levels, rarity } of identified) {
    const a = units[from] as Unit,
      b = units[to] as Unit;
    const way = weights[wayOf(a, b)];
    const { oneCase, otherCase } = way.shares({ levels, rarity });
    const told = oneCase / Math.max(1e-12, 1 - oneCase),
      odds = (a.stage === PRIVATE) !== (b.stage === PRIVATE) ? told ** TOLD_ONCE : told;
    if (odds < LEAST_ODDS) continue;
    const rarities = raritiesOf(a, b, levels, chance);
    const byField = way
      .ofCase(levels)
      .map((bits, at): [string, number] => [FIELDS[at] as Field, bits + (rarities[at] ?? 0)]);
    const apart: [string, number] = ['otherCase', Math.log2(1 - otherCase / Math.max(1e-12, 1 - oneCase))];
    candidates.push({ from, to, odds, evidence: evidenceOf([...byField, apart]) });
  }
  for (const candidate of weighContext(units, parameters, LEAST_ODDS)) candidates.push(candidate);
  const links = shareOdds(units, candidates).flatMap((probability, at): Link[] => {
    const { from, to, evidence } = candidates[at] as Candidate;
    return probability >= LEAST ? [{ from, to, probability, evidence }] : [];
  });
  return { links, parameters };
}
