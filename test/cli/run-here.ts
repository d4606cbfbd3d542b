import { runCli } from '../../src/cli/run.js';
import type { Progress } from '../../src/util/progress.js';

/** Runs a command in this process, with a key: what it printed on both streams, its exit code, and what it told of its progress. */
export async function run(
  ...args: string[]
): Promise<{ code: number; out: string; err: string; told: Progress[] }> {
  const out: string[] = [],
    err: string[] = [],
    told: Progress[] = [];
  const code = await runCli(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    progress: (progress) => told.push(progress),
    env: { DEVERSOIR_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
  });
  return { code, out: out.join('\n'), err: err.join('\n'), told };
}
