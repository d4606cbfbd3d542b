import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeversoirError } from '../../util/errors.js';

/** Where Spark runs, and what its workers find there. */
export interface SparkOptions {
  /** `spark://HOST:PORT`, `yarn`, `k8s://…` or `local[N]`. */
  readonly master: string;
  /** Python with pyspark, pyarrow and pandas; default: `PYSPARK_PYTHON`, else `python3`. */
  readonly python?: string;
  /** Node of the workers; default: the path of this one. */
  readonly node?: string;
  /** Folder of the package `deversoir` on the workers; default: where this one is. */
  readonly package?: string;
  /** Settings of Spark, such as `spark.executor.memory`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** What the driver is told; `entry` is the module, in `dist` of the package, that answers a line of JSON a shard. */
export interface SparkJob<Shard> {
  readonly entry: string;
  readonly options: { readonly folder: string };
  readonly shards: readonly Shard[];
}

const DRIVER = fileURLToPath(new URL('driver.py', import.meta.url));
const DIST = fileURLToPath(new URL('../..', import.meta.url));
const LAST_WORDS = 2000;

/** Runs Python; gives its exit code and the end of what it said. */
function runPython(python: string, args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr
      .setEncoding('utf8')
      .on('data', (piece: string) => (said = (said + piece).slice(-LAST_WORDS)));
    child.once('error', (cause) =>
      reject(
        new DeversoirError('peer-missing', `no Python "${python}"`, {
          hint: 'name one that has pyspark, pyarrow and pandas, with --python or PYSPARK_PYTHON',
          cause,
        }),
      ),
    );
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** Why the driver ended without results, and what to do. */
function failure(said: string): DeversoirError {
  const found = /No module named '(pyspark|pyarrow|pandas)|(Pandas)[^;]*must be installed/.exec(said);
  const missing = found?.[1] ?? found?.[2]?.toLowerCase();
  if (missing !== undefined)
    return new DeversoirError('peer-missing', `this Python has no ${missing}`, {
      hint: 'pip install pyspark pyarrow pandas, or name another Python with --python',
    });
  if (/JAVA_HOME is not set|JAVA_GATEWAY_EXITED|Unable to locate a Java/i.test(said))
    return new DeversoirError('peer-missing', 'Spark found no Java', { hint: 'install Java 17 or later' });
  const last = said.trim().split('\n').at(-1) ?? '';
  return new DeversoirError('internal', `Spark ended without results: ${last.slice(0, 500)}`, {
    hint: 'see the log of the master and of its executors',
  });
}

/**
 * Has shards read by a Spark cluster, one a task, and gives what was read of each, in their order. `folder` of the options must be one
 * folder for the driver and all workers. Throws `peer-missing` without Python, pyspark or Java, `input-unreadable` when a shard could not be
 * read, with its files.
 */
export async function runOnSpark<Shard, Read>(
  { entry, options, shards }: SparkJob<Shard>,
  spark: SparkOptions,
): Promise<readonly Read[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'deversoir-spark-'));
  const [job, results] = [join(scratch, 'job.json'), join(scratch, 'results.json')];
  try {
    writeFileSync(
      job,
      JSON.stringify({
        id: basename(scratch),
        master: spark.master,
        settings: spark.settings ?? {},
        node: spark.node ?? process.execPath,
        entry: spark.package === undefined ? join(DIST, entry) : join(spark.package, 'dist', entry),
        options,
        shards,
      }),
      { mode: 0o600 },
    );
    const python = spark.python ?? process.env['PYSPARK_PYTHON'] ?? 'python3';
    const { code, said } = await runPython(python, [DRIVER, job, results]);
    if (code !== 0) throw failure(said);
    const told = JSON.parse(readFileSync(results, 'utf8')) as { errors: string[]; results: Read[] };
    if (told.errors.length > 0)
      throw new DeversoirError(
        'input-unreadable',
        `${told.errors.length} of ${shards.length} shards were not read; ${told.errors[0] ?? ''}`,
        { hint: 'nothing was written' },
      );
    return told.results;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
