import { STAGES, type Stage } from '../model/index.js';
import { grouped } from '../util/grouped.js';

/** Days are those of UTC, counted from 1970. */
export const DAY = 86_400_000;
/** Dates this far from all others, and few, are stray: METHODS 20. */
const ISOLATED_DAYS = 30;
const STRAY_SHARE = 0.01;
const STRAY_COUNT = 2;
/** A silence is a gap when it lasts this long at least, and would come by chance once in a thousand windows at a third of the usual pace. */
const LEAST_GAP_DAYS = 7;
const CHANCE = 1e-3;
const SLOWER = 3;

/** Days of a source with their messages, upwards. */
export interface DayCount {
  readonly day: number;
  readonly n: number;
}

/** Part of the time in which a source lets one see; both days in it. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

export interface SourceWindow {
  readonly spans: readonly DaySpan[];
  /** Days isolated by more than 30 d, with too few messages to be a window. */
  readonly stray: readonly DayCount[];
  readonly messages: number;
}

/** Cuts days into runs that no silence longer than `most` days parts. */
function runsOf(days: readonly DayCount[], most: number): DayCount[][] {
  const runs: DayCount[][] = [];
  for (const one of days) {
    const run = runs.at(-1),
      last = run?.at(-1);
    if (run === undefined || last === undefined || one.day - last.day > most) runs.push([one]);
    else run.push(one);
  }
  return runs;
}

const countOf = (days: readonly DayCount[]): number => days.reduce((sum, { n }) => sum + n, 0);

/**
 * Where a source lets one see: from its first to its last day, without its gaps. Days parted by more than 30 days from the mass, with
 * two messages or 1 % at most, are stray: they widen nothing. A silence is a gap when its length can't be chance at a third of the
 * usual pace of the days around it, a week at least.
 *
 * @param days with messages, in any order
 * @example
 * sourceWindow([...Array.from({ length: 20 }, (_, day) => ({ day, n: 5 })), { day: 400, n: 1 }])
 * // → { spans: [{ first: 0, last: 19 }], stray: [{ day: 400, n: 1 }], messages: 101 }
 */
export function sourceWindow(days: readonly DayCount[]): SourceWindow {
  const sorted = days.toSorted((a, b) => a.day - b.day),
    messages = countOf(sorted);
  const runs = runsOf(sorted, ISOLATED_DAYS),
    least = Math.max(STRAY_COUNT, STRAY_SHARE * messages);
  const mass = runs.reduce<DayCount[]>((best, run) => (countOf(run) > countOf(best) ? run : best), []);
  const kept = runs.filter((run) => run === mass || countOf(run) > least);
  const spans = kept.flatMap((run) => {
    const length = (run.at(-1) as DayCount).day - (run[0] as DayCount).day + 1,
      pace = run.length / length;
    const gap = Math.max(LEAST_GAP_DAYS, (SLOWER * Math.log(run.length / CHANCE)) / pace);
    return runsOf(run, gap).map((part) => ({
      first: (part[0] as DayCount).day,
      last: (part.at(-1) as DayCount).day,
    }));
  });
  return { spans, stray: runs.filter((run) => !kept.includes(run)).flat(), messages };
}

/** Spans of several sources together: where at least one lets one see. */
function unionOf(spans: readonly DaySpan[]): DaySpan[] {
  const union: DaySpan[] = [];
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const before = union.at(-1);
    if (before === undefined || first > before.last + 1) union.push({ first, last });
    else union[union.length - 1] = { first: before.first, last: Math.max(before.last, last) };
  }
  return union;
}

export interface Source extends SourceWindow {
  readonly stage: Stage;
  readonly channel: string;
}

/** What the exports let one see, by source and by stage. */
export interface Observation {
  readonly sources: readonly Source[];
  readonly byStage: Readonly<Record<Stage, readonly DaySpan[]>>;
  /** Instant (ms) at which the observation of a stage ends; `null` without any message of it. */
  readonly observedUntil: Readonly<Record<Stage, number | null>>;
}

/** A source is a channel of a stage: what one export, or several of one tool, tell of one place. */
const daysOf = (
  messages: string,
): string => `SELECT stage, channel, CAST(floor(epoch_ms(sentAt) / ${DAY}) AS DOUBLE) AS day, CAST(count(*) AS DOUBLE) AS n,
    CAST(max(epoch_ms(sentAt)) AS DOUBLE) AS last, bool_or(dayOnly) AS dayOnly
  FROM ${messages} WHERE sentAt IS NOT NULL AND kind <> 'system' GROUP BY ALL ORDER BY ALL`;

interface DayRow extends DayCount {
  readonly stage: Stage;
  readonly channel: string;
  readonly last: number;
  readonly dayOnly: boolean;
}

/**
 * Reads what messages let one see, by source and by stage.
 *
 * @param messages the table, in SQL
 * @param rowsOf rows of a query
 */
export async function readObservation(
  messages: string,
  rowsOf: (sql: string) => Promise<readonly object[]>,
): Promise<Observation> {
  const rows = (await rowsOf(daysOf(messages))) as DayRow[];
  const groups = grouped(rows, ({ stage, channel }) => `${stage} ${channel}`);
  const sources = [...groups.values()].map((group) => ({
    stage: group[0].stage,
    channel: group[0].channel,
    ...sourceWindow(group.map(({ day, n }) => ({ day, n }))),
  }));
  const spansOf = (stage: Stage): DaySpan[] =>
    unionOf(sources.filter((source) => source.stage === stage).flatMap(({ spans }) => spans));
  const byStage = { private: spansOf('private'), public: spansOf('public'), press: spansOf('press') };
  const observedUntil: Record<Stage, number | null> = { private: null, public: null, press: null };
  for (const stage of STAGES) {
    const day = byStage[stage].at(-1)?.last;
    if (day === undefined) continue;
    const ends = rows.filter((row) => row.stage === stage && row.day === day);
    // A day with only a date ends with the day: a last message at noon may be all that its hour says.
    observedUntil[stage] = Math.max(
      ...ends.map(({ last, dayOnly }) => (dayOnly ? (day + 1) * DAY - 1 : last)),
    );
  }
  return { sources, byStage, observedUntil };
}
