import {
  standardisedCount,
  type RateStratum,
  type StandardisedCount,
} from '../../stats/shares/standardised-rate.js';
import type { RiskCase } from './answer-spells.js';
import type { FoundSpills } from './found-spills.js';
import type { OpenCase } from './reservoir-model.js';

/** Ages in hours that part the kinds of time: a rate changes by the hour at first, by the fortnight later. */
const AGES = [0, 1, 4, 12, 24, 72, 168, 336, 720] as const;
const DAY = 24;
/** For the bound above, an age is taken together with younger ones until its past is so many times what is to come. */
const LEAST_PAST = 10;
/** The bound below stands on links surer than this alone: the rest may be somebody else's posts. */
const SURE = 0.95;

/** Hours by age and, for each, before and after the first reply. */
type Hours = readonly [Float64Array, Float64Array];
const noHours = (): Hours => [new Float64Array(AGES.length), new Float64Array(AGES.length)];

export interface PastHours {
  /** Spills, each counted by the chance that it is its case's own. */
  readonly events: Hours;
  /** What of their number is in doubt for that: the sum of p (1 − p). */
  readonly doubt: Hours;
  /** Those of sure links alone. */
  readonly sure: Hours;
  readonly exposure: Hours;
}

type Seen = Omit<PastHours, 'sure'>;

/** Spills expected within 24 hours with their interval, the chance of at least one, and between which numbers they fall. */
export interface Level {
  readonly level: number;
  readonly low: number;
  readonly high: number;
  readonly range: { readonly low: number; readonly high: number };
}

const ageOf = (hours: number): number => AGES.findLastIndex((age) => age <= hours);

function addHours(into: Hours, from: number, to: number, answered: number | null): void {
  for (let k = ageOf(from); k < AGES.length; k++) {
    const start = Math.max(from, AGES[k] as number),
      end = Math.min(to, AGES[k + 1] ?? Infinity);
    if (start >= to) return;
    const turn = Math.min(end, Math.max(start, answered ?? Infinity));
    into[0][k] = (into[0][k] as number) + turn - start;
    into[1][k] = (into[1][k] as number) + end - turn;
  }
}

/** Hours at risk up to an instant and the spills seen in them, by age and state. */
export function pastHours(cases: readonly RiskCase[], at: number): PastHours {
  const events = noHours(),
    doubt = noHours(),
    sure = noHours(),
    exposure = noHours();
  for (const { opened, end, answered, spilled, chance = 1 } of cases) {
    if (opened >= at) continue;
    addHours(exposure, 0, Math.min(end, at - opened), answered);
    if (!spilled || opened + end > at) continue;
    const state = answered !== null && answered < end ? 1 : 0,
      age = ageOf(end);
    events[state][age] = (events[state][age] as number) + chance;
    doubt[state][age] = (doubt[state][age] as number) + chance * (1 - chance);
    if (chance > SURE) sure[state][age] = (sure[state][age] as number) + chance;
  }
  return { events, doubt, sure, exposure };
}

/** Spills an hour by age and state; 0 where nobody was watched. */
const ratesOf = ({ events, exposure }: Seen): Hours =>
  [0, 1].map((state) =>
    Float64Array.from(AGES, (_, k) =>
      (exposure[state]?.[k] ?? 0) > 0 ? (events[state]?.[k] ?? 0) / (exposure[state]?.[k] ?? 1) : 0,
    ),
  ) as unknown as Hours;

function riskIn(rates: Hours, hours: Hours): number {
  let risk = 0;
  for (const state of [0, 1] as const) {
    let part = 0;
    for (let k = 0; k < AGES.length; k++) part += (hours[state][k] as number) * (rates[state][k] as number);
    risk += part;
  }
  return risk;
}

/**
 * Variance between cases of their risk, relative to the mean at one age and state: what drivers and what channels differ by beyond
 * chance, a standard error above its estimate by moments, as a few dozen spills hardly tell it (DerSimonian & Laird 1986).
 */
export function riskSpread(cases: readonly RiskCase[], at: number, past: PastHours): number {
  const rates = ratesOf(past),
    hours = noHours();
  const each = cases
    .filter(({ opened }) => opened < at)
    .map((one) => {
      for (const own of hours) own.fill(0);
      addHours(hours, 0, Math.min(one.end, at - one.opened), one.answered);
      return {
        one,
        due: riskIn(rates, hours),
        came: one.spilled && one.opened + one.end <= at ? (one.chance ?? 1) : 0,
      };
    });
  let spread = 0;
  for (const groupOf of [({ driver }: RiskCase) => driver ?? '', ({ channel }: RiskCase) => channel]) {
    const groups = new Map<string, { due: number; came: number }>();
    for (const { one, due, came } of each) {
      const group = groups.get(groupOf(one)) ?? { due: 0, came: 0 };
      groups.set(groupOf(one), { due: group.due + due, came: group.came + came });
    }
    if (groups.size < 2) continue;
    const sum = (of: (due: number, came: number) => number): number =>
      [...groups.values()].reduce((total, { due, came }) => total + of(due, came), 0);
    const excess = sum((due, came) => (came - due) ** 2 - due),
      error = Math.sqrt(sum((due) => due + 2 * due ** 2));
    spread += Math.max(
      0,
      (excess + error) /
        Math.max(
          1e-9,
          sum((due) => due ** 2),
        ),
    );
  }
  return spread;
}

