import { totalEffect } from '../../stats/hawkes/hawkes-model.js';
import { drawAt } from '../../stats/quantification/reading-errors.js';
import { zOf } from '../../stats/shares/interval.js';
import { normal } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import type { ComplaintReading } from './complaint-reading.js';
import type { EventType } from './deversoir-events.js';

/** An effect of one kind of events on another, as read or as it is. */
export interface Effect {
  readonly value: number;
  readonly high: number;
}

/**
 * An effect in truth, from the effect as read. Of complaints that follow only those read are seen, and of told sources some are none, which
 * nothing follows: recall of the one and precision of the other thin it out (draws of both: `complaintReading`). The value is the middle of
 * what they make of it; the upper bound is that of the drawn effects, each normal on the side of its bound as read.
 *
 * @returns the same where nothing is known of the reading
 */
export function effectInTruth(
  { value, high }: Effect,
  [from, to]: readonly [EventType, EventType],
  reading: Pick<ComplaintReading, 'private' | 'public'>,
  { level, seed }: { readonly level: number; readonly seed: number },
): Effect {
  const errorsOf = (type: EventType): ComplaintReading['public'] =>
    type === 'press' ? undefined : reading[type];
  const found = errorsOf(to)?.recall,
    right = errorsOf(from)?.precision;
  const n = Math.min(found?.length ?? Infinity, right?.length ?? Infinity);
  if (!Number.isFinite(n)) return { value, high };
  const uniform = seededRandom(seed),
    spread = (high - value) / zOf(level);
  const seen = Array.from({ length: n }, (_, k) => (found?.[k] ?? 1) * (right?.[k] ?? 1)),
    drawn = seen.map((share) => Math.max(0, value + spread * normal(uniform)) / share);
  const middle = value / drawAt(seen, 0.5);
  return { value: middle, high: Math.max(high, middle, drawAt(drawn, (1 + level) / 2)) };
}

interface EffectRow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly stdErr: number | null;
  readonly totalEffect: number | null;
}

/** Effects in truth; lower bounds, which are as read, and rows that allow for reading already stay. */
export function rowsInTruth<R extends EffectRow>(
  rows: readonly R[],
  isInTruth: (row: R) => boolean,
  reading: ComplaintReading,
  options: { readonly level: number; readonly seed: number },
): R[] {
  const corrected = rows.map((row): R => {
    if (isInTruth(row) || row.high === null) return row;
    const between = [row.from as EventType, row.to as EventType] as const;
    const { value, high } = effectInTruth({ value: row.value, high: row.high }, between, reading, options);
    return { ...row, value, high, stdErr: (high - (row.low ?? 0)) / (2 * zOf(options.level)) };
  });
  const names = [...new Set(rows.map(({ from }) => from))];
  const valueOf = (from: string, to: string): number =>
    corrected.find((row) => row.from === from && row.to === to)?.value ?? 0;
  const effect = totalEffect(names.map((to) => names.map((from) => valueOf(from, to))));
  return corrected.map((row) => ({
    ...row,
    totalEffect: effect?.[names.indexOf(row.to)]?.[names.indexOf(row.from)] ?? null,
  }));
}
