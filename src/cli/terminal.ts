import type { Progress } from '../util/progress.js';
import { tellProgress } from '../util/progress.js';
import type { CliIo } from './run.js';

/** Shortest time between two lines of progress where there is no terminal, in milliseconds. */
const PLAIN_EVERY = 5000;
const TERMINAL_EVERY = 100;

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

/** Console and environment of the process, as the commands see them; `now` gives milliseconds. */
export function terminalIo(process: NodeJS.Process, now: () => number): CliIo {
  const { stderr, stdout } = process;
  const every = stderr.isTTY ? TERMINAL_EVERY : PLAIN_EVERY;
  let lastAt = 0;
  let task = { name: '', since: 0 },
    item: { name: string | undefined; since: number } = { name: undefined, since: 0 };
  let drawn = false;
  const clear = (): void => {
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
    progress(progress: Progress) {
      const at = now();
      const begins = progress.task !== task.name;
      if (begins) task = { name: progress.task, since: at };
      if (begins || progress.item !== item.name) item = { name: progress.item, since: at };
      if (!begins && at - lastAt < every) return;
      lastAt = at;
      const told = tellProgress(progress, (at - task.since) / 1000, (at - item.since) / 1000);
      const line = withoutControls(told.replaceAll('\n', ' '));
      if (stderr.isTTY) stderr.write(`\r\u001B[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
      else stderr.write(`${line}\n`);
      drawn = stderr.isTTY === true;
    },
    env: process.env,
  };
}
