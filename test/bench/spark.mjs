/**
 * Comments (BENCH_ROWS, default 1 M) read on Spark by one executor of one core and by two, each pinned to a core of its own, which master,
 * driver and merge share: the whole command, and the reading alone, which is what Spark divides (with the start of Spark and of Node). Rows
 * are compared with a run on threads. BENCH_TIMES=1,4 reads so many times as many rows too. PYSPARK_PYTHON names a Python with pyspark.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCorpus } from '../../dist/index.js';
import { onSpark, onThreads } from '../../dist/shards/schedule-shards.js';
import { missing, python, startCluster } from '../spark/cluster.mjs';

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const TIMES = (process.env.BENCH_TIMES ?? '1').split(',').map(Number);
const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** Seconds of a whole build and of its reading. */
async function timed(csv, out, schedule) {
  let reading = 0;
  const started = performance.now();
  const corpus = await buildCorpus(csv, out, {
    key: KEY,
    async schedule(...asked) {
      const from = performance.now();
      const read = await schedule(...asked);
      reading += (performance.now() - from) / 1000;
      return read;
    },
  });
  const whole = (performance.now() - started) / 1000;
  const found = await corpus.query(
    'SELECT count(*)::DOUBLE AS n, bit_xor(hash(one))::VARCHAR AS hash FROM messages AS one',
  );
  corpus.close();
  return { whole, reading, rows: JSON.stringify(found.objects()) };
}

export async function bench() {
  if (missing !== undefined) return console.log(`no ${missing}`);
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-spark-bench-'));
  const first = {};
  try {
    for (const times of TIMES) {
      const csv = join(folder, `comments-${times}.csv`);
      execFileSync(process.execPath, [cli, 'simulate', '--comments', String(ROWS * times), '--out', csv], {
        stdio: 'ignore',
      });
      const threads = await timed(csv, join(folder, 'threads'), onThreads());
      rmSync(join(folder, 'threads'), { recursive: true });
      console.log(
        `${ROWS * times} comments on threads: ${threads.whole.toFixed(1)} s, reading ${threads.reading.toFixed(1)} s`,
      );
      let one;
      for (const executors of [1, 2]) {
        const scratch = join(folder, `cluster-${executors}`);
        mkdirSync(scratch);
        const cluster = await startCluster(scratch, { workers: executors, pinned: true });
        const spark = {
          master: cluster.master,
          python,
          settings: { 'spark.executor.memory': '512m', 'spark.driver.host': '127.0.0.1' },
        };
        const run = await timed(csv, join(folder, 'spark'), onSpark(spark));
        cluster.stop();
        rmSync(join(folder, 'spark'), { recursive: true });
        one ??= run;
        first[executors] ??= { ...run, times };
        const ratio = (of) => (one[of] / run[of]).toFixed(2);
        const grown = (of) => (run[of] / first[executors][of]).toFixed(2);
        console.log(
          `  ${executors} executor${executors > 1 ? 's' : ''}: ${run.whole.toFixed(1)} s (${ratio('whole')}×), reading ${run.reading.toFixed(1)} s (${ratio('reading')}×); ` +
            `rows ${run.rows === threads.rows ? 'equal' : 'DIFFER'}` +
            (times === first[executors].times
              ? ''
              : `; ${grown('whole')} times the whole for ${times / first[executors].times} times the rows`),
        );
      }
      rmSync(csv);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
