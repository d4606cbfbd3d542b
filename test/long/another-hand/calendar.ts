import type { Draw } from './draw.js';
import type { Life } from './life.js';
import { PRIVATE, PUBLIC, type HandMessage } from './message.js';
import { DAY, type Pause } from './rhythm.js';

/** What stops for days in a quarter: the staff, a source of the exports, a desk that is left for another. */
export interface Calendar {
  readonly pauses: readonly Pause[];
  /** Nothing of this channel is in the exports from one instant to the other. */
  readonly outage?: { readonly channel: HandMessage['channel']; readonly from: number; readonly to: number };
  /** When tickets move to another tool, those that are open with all that was said. */
  readonly movedAt?: number;
  /** When the exports of a source begin, later than the others. */
  readonly begins?: Readonly<Partial<Record<HandMessage['channel'], number>>>;
}

export function drawCalendar(draw: Draw, life: Life | undefined, start: number, end: number): Calendar {
  const comes = (share: number | undefined): boolean => share !== undefined && draw.chance(share);
  const days = (low: number, high: number): { from: number; to: number } => {
    const from = draw.between(start, end - high * DAY);
    return { from, to: from + draw.between(low, high) * DAY };
  };
  return {
    pauses: [
      ...(comes(life?.shut) ? [{ ...days(4, 12), speed: 0 }] : []),
      ...(comes(life?.strike) ? [{ ...days(5, 15), speed: draw.between(0.15, 0.4) }] : []),
    ],
    ...(comes(life?.outage)
      ? { outage: { channel: draw.pick([...PRIVATE, ...PUBLIC]), ...days(2, 8) } }
      : {}),
    ...(comes(life?.moved)
      ? { movedAt: draw.between(start + (end - start) / 4, end - (end - start) / 4) }
      : {}),
    ...(comes(life?.windows)
      ? {
          begins: Object.fromEntries(
            draw
              .shuffled(PUBLIC)
              .slice(0, 2)
              .map((channel) => [channel, start + draw.between(8, 25) * DAY]),
          ),
        }
      : {}),
  };
}

/** Whether no export holds a message, for its source was silent or is exported from later on. */
export const isLost = (
  { outage, begins }: Pick<Calendar, 'outage' | 'begins'>,
  { channel, at }: HandMessage,
): boolean =>
  at < (begins?.[channel] ?? -Infinity) ||
  (outage !== undefined && channel === outage.channel && at >= outage.from && at < outage.to);
