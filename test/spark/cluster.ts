import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
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

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export interface Cluster {
  readonly master: string;
  stop(): void;
}

/** Starts a standalone master and two workers of one core on this machine. */
export async function startCluster(folder: string): Promise<Cluster> {
  const [port, workers] = [await freePort(), 2];
  const master = `spark://127.0.0.1:${port}`;
  const started: ChildProcess[] = [];
  const start = (...args: readonly string[]): ChildProcess => {
    const child = spawn(join(home ?? '', 'bin/spark-class'), args, {
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
  const says = (child: ChildProcess, words: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
        said = (said + piece).slice(-5000);
        if (words.test(said)) resolve();
      });
      child.once('exit', (code) => reject(new Error(`Spark ended with code ${code}: ${said.slice(-500)}`)));
    });
  const own = ['--host', '127.0.0.1', '--webui-port', '0'];
  await says(
    start('org.apache.spark.deploy.master.Master', ...own, '--port', String(port)),
    /New state: ALIVE|Starting Spark master/,
  );
  await Promise.all(
    Array.from({ length: workers }, (_, at) =>
      says(
        start(
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
