import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { terminalIo, withoutControls } from '../../src/cli/terminal.js';
import type { Progress } from '../../src/util/progress.js';

const open = (
  isTTY: boolean,
): { written: string[]; io: ReturnType<typeof terminalIo>; at: (ms: number) => void } => {
  const written: string[] = [];
  const stream = { isTTY, columns: 80, write: (text: string) => written.push(text) };
  let now = 0;
  const io = terminalIo({ stdout: stream, stderr: stream, env: {} } as unknown as NodeJS.Process, () => now);
  return { written, io, at: (ms) => (now = ms) };
};
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const rows = (done: number, item = 'avis.csv'): Progress => ({ task: 'reading', item, done, unit: 'rows' });

describe('the terminal', () => {
  it('never gets a control character from an export', () => {
    const { written, io } = open(true);
    const nasty = 'avis\u001b]0;titre\u0007\u009b31m\r\u0000\u202evsc.exe';
    io.out(nasty);
    io.err(nasty);
    io.progress(rows(3, `${nasty}\nligne`));
    expect(written).toHaveLength(3);
    // oxlint-disable-next-line no-control-regex -- these are the characters looked for
    for (const text of written)
      expect(text.replace(/^\r\u001b\[K|\n$/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(withoutControls('été\t1\n')).toBe('été\t1\n');
  });

  it('writes a line at the beginning of a task and every five seconds where nobody looks on', () => {
    const { written, io, at } = open(false);
    for (const [ms, done] of [
      [0, 0],
      [1000, 500],
      [4999, 2000],
      [5000, 2500],
      [9000, 4000],
    ] as const) {
      at(ms);
      io.progress(rows(done));
    }
    io.progress({ task: 'joining into cases', done: 0, total: 2, unit: 'parts' });
    expect(written).toEqual([
      'reading avis.csv: 0 rows\n',
      'reading avis.csv: 2,500 rows, 500 a second\n',
      '[------------------------] joining into cases: 0 of 2 parts\n',
    ]);
  });

  it('tells each item that lasts of a task that has few, and again, until another line takes its place', () => {
    const { written, io, at } = open(false);
    const measuring = (item: string, done: number): void =>
      io.progress({ task: 'measuring', item, done, total: 4, unit: 'metrics' });
    const wait = (from: number, to: number): void => {
      for (let ms = from; ms <= to; ms += 1000) {
        at(ms);
        vi.advanceTimersByTime(1000);
      }
    };
    measuring('messageVolume', 0);
    at(50);
    measuring('funnelCounts', 1);
    at(100);
    measuring('spillRate', 2);
    wait(1000, 12_000);
    io.err('warning');
    wait(13_000, 30_000);
    expect(written).toEqual([
      '[------------------------] measuring messageVolume: 0 of 4 metrics\n',
      '[############------------] measuring spillRate: 2 of 4 metrics\n',
      '[############------------] measuring spillRate, 6 s: 2 of 4 metrics, about 6 s left\n',
      '[############------------] measuring spillRate, 11 s: 2 of 4 metrics, about 11 s left\n',
      'warning\n',
    ]);
  });

  it('tells an item of many once it lasts two seconds', () => {
    const { written, io, at } = open(false);
    io.progress({ task: 'looking at', item: 'file 1', done: 0, unit: 'files' });
    at(200);
    io.progress({ task: 'looking at', item: 'file 2', done: 1, unit: 'files' });
    at(1500);
    vi.advanceTimersByTime(1000);
    at(2300);
    vi.advanceTimersByTime(1000);
    expect(written).toEqual(['looking at file 1\n', 'looking at file 2, 2 s: 1 files\n']);
  });

  it('draws over the line on a terminal, and takes it away before other text', () => {
    const { written, io, at } = open(true);
    io.progress(rows(1));
    at(50);
    io.progress(rows(2));
    at(150);
    io.progress(rows(3));
    io.out('done');
    expect(written).toEqual([
      '\r\u001b[Kreading avis.csv: 1 rows',
      '\r\u001b[Kreading avis.csv: 3 rows',
      '\r\u001b[K',
      'done\n',
    ]);
  });
});
