/** Ingest and enrichment of generated comments, as a process of its own so that its peak memory is its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);

const HOOK = `const started = performance.now();
if (require('node:worker_threads').isMainThread) process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_OUT,
  JSON.stringify({ seconds: (performance.now() - started) / 1000, cpu: (process.cpuUsage().user + process.cpuUsage().system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 })));`;

/** Wall and CPU seconds and peak resident memory of a node process. */
function timed(args) {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-bench-hook-'));
  const hook = join(folder, 'hook.cjs');
  writeFileSync(hook, HOOK);
  const out = join(folder, 'out.json');
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, BENCH_OUT: out },
  });
  if (status !== 0) throw new Error(stderr);
  const measured = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(folder, { recursive: true });
  return measured;
}

async function duckdbCopy(csv, parquet) {
  const script = `const { DuckDBInstance } = await import('@duckdb/node-api'); const c = await (await DuckDBInstance.create()).connect(); await c.run("COPY (SELECT * FROM read_csv('${csv}')) TO '${parquet}' (FORMAT parquet)");`;
  return timed(['--input-type=module', '-e', script]);
}

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-bench-'));
  for (const rows of process.env.BENCH_MEMORY ? [ROWS, ROWS * 3] : [ROWS]) {
    const csv = join(folder, `comments-${rows}.csv`);
    execFileSync(process.execPath, [cli, 'simulate', '--comments', String(rows), '--out', csv], {
      stdio: 'ignore',
    });
    const copy = await duckdbCopy(csv, join(folder, 'copy.parquet'));
    const ingest = timed([
      cli,
      'ingest',
      csv,
      '--key',
      '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      '--out',
      join(folder, `corpus-${rows}`),
    ]);
    console.log(
      `${rows} comments (${(statSync(csv).size / 1e6).toFixed(0)} MB): ingest + enrichment + cases ${ingest.seconds.toFixed(1)} s, ${ingest.cpu.toFixed(1)} CPU s, ${(rows / ingest.seconds).toFixed(0)} rows/s, peak ${ingest.peakMb.toFixed(0)} MB`,
    );
    console.log(
      `  baseline: DuckDB CSV → Parquet ${copy.seconds.toFixed(2)} s, ${copy.cpu.toFixed(2)} CPU s; ratio ${(ingest.seconds / copy.seconds).toFixed(1)}×, of CPU seconds ${(ingest.cpu / copy.cpu).toFixed(1)}×`,
    );
    rmSync(csv);
  }
  rmSync(folder, { recursive: true });
}
