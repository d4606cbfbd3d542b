/** What a long work is doing. The work has no clock: who shows it tells rate and time left (`tellProgress`). */
export interface Progress {
  /** What is done now, e.g. `reading`, `measuring`; one name for as long as it lasts. */
  readonly task: string;
  /** The file, metric or part in hand. */
  readonly item?: string;
  /** Units done of this task, and how many there are where that is known. */
  readonly done: number;
  readonly total?: number;
  readonly unit: 'rows' | 'messages' | 'cases' | 'metrics' | 'parts' | 'files' | 'texts' | 'steps';
  /** Part of `item` that is done, 0 to 1, where that is known and the total is not. */
  readonly share?: number;
}

export type OnProgress = (progress: Progress) => void;

/**
 * Progress that a signal stops: at the first step after its abort, `signal.reason` is thrown.
 */
export function stoppedBy(signal: AbortSignal, onProgress: OnProgress | undefined): OnProgress {
  signal.throwIfAborted();
  return (progress) => {
    signal.throwIfAborted();
    onProgress?.(progress);
  };
}

/** Seconds of a task before its time, its rate and what is left are told: sooner they mean nothing. */
const TOLD_AFTER = 2;
const BAR = 24;
/** Units of one size, so that so many a second says something. */
const RATED: ReadonlySet<Progress['unit']> = new Set(['rows', 'messages', 'cases', 'texts']);

const inWords = (count: number): string => Math.round(count).toLocaleString('en-US');

/** `45 s`, `3 min`, `2 h 05`. */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}

const bar = (part: number): string => {
  const filled = Math.round(BAR * Math.min(1, Math.max(0, part)));
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] `;
};

/**
 * One line of progress, `seconds` after its task began and `itemSeconds` after its item did: what, how long it
 * has taken or so many a second, how much of how much, and what is left where that can be known.
 *
 * @example
 * tellProgress({ task: 'measuring', item: 'spillRate', done: 12, total: 48, unit: 'metrics' }, 10, 4)
 * // → '[######------------------] measuring spillRate, 4 s: 12 of 48 metrics, about 30 s left'
 */
export function tellProgress(
  { task, item, done, total, unit, share }: Progress,
  seconds: number,
  itemSeconds = seconds,
): string {
  const part = total === undefined ? share : total > 0 ? done / total : undefined;
  const spent = total === undefined ? itemSeconds : seconds;
  const left =
    part === undefined || part <= 0 || spent < TOLD_AFTER ? undefined : (spent * (1 - part)) / part;
  const isRated = RATED.has(unit) && done > 0;
  const rate = isRated && seconds >= TOLD_AFTER ? done / seconds : undefined;
  const taken = !isRated && itemSeconds >= TOLD_AFTER ? `, ${duration(itemSeconds)}` : '';
  const title = `${task}${item === undefined ? '' : ` ${item}`}${taken}`;
  const counts =
    total === undefined
      ? done > 0 || RATED.has(unit)
        ? `: ${inWords(done)} ${unit}`
        : ''
      : `: ${inWords(done)} of ${inWords(total)} ${unit}`;
  return [
    `${part === undefined ? '' : bar(part)}${title}${counts}`,
    ...(rate === undefined ? [] : [`${inWords(rate)} a second`]),
    ...(left === undefined
      ? []
      : [`about ${duration(left)} left${total === undefined && item !== undefined ? ' of this file' : ''}`]),
  ].join(', ');
}
