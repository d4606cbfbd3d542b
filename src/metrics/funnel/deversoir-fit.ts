import type { CorpusTables } from '../../engine/corpus-tables.js';
import { fitHawkesKernels, type KernelFit } from '../../stats/hawkes/kernel-fit.js';
import type { Span } from '../../stats/hawkes/kernel-baseline.js';
import type { KnownPair } from '../../stats/hawkes/kernel-columns.js';
import type { NotMeasured } from '../../stats/measured.js';
import { kleinbergBursts } from '../../stats/alarms/burst.js';
import { hoursOfWeek, weeklyFactors } from '../../stats/alarms/weekly-rhythm.js';
import { publicBursts } from '../crisis/crisis-bursts.js';
import { readPublicMovement } from '../crisis/public-movement.js';
import { lowerBound } from '../../util/lower-bound.js';
import { oncePerCorpus } from '../memo.js';
import { resolveOptions } from '../options.js';
import { funnelEvents, type FunnelEvents } from './deversoir-events.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { spillsOf, type Spills } from './spill-cases.js';

const HOUR = 3_600_000;
/** Messages from which a burst is a shock of its own, not an ordinary echo. */
const LEAST_SHOCK = 30;
/** Hours before a burst that belong to it: the automaton rises after the first messages. It falls before the last: as long again. */
const BEFORE = 2;
/** A wave of private cases: four times the usual pace (Kleinberg's second level) over so many cases. */
const WAVE_LEVEL = 2;
const LEAST_WAVE = 10;
/** Links surer than this tell which case set off which public complaint. */
const SURE = 0.9;
/** With fewer complaints on a side an effect can be anything. */
export const LEAST_EVENTS = 10;

export interface DeversoirFit {
  readonly data: FunnelEvents;
  readonly shocks: readonly Span[];
  /** Linked cases whose spill is known to be theirs. */
  readonly pairs: number;
  /** Absent where a side has too few events. */
  readonly model?: KernelFit | NotMeasured;
}

/** Times of great bursts, in hours of the events' clock. */
async function shocksOf(
  corpus: CorpusTables,
  zone: string,
  { start, events }: FunnelEvents,
): Promise<Span[]> {
  const movement = await readPublicMovement(corpus, resolveOptions({ zone }));
  return publicBursts(movement)
    .filter(({ driver, messages }) => driver === null && messages.length >= LEAST_SHOCK)
    .map((burst) => ({
      from: burst.start / HOUR - start - BEFORE,
      to: (2 * burst.end - burst.start) / HOUR - start,
    }))
    .filter(({ from, to }) => to > 0 && from < events.horizonHours)
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(events.horizonHours, to) }));
}

/**
 * Waves of private cases, in hours of the events' clock, found on a clock that runs with the rhythm of the week so that no afternoon
 * is a wave. Each reaches as far as the pace stays doubled, by its own length at most.
 */
export function wavesOf({ events, startHourOfWeek, gaps }: FunnelEvents): Span[] {
  const type = events.typeNames.indexOf('private');
  const times = Array.from(events.times)
    .filter((_, k) => events.types[k] === type)
    .toSorted((a, b) => a - b);
  const hourOf = (t: number): number => Math.floor(t + startHourOfWeek) % 168;
  const seen = new Float64Array(168);
  for (const t of times) seen[hourOf(t)] = (seen[hourOf(t)] as number) + 1;
  const factors = weeklyFactors(seen, hoursOfWeek(events.horizonHours, startHourOfWeek));
  const clock = [0];
  for (let h = 0; h < events.horizonHours; h++) {
    const watched = !gaps.some(({ from, to }) => h >= from && h < to);
    clock.push((clock[h] as number) + (watched ? (factors[hourOf(h)] as number) : 0));
  }
  const own = times.map((t) => {
    const h = Math.floor(t);
    return (clock[h] as number) + (t - h) * ((clock[h + 1] ?? (clock[h] as number)) - (clock[h] as number));
  });
  const found = kleinbergBursts([0, ...own, clock.at(-1) as number]);
  if (!found.measured) return [];
  const hoursAt = (tau: number): number => {
    const k = lowerBound(own, tau - 1e-9);
    return times[k] ?? events.horizonHours;
  };
  const around = found.bursts.filter(({ level }) => level === 1);
  return found.bursts
    .filter(({ level, count }) => level === WAVE_LEVEL && count >= LEAST_WAVE)
    .map(({ start, end }) => {
      const outer = around.find((one) => one.start <= start && one.end >= end);
      const [from, to] = [hoursAt(start), hoursAt(end)];
      return {
        from: Math.max(hoursAt(outer?.start ?? start), 2 * from - to, 0),
        to: Math.min(hoursAt(outer?.end ?? end), 2 * to - from, events.horizonHours),
      };
    });
}

async function fit(
  corpus: CorpusTables,
  { zone, level }: Pick<ResolvedFunnelOptions, 'zone' | 'level'>,
): Promise<DeversoirFit | undefined> {
  const data = await funnelEvents(corpus, zone);
  if (data === undefined) return undefined;
  const shocks = [...data.gaps, ...(await shocksOf(corpus, zone, data)), ...wavesOf(data)];
  const pairs = pairsOf(data, await spillsOf(corpus));
  const found = { data, shocks, pairs: pairs.length };
  if (Math.min(data.counts.private, data.counts.public) < LEAST_EVENTS) return found;
  const model = fitHawkesKernels(data.events, {
    counted: data.counted,
    startHourOfWeek: data.startHourOfWeek,
    shocks,
    unseen: unseenPress(data),
    pairs,
    level,
  });
  return { ...found, model };
}

/** Days on which no press export says that it watches. */
const unseenPress = ({ press, events }: FunnelEvents): (Span & { readonly type: string })[] =>
  press === undefined
    ? []
    : [
        { type: 'press', from: 0, to: press.from },
        { type: 'press', from: press.to, to: events.horizonHours },
      ];

/** Public complaints that links surely give to a private case: opening and spill are events of one id. */
function pairsOf({ events, ids }: FunnelEvents, { cases }: Spills): KnownPair[] {
  const [source, target] = ['private', 'public'].map((name) => events.typeNames.indexOf(name)) as [
    number,
    number,
  ];
  const sure = new Set(
    cases.filter(({ best, spilled }) => spilled && best > SURE).map(({ caseId }) => caseId),
  );
  const opened = new Map(
    ids.flatMap((id, k) =>
      events.types[k] === source && sure.has(id) ? [[id, events.times[k] as number] as const] : [],
    ),
  );
  return ids.flatMap((id, k) => {
    const from = events.types[k] === target ? opened.get(id) : undefined,
      time = events.times[k] as number;
    return from === undefined || time < from ? [] : [{ target, source, time, lag: time - from }];
  });
}

/** The fit of the déversoir matrix, made once per corpus. */
export const deversoirFit = (
  corpus: CorpusTables,
  { zone, level }: Pick<ResolvedFunnelOptions, 'zone' | 'level'>,
): Promise<DeversoirFit | undefined> =>
  oncePerCorpus(corpus, `deversoir ${zone} ${level}`, () => fit(corpus, { zone, level }));
