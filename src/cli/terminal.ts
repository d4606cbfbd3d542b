import type { Progress } from '../util/progress.js';
import { tellProgress } from '../util/progress.js';
import type { CliIo } from './run.js';

/** Shortest time between two lines of progress where there is no terminal, in milliseconds. */
const PLAIN_EVERY = 5000;
const TERMINAL_EVERY = 100;
/** How often is looked whether something is to be told again. */
const LOOK_EVERY = 250;
/** How long an item lasts before it is told by itself: one of few, one of many. */
const FEW_LAST = 250;
const MANY_LAST = 2000;
/** Units of which a task has few: each that lasts is told. */
const FEW: ReadonlySet<Progress['unit']> = new Set(['metrics', 'steps', 'parts', 'files']);

/**
 * A line without control characters: what an export holds can't move the cursor, change colours, write to the clipboard or turn the
 * direction of what is read around.
 *
 * @example
 * withoutControls('a\u001b[31m\u009bb\tc')
 * // → 'a�[31m�b\tc'
 */
export const withoutControls = (line: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the characters to take out
  line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

/**
 * Console and environment of the process, as the commands see them; `now` gives milliseconds. Work of which nothing new is heard is told again
 * with the time that it has taken, until another line takes its place.
 */
export function terminalIo(process: NodeJS.Process, now: () => number): CliIo {
  const { stderr, stdout } = process;
  const every = stderr.isTTY ? TERMINAL_EVERY : PLAIN_EVERY;
  const betweenFew = stderr.isTTY ? 0 : PLAIN_EVERY / 5;
  let lastAt = 0;
  let task = { name: '', since: 0 },
    item: { name: string | undefined; since: number; lasts: number } = { name: '', since: 0, lasts: 0 };
  let current: Progress | undefined;
  let inWords = (line: string): string => line;
  let looking: NodeJS.Timeout | undefined;
  let drawn = false;
  const draw = (progress: Progress, at: number): void => {
    lastAt = at;
    const told = tellProgress(progress, (at - task.since) / 1000, (at - item.since) / 1000);
    const line = withoutControls(inWords(told.replaceAll('\n', ' ')));
    if (stderr.isTTY) stderr.write(`\r\u001B[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    else stderr.write(`${line}\n`);
    drawn = stderr.isTTY === true;
  };
  const look = (): void => {
    const at = now();
    const isUntold = lastAt < item.since && at - item.since >= item.lasts;
    if (current !== undefined && (isUntold || at - lastAt >= every)) draw(current, at);
  };
  const clear = (): void => {
    clearInterval(looking);
    looking = undefined;
    if (drawn) stderr.write('\r\u001B[K');
    drawn = false;
  };
  return {
    out: (line) => {
      clear();
      stdout.write(`${withoutControls(line)}\n`);
    },
    err: (line) => {
      clear();
      stderr.write(`${withoutControls(line)}\n`);
    },
    progress(progress, reworded = (line) => line) {
      inWords = reworded;
      const at = now();
      const begins = progress.task !== task.name;
      if (begins) task = { name: progress.task, since: at };
      const isOneOfFew = progress.total !== undefined && FEW.has(progress.unit);
      const name = isOneOfFew ? `${progress.done} ${progress.item}` : progress.item;
      const isNext = begins || name !== item.name;
      if (isNext) item = { name, since: at, lasts: isOneOfFew ? FEW_LAST : MANY_LAST };
      current = progress;
      looking ??= setInterval(look, LOOK_EVERY).unref();
      if (begins || at - lastAt >= (isNext && isOneOfFew ? betweenFew : every)) draw(progress, at);
    },
    env: process.env,
  };
}
