import { totalEffect } from '../../stats/hawkes/hawkes-model.js';
import { drawAt } from '../../stats/quantification/reading-errors.js';
import { zOf } from '../../stats/shares/interval.js';
import { normal } from '../../stats/variates.js';
import { seededRandom } from '../../util/random.js';
import type { ToldFigure } from '../basic/score-interval.js';
import type { ComplaintReading } from './complaint-reading.js';
import type { EventType } from './deversoir-events.js';

/**
 * An effect in truth, from the effect as read. Of complaints that follow only those read are seen, and of told sources some are none, which
 * nothing follows: recall of the one and precision of the other thin it out (draws of both: `complaintReading`). The value is the middle of
 * what they make of it; the upper bound is that of the drawn effects, each normal on the side of its bound as read. What other texts tell of the
 * reading may be wrong here, so that the lower bound stays as read; labels of these texts (`sure`) set it right too.
 *
 * @returns the same where nothing is known of the reading
 */
export function effectInTruth(
  { value, low, high }: ToldFigure,
  [from, to]: readonly [EventType, EventType],
  reading: Pick<ComplaintReading, 'private' | 'public'>,
  { level, seed, labelled = [] }: ReadOptions,
): ToldFigure {
  const errorsOf = (type: EventType): ComplaintReading['public'] =>
    type === 'press' ? undefined : reading[type];
  const found = errorsOf(to)?.recall,
    right = errorsOf(from)?.precision;
  const n = Math.min(found?.length ?? Infinity, right?.length ?? Infinity);
  if (!Number.isFinite(n)) return { value, low, high };
  const uniform = seededRandom(seed),
    seen = Array.from({ length: n }, (_, k) => (found?.[k] ?? 1) * (right?.[k] ?? 1));
  // by labels of all none is a complaint: nothing is left to correct
  if (!seen.every((share) => share > 0)) return { value, low, high };
  const drawn = (spread: number): number[] =>
    seen.map((share) => Math.max(0, value + spread * normal(uniform)) / share);
  const middle = value / drawAt(seen, 0.5),
    above = drawAt(drawn((high - value) / zOf(level)), (1 + level) / 2);
  const isSure = [from, to].every((type) => type === 'press' || labelled.includes(type));
  if (!isSure) return { value: middle, low, high: Math.max(high, middle, above) };
  const below = drawAt(drawn((value - low) / zOf(level)), (1 - level) / 2);
  return { value: middle, low: Math.min(middle, below), high: Math.max(middle, above) };
}

interface ReadOptions {
  readonly level: number;
  readonly seed: number;
  /** Sides of which labels tell the reading. */
  readonly labelled?: readonly EventType[];
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

/** Effects in truth; rows that allow for reading already stay. */
export function rowsInTruth<R extends EffectRow>(
  rows: readonly R[],
  isInTruth: (row: R) => boolean,
  reading: Pick<ComplaintReading, 'private' | 'public'>,
  options: ReadOptions,
): R[] {
  const corrected = rows.map((row): R => {
    if (isInTruth(row) || row.high === null) return row;
    const between = [row.from as EventType, row.to as EventType] as const;
    const { value, low, high } = effectInTruth(
      { value: row.value, low: row.low ?? 0, high: row.high },
      between,
      reading,
      options,
    );
    return {
      ...row,
      value,
      low: row.low === null ? null : low,
      high,
      stdErr: (high - low) / (2 * zOf(options.level)),
    };
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
