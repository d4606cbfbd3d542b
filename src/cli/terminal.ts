import type { CliIo } from './run.js';

/** Shortest time between two lines of progress where there is no terminal, in milliseconds. */
const PLAIN_EVERY = 5000;
const TERMINAL_EVERY = 100;
const BAR = 24;

/** The bar of a progress line: `[#####-----]`, or a count where the total is not known. */
export function progressLine(label: string, done: number, total: number): string {
  const count = done.toLocaleString('en-US');
  if (total <= 0) return `${label}: ${count} rows`;
  const filled = Math.round((BAR * Math.min(done, total)) / total);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${label}: ${count} of ${total.toLocaleString('en-US')}`;
}

/**
 * A line without control characters: what an export holds can't move the cursor, change colours or write to the clipboard.
 *
 * @example
 * withoutControls('a\u001b[31m\u009bb\tc')
 * // → 'a�[31m�b\tc'
 */
export const withoutControls = (line: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the characters to take out
  line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');

/** Console and environment of the process, as the commands see them. */
export function terminalIo(process: NodeJS.Process): CliIo {
  const { stderr, stdout } = process;
  let lastAt = 0;
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
    progress(label, done, total) {
      const now = performance.now();
      if (now - lastAt < (stderr.isTTY ? TERMINAL_EVERY : PLAIN_EVERY)) return;
      lastAt = now;
      const line = progressLine(withoutControls(label.replaceAll('\n', ' ')), done, total);
      if (stderr.isTTY) stderr.write(`\r\u001B[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
      else stderr.write(`${line}\n`);
      drawn = stderr.isTTY === true;
    },
    env: process.env,
  };
}
