import { runCli } from '../../src/cli/run.js';

/** Runs a command in this process, with a key: what it printed on both streams, and its exit code. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [],
    err: string[] = [];
  const code = await runCli(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    progress: () => {},
    env: { DEVERSOIR_KEY: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
