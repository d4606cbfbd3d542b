import { notMeasured, type NotMeasured } from '../measured.js';
import { countsOf } from './hawkes-memory.js';
import type { EventSequence } from './hawkes-model.js';

/** Why these events can't be fitted, if so. */
export function cannotFit(events: EventSequence, typeNames: readonly string[]): NotMeasured | undefined {
  if (events.count === 0) return notMeasured('no-observations');
  if (!(events.horizon > 0)) return notMeasured('no-window');
  const empty = countsOf(events).indexOf(0);
  if (empty >= 0) return notMeasured('no-events', typeNames[empty]);
  const late = typeNames.findIndex(
    (_, i) => (events.times[events.types.indexOf(i)] as number) >= events.horizon,
  );
  if (late >= 0) return notMeasured('too-few', typeNames[late]);
  if (events.times[0] === events.times[events.count - 1])
    return notMeasured('equal-times', String(events.count));
  if (events.count < MIN_EVENTS) return notMeasured('too-few', `${events.count} < ${MIN_EVENTS}`);
  return undefined;
}

/** Fewer events than this can't tell a baseline from an answer to it. */
const MIN_EVENTS = 10;