/** Kinds of time, older ages taken together with younger ones until their past is `least` times what is to come, and some. */
function strataOf(
  { events, doubt, exposure }: Seen,
  toCome: Hours,
  { pooled, least }: { readonly pooled: boolean; readonly least: number },
): RateStratum[] {
  const strata: RateStratum[] = [];
  for (const states of pooled ? [[0, 1] as const] : [[0] as const, [1] as const]) {
    let one = { events: 0, doubt: 0, exposure: 0, weight: 0 };
    for (let k = AGES.length - 1; k >= 0; k--) {
      const sum = (hours: Hours): number =>
        states.reduce<number>((total, s) => total + (hours[s][k] as number), 0);
      one = {
        events: one.events + sum(events),
        doubt: one.doubt + sum(doubt),
        exposure: one.exposure + sum(exposure),
        weight: one.weight + sum(toCome),
      };
      if ((one.exposure < least * one.weight || one.exposure === 0) && k > 0) continue;
      strata.push(one);
      one = { events: 0, doubt: 0, exposure: 0, weight: 0 };
    }
  }
  return strata;
}

/** Hours of the open cases by age and state, and the sum of the squares of their risks. */
type Day = Readonly<{ toCome: Hours; squares: number }>;

/** The next day of the open cases, `later` hours from now. */
function dayToCome(open: readonly OpenCase[], rates: Hours, later: number): Day {
  const [toCome, own] = [noHours(), noHours()];
  let squares = 0;
  for (const { oneCase, ageDays } of open) {
    const age = ageDays * DAY + later;
    for (const hours of own) hours.fill(0);
    // as things stand: whoever waits is taken to wait on
    addHours(own, age, age + DAY, oneCase.answered !== null && oneCase.answered <= ageDays * DAY ? 0 : null);
    squares += riskIn(rates, own) ** 2;
    for (const state of [0, 1] as const)
      for (let k = 0; k < AGES.length; k++)
        toCome[state][k] = (toCome[state][k] as number) + (own[state][k] as number);
  }
  return { toCome, squares };
}

/**
 * The level that past time tells: the next 24 hours of the open cases at the rates of past hours of the same age and state, over the
 * share of spills that links find. `slack`: hours by which the exports may end later than the last message says, which the bounds hold:
 * whoever has just written ages fast. `undefined` where no such time was watched.
 */
export function levelOf(
  past: PastHours,
  open: readonly OpenCase[],
  found: FoundSpills,
  options: {
    readonly seed: number;
    readonly level: number;
    readonly spread: number;
    readonly slack?: number;
  },
): Level | undefined {
  const { slack = 0 } = options;
  const now = levelAt(past, open, found, { ...options, later: 0 }),
    then = slack > 0 ? levelAt(past, open, found, { ...options, later: slack }) : now;
  return (
    now && {
      level: now.level,
      low: Math.min(now.low, then?.low ?? now.low),
      high: Math.max(now.high, then?.high ?? now.high),
      range: {
        low: Math.min(now.range.low, then?.range.low ?? now.range.low),
        high: Math.max(now.range.high, then?.range.high ?? now.range.high),
      },
    }
  );
}

function levelAt(
  past: PastHours,
  open: readonly OpenCase[],
  { found, floor }: FoundSpills,
  options: { readonly seed: number; readonly level: number; readonly spread: number; readonly later: number },
): Level | undefined {
  const sureOnes: Seen = { events: past.sure, doubt: noHours(), exposure: past.exposure },
    dayOf = (of: Seen): Day => dayToCome(open, ratesOf(of), options.later),
    ofAll = dayOf(past);
  const told = (
    of: Seen,
    { toCome, squares }: Day,
    share: FoundSpills['found'],
    least: number,
  ): StandardisedCount | undefined => {
    const own = { ...options, variance: options.spread * squares, ...(share ? { found: share } : {}) };
    return (
      standardisedCount(strataOf(of, toCome, { pooled: false, least }), own) ??
      standardisedCount(strataOf(of, toCome, { pooled: true, least }), own)
    );
  };
  // risk falls with age: ages taken together lend the old the risk of the young, which only a bound above may do
  const corrected = told(past, ofAll, found, LEAST_PAST),
    shown = floor ? undefined : found,
    seen = told(past, ofAll, shown, 0),
    sure = told(sureOnes, dayOf(sureOnes), shown, 0);
  return (
    corrected &&
    seen &&
    sure && {
      level: seen.value,
      low: Math.min(seen.low, sure.low),
      high: Math.max(seen.value, corrected.high),
      range: { low: Math.min(seen.range.low, sure.range.low), high: corrected.range.high },
    }
  );
}

export const atLeastOne = (level: number): number => -Math.expm1(-level);
