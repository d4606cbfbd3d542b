import type { Manifest, Metric } from '../../model/index.js';
import { dateOf, numberOrNull, rowsOf, type Row } from './reading.js';
import type { Words } from './words.js';

const DAY = 86_400_000;
/** Dates out of all windows are set apart while so few messages bear one: reviews here and there over years are a period of their own. */
const APART_SHARE = 0.01,
  APART_COUNT = 2;

export interface SpanSeen {
  /** The manifest, from the first to the last message in the windows of observation. */
  readonly manifest: Manifest;
  /** Days out of them, and the messages that bear them. */
  readonly apart: readonly Date[];
  readonly messages: number;
}

const sumOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + (numberOrNull(row, 'messages') ?? 0), 0);

/** The time that a report covers: one date of 2034 among thousands stretches no title. */
export function spanSeen(manifest: Manifest, observationWindows: Metric | undefined): SpanSeen {
  const { firstAt, lastAt } = manifest;
  const whole = { manifest, apart: [], messages: 0 };
  const rows = rowsOf(observationWindows);
  const windows = rows.filter((row) => row['kind'] === 'window');
  if (firstAt === null || lastAt === null || windows.length === 0) return whole;
  const edges = (column: string): number[] => windows.flatMap((row) => dateOf(row, column)?.getTime() ?? []);
  const first = Math.min(...edges('from')),
    last = Math.max(...edges('to')) - 1;
  const out = rows.filter((row) => {
    const day = dateOf(row, 'from')?.getTime() ?? first;
    return row['kind'] === 'stray' && (day < first || day > last);
  });
  const messages = sumOf(out);
  if (messages === 0 || messages > Math.max(APART_COUNT, APART_SHARE * sumOf(windows))) return whole;
  const [from, to] = [Math.max(first, Date.parse(firstAt)), Math.min(last, Date.parse(lastAt))];
  return {
    manifest: { ...manifest, firstAt: new Date(from).toISOString(), lastAt: new Date(to).toISOString() },
    apart: [...new Set(out.flatMap((row) => dateOf(row, 'from')?.getTime() ?? []))]
      .toSorted((a, b) => a - b)
      .map((day) => new Date(day + DAY / 2)),
    messages,
  };
}

/** What the reader is told of the dates set apart. */
export function apartLines({ apart, messages }: SpanSeen, words: Words): string[] {
  if (messages === 0) return [];
  const named = words.list(apart.slice(0, 3).map((day) => words.date(day)));
  const days = apart.length > 3 ? words.say(`dont ${named}`, `among them ${named}`) : named;
  return [
    words.say(
      `${words.count(messages, ['message porte', 'messages portent'], ['', ''])} une date éloignée de toutes les autres (${days}) : hors de la période du titre.`,
      `${words.count(messages, ['', ''], ['message has', 'messages have'])} a date far from all others (${days}): out of the period of the title.`,
    ),
  ];
}
