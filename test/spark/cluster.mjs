import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** Python that the tests give Spark. */
export const python = process.env['PYSPARK_PYTHON'] ?? 'python3';

const HOME = 'import os, pyspark, pyarrow, pandas; print(os.path.dirname(pyspark.__file__))';
const found = spawnSync(python, ['-c', HOME], { encoding: 'utf8' });
const home = found.status === 0 ? found.stdout.trim() : undefined;

/** What Spark needs and is not here; `undefined`: all is here. */
export const missing =
  home === undefined
    ? `pyspark, pyarrow or pandas for ${python} (PYSPARK_PYTHON names another)`
    : spawnSync('java', ['-version']).status === 0
      ? undefined
      : 'Java 17';

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a standalone master and workers of one core on this machine, each pinned to one where they are asked to be. */
export async function startCluster(folder, { workers = 2, pinned = false } = {}) {
  const port = await freePort();
  const master = `spark://127.0.0.1:${port}`;
  const started = [];
  const start = (core, ...args) => {
    const [command, ...before] = [
      ...(core === undefined ? [] : ['taskset', '-c', String(core)]),
      join(home ?? '', 'bin/spark-class'),
    ];
    const child = spawn(command, [...before, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        SPARK_DAEMON_MEMORY: '256m',
        SPARK_LOCAL_IP: '127.0.0.1',
        PYSPARK_PYTHON: python,
      },
    });
    started.push(child);
    return child;
  };
  const says = (child, words) =>
    new Promise((resolve, reject) => {
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (piece) => {
        said = (said + piece).slice(-5000);
        if (words.test(said)) resolve();
      });
      child.once('exit', (code) => reject(new Error(`Spark ended with code ${code}: ${said.slice(-500)}`)));
    });
  const own = ['--host', '127.0.0.1', '--webui-port', '0'];
  await says(
    start(undefined, 'org.apache.spark.deploy.master.Master', ...own, '--port', String(port)),
    /New state: ALIVE|Starting Spark master/,
  );
  await Promise.all(
    Array.from({ length: workers }, (_, at) =>
      says(
        start(
          pinned ? at % cpus().length : undefined,
          'org.apache.spark.deploy.worker.Worker',
          ...own,
          '--cores',
          '1',
          '--memory',
          '1g',
          '--work-dir',
          join(folder, `worker-${at}`),
          master,
        ),
        /Successfully registered with master/,
      ),
    ),
  );
  return { master, stop: () => started.forEach((child) => child.kill('SIGTERM')) };
}
