import { localTime } from '../../engine/dimensions.js';
import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CountedType } from '../../stats/hawkes/hawkes-counts.js';
import type { Span } from '../../stats/hawkes/kernel-baseline.js';
import type { HawkesEvents } from '../../stats/hawkes/hawkes-model.js';

import type { DaySpan } from '../../engine/observation.js';
import { oncePerCorpus } from '../memo.js';
import { observationOf } from './observation-spans.js';

const HOUR = 3_600_000;

export const EVENT_TYPES = ['private', 'public', 'press'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The three kinds of events of the déversoir on one clock: hours since a local midnight. */
export interface FunnelEvents {
  readonly counts: Readonly<Record<EventType, number>>;
  /** Types with at least one event, with their exact times. */
  readonly events: HawkesEvents;
  /** Case of each event; of an article its message. */
  readonly ids: readonly string[];
  /** The press, where some articles have only a day. */
  readonly counted: readonly CountedType[];
  readonly startHourOfWeek: number;
  /** Time 0 in hours since 1970, UTC. */
  readonly start: number;
  /** Times in which one of the sides is not watched. */
  readonly gaps: readonly Span[];
  /** From the first to the last day of the press, where there is any: before and after nobody knows. */
  readonly press: Span | undefined;
  /** Public complaints with only a day, which no clock can place; events out of the window of both sides. */
  readonly dayOnly: number;
  readonly before: number;
}

/**
 * A private case with a complaint at its opening; the first public complaint of a case, reposts left out; each article. Instants and,
 * for the press, the local day.
 */
const EVENTS = `WITH event AS (
    SELECT 'private' AS type, openedAt AS instant, false AS dayOnly, caseId AS id FROM cases WHERE firstStage = 'private' AND complaint AND openedAt IS NOT NULL
    UNION ALL
    SELECT 'public', coalesce(min(sentAt) FILTER (WHERE NOT dayOnly), min(sentAt)), bool_and(dayOnly), any_value(caseId)
    FROM main.caseSaid JOIN cases ON caseKey = ${CASE_KEY} WHERE stage = 'public' AND direction = 'inbound' AND own AND complains AND sentAt IS NOT NULL
    GROUP BY caseKey
    UNION ALL
    SELECT 'press', sentAt, dayOnly, messageId FROM storedMessages WHERE stage = 'press' AND speech = 'own' AND sentAt IS NOT NULL),
  local AS (SELECT *, ${localTime('instant', '$zone')} AS clock FROM event)
SELECT type, id, dayOnly, epoch_ms(clock) / 3600000.0 AS clock, (epoch_ms(clock) - epoch_ms(instant)) / 3600000.0 AS "offset" FROM local ORDER BY clock, type, id`;

const END = `SELECT max(epoch_ms(${localTime('observedUntil', '$zone')})) / 3600000.0 AS "end" FROM (SELECT DISTINCT observedUntil FROM cases)`;

interface EventRow {
  readonly type: EventType;
  readonly id: string;
  readonly dayOnly: boolean;
  /** Hours of the wall clock since 1970, and by how much it is ahead of UTC. */
  readonly clock: number;
  readonly offset: number;
}

/** A side is watched on these days; where nothing tells, on all. A day of grace for the zone. */
const isWatched = (spans: readonly DaySpan[], { clock }: EventRow): boolean =>
  spans.length === 0 || spans.some(({ first, last }) => clock / 24 >= first - 1 && clock / 24 < last + 2);

/** Days between two spans, in hours since `start`. */
const gapsOf = (spans: readonly DaySpan[], start: number): Span[] =>
  spans
    .slice(1)
    .map(({ first }, at) => ({
      from: 24 * ((spans[at] as DaySpan).last + 1) - start,
      to: 24 * first - start,
    }));

/**
 * Events from the first day on which both private and public exports watch to the last, stray dates left out; `undefined` without any
 * on either side.
 */
export const funnelEvents = (corpus: CorpusTables, zone: string): Promise<FunnelEvents | undefined> =>
  oncePerCorpus(corpus, `funnel events ${zone}`, () => readEvents(corpus, zone));

async function readEvents(corpus: CorpusTables, zone: string): Promise<FunnelEvents | undefined> {
  const { byStage, observedUntil } = await observationOf(corpus);
  const all = ((await corpus.query(EVENTS, { zone })).objects() as EventRow[]).filter((event) =>
    isWatched(byStage[event.type], event),
  );
  const firstDays = (['private', 'public'] as const).flatMap((type) => {
    const first = all.find((event) => event.type === type && !event.dayOnly);
    return first === undefined ? [] : [Math.floor(first.clock / 24)];
  });
  const last = all.at(-1);
  if (firstDays.length === 0 || last === undefined) return undefined;
  const start = 24 * Math.max(...firstDays);
  const [{ end }] = (await corpus.query(END, { zone })).objects() as [{ end: number | null }];
  const ends = (['private', 'public'] as const).flatMap((stage) =>
    observedUntil[stage] === null ? [] : [observedUntil[stage] / HOUR + last.offset],
  );
  const until = ends.length === 2 ? Math.min(...ends) : (end ?? last.clock),
    horizon = Math.max(until - start, 1e-6);
  const inWindow = all.filter(({ clock }) => clock >= start && clock <= start + horizon);
  const used = inWindow.filter((event) => !(event.type === 'public' && event.dayOnly));
  const press = pressWindow(byStage.press, start, horizon);
  const byDay = used.some((event) => event.type === 'press' && event.dayOnly);
  const exact = byDay ? used.filter(({ type }) => type !== 'press') : used;
  const typeNames = EVENT_TYPES.filter((type) => used.some((event) => event.type === type));
  return {
    counts: {
      private: countOf(used, 'private'),
      public: countOf(used, 'public'),
      press: countOf(used, 'press'),
    },
    events: {
      times: exact.map(({ clock }) => clock - start),
      types: exact.map(({ type }) => typeNames.indexOf(type)),
      horizonHours: horizon,
      typeNames,
    },
    ids: exact.map(({ id }) => id),
    counted: byDay
      ? [
          pressByDay(
            used.filter(({ type }) => type === 'press').map(({ clock }) => clock - start),
            press ?? { from: 0, to: horizon },
          ),
        ]
      : [],
    press,
    // 1 January 1970 was a Thursday: hour 72 of a week that begins on Monday
    startHourOfWeek: (((start + 72) % 168) + 168) % 168,
    start: start - last.offset,
    gaps: [...gapsOf(byStage.private, start), ...gapsOf(byStage.public, start)].filter(
      ({ from, to }) => to > 0 && from < horizon,
    ),
    dayOnly: inWindow.filter((event) => event.type === 'public' && event.dayOnly).length,
    before: all.filter(({ clock, type }) => type !== 'press' && (clock < start || clock > start + horizon))
      .length,
  };
}

const countOf = (events: readonly { readonly type: EventType }[], type: EventType): number =>
  events.reduce((n, event) => (event.type === type ? n + 1 : n), 0);

/** What press exports surely cover of the window. */
function pressWindow(spans: readonly DaySpan[], start: number, horizon: number): Span | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const from = Math.max(0, 24 * first.first - start),
    to = Math.min(horizon, 24 * (last.last + 1) - start);
  return to > from ? { from, to } : undefined;
}

function pressByDay(articles: readonly number[], { from, to }: Span): CountedType {
  const first = Math.floor(from / 24),
    days = Math.ceil(to / 24) - first;
  const edges = Array.from({ length: days + 1 }, (_, day) => Math.min((first + day) * 24, to));
  const counts = Array.from({ length: days }, () => 0);
  for (const hours of articles) {
    const day = Math.min(days - 1, Math.max(0, Math.floor(hours / 24 + 1e-9) - first));
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return { type: 'press', edges, counts };
}
