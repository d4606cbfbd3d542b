/**
 * Comments (BENCH_ROWS, default 1 M) read on Spark by one executor of one core and by two, each pinned to a core of its own, which master,
 * driver and merge share: the whole command, and the reading alone, which is what Spark divides (with the start of Spark and of Node). Rows
 * are compared with a run on threads. BENCH_TIMES=1,4 reads so many times as many rows too. PYSPARK_PYTHON names a Python with pyspark.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCorpus } from '../../dist/index.js';
import { onSpark, onThreads } from '../../dist/shards/schedule-shards.js';

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const python = process.env.PYSPARK_PYTHON ?? 'python3';
const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const TIMES = (process.env.BENCH_TIMES ?? '1').split(',').map(Number);
const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A standalone master, and workers of one core, each pinned to one. */
async function startCluster(workers, folder) {
  const home = execFileSync(python, ['-c', 'import os, pyspark; print(os.path.dirname(pyspark.__file__))'], {
    encoding: 'utf8',
  }).trim();
  const children = [];
  const start = (command, args, words) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env,
          SPARK_DAEMON_MEMORY: '256m',
          SPARK_LOCAL_IP: '127.0.0.1',
          PYSPARK_PYTHON: python,
        },
      });
      children.push(child);
      child.stderr.setEncoding('utf8').on('data', (piece) => words.test(piece) && resolve());
      child.once('exit', (code) => reject(new Error(`Spark ended with code ${code}`)));
    });
  const own = ['--host', '127.0.0.1', '--webui-port', '0'],
    port = await freePort(),
    master = `spark://127.0.0.1:${port}`,
    sparkClass = join(home, 'bin/spark-class');
  await start(
    sparkClass,
    ['org.apache.spark.deploy.master.Master', ...own, '--port', String(port)],
    /New state: ALIVE/,
  );
  for (let at = 0; at < workers; at++)
    await start(
      'taskset',
      [
        '-c',
        String(at % cpus().length),
        sparkClass,
        'org.apache.spark.deploy.worker.Worker',
        ...own,
        '--cores',
        '1',
        '--memory',
        '1g',
        '--work-dir',
        join(folder, `worker-${at}`),
        master,
      ],
      /Successfully registered with master/,
    );
  return { master, stop: () => children.forEach((child) => child.kill('SIGTERM')) };
}

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
        const cluster = await startCluster(executors, scratch);
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
