import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { CountedType } from '../../stats/hawkes/hawkes-counts.js';
import type { HawkesEvents } from '../../stats/hawkes/hawkes-model.js';

export const EVENT_TYPES = ['private', 'public', 'press'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The three kinds of events of the déversoir on one clock: hours since a local midnight. */
export interface FunnelEvents {
  readonly counts: Readonly<Record<EventType, number>>;
  /** Types with at least one event, with their exact times. */
  readonly events: HawkesEvents;
  /** The press, where some articles have only a day. */
  readonly counted: readonly CountedType[];
  readonly startHourOfWeek: number;
  /** Public complaints with only a day, which no clock can place; events before the window of both sides. */
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
    SELECT 'public', min_by(message.sentAt, (message.dayOnly, message.sentAt)), bool_and(message.dayOnly), link.caseId
    FROM caseMessages AS link JOIN main.messages AS message ON message.messageId = link.messageId
    WHERE message.stage = 'public' AND message.direction = 'inbound' AND message.speech = 'own' AND list_contains(message.intents, 'complaint') AND message.sentAt IS NOT NULL
    GROUP BY link.caseId
    UNION ALL
    SELECT 'press', sentAt, dayOnly, messageId FROM messages WHERE stage = 'press' AND speech = 'own' AND sentAt IS NOT NULL),
  local AS (SELECT *, timezone($zone, timezone('UTC', instant)) AS clock FROM event),
  opening AS (SELECT max(first) AS firstDay FROM (SELECT type, min(date_trunc('day', clock)) AS first FROM local WHERE type <> 'press' AND NOT dayOnly GROUP BY type))
SELECT type, dayOnly, (epoch_ms(clock) - epoch_ms(firstDay)) / 3600000.0 AS hours, CAST(isodow(firstDay) AS DOUBLE) AS weekday, epoch_ms(firstDay) / 3600000.0 AS start
FROM local, opening WHERE firstDay IS NOT NULL ORDER BY hours, type, id`;

const END = `SELECT max(epoch_ms(timezone($zone, timezone('UTC', observedUntil)))) / 3600000.0 AS "end",
    (SELECT max(epoch_ms(timezone($zone, timezone('UTC', sentAt)))) / 3600000.0 FROM messages) AS last FROM cases`;

interface EventRow {
  readonly type: EventType;
  readonly dayOnly: boolean;
  readonly hours: number;
  readonly weekday: number;
  readonly start: number;
}

/** Events from the first day on which both private and public exports speak, to the end of the exports; `undefined` without any. */
export async function funnelEvents(corpus: CorpusTables, zone: string): Promise<FunnelEvents | undefined> {
  const all = (await corpus.query(EVENTS, { zone })).objects() as EventRow[];
  const [first] = all;
  if (first === undefined) return undefined;
  const before = all.filter(({ hours, type }) => hours < 0 && type !== 'press').length;
  const dayOnly = all.filter((event) => event.type === 'public' && event.dayOnly).length;
  const used = all.filter((event) => event.hours >= 0 && !(event.type === 'public' && event.dayOnly));
  const horizon = await horizonOf(corpus, zone, first.start, used);
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
      times: exact.map(({ hours }) => hours),
      types: exact.map(({ type }) => typeNames.indexOf(type)),
      horizonHours: horizon,
      typeNames,
    },
    counted: byDay
      ? [
          pressByDay(
            used.filter(({ type }) => type === 'press'),
            horizon,
          ),
        ]
      : [],
    startHourOfWeek: (first.weekday - 1) * 24,
    dayOnly,
    before,
  };
}

const countOf = (events: readonly EventRow[], type: EventType): number =>
  events.filter((event) => event.type === type).length;

/** Hours from the first day to the end of the exports, past every event. */
async function horizonOf(
  corpus: CorpusTables,
  zone: string,
  start: number,
  used: readonly EventRow[],
): Promise<number> {
  const [{ end, last }] = (await corpus.query(END, { zone })).objects() as [
    { end: number | null; last: number | null },
  ];
  return Math.max((end ?? last ?? start) - start, ...used.slice(-1).map(({ hours }) => hours + 1e-6));
}

function pressByDay(articles: readonly EventRow[], horizon: number): CountedType {
  const days = Math.ceil(horizon / 24);
  const edges = Array.from({ length: days + 1 }, (_, day) => Math.min(day * 24, horizon));
  const counts = Array.from({ length: days }, () => 0);
  for (const { hours } of articles) {
    const day = Math.min(days - 1, Math.floor(hours / 24 + 1e-9));
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return { type: 'press', edges, counts };
}
