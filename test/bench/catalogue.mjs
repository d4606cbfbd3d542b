/**
 * The full catalogue over enriched messages (BENCH_MESSAGES, default 100,000), as a ratio to one full scan of the same messages by DuckDB:
 * a hash of every row. The corpus is a demo's, copied with other people, cases and weeks.
 */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { buildCorpus, measure, openCorpus } from '../../dist/index.js';

const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 100_000);
const WEEKS = 26;
const TABLES = ['messages', 'duplicates', 'cases', 'case-messages', 'transitions', 'links'];
const IDS = /^(message|thread|parent|case|author|text|duplicateOf|from|to)(Id|Key|MessageId)?$/;

/** Writes each table again, so many times, each copy with ids of its own and some weeks later. */
async function multiply(folder, times) {
  const connection = await (await DuckDBInstance.create()).connect();
  for (const table of TABLES) {
    const file = join(folder, table, 'part-0.parquet');
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`);
    const columns = described
      .getRowObjects()
      .flatMap(({ column_name: name, column_type: type }) =>
        type === 'VARCHAR' && IDS.test(name) && name !== 'text'
          ? [`"${name}" || '~' || copy AS "${name}"`]
          : String(type).startsWith('TIMESTAMP')
            ? [`"${name}" + to_weeks(CAST(copy % ${WEEKS} AS INTEGER)) AS "${name}"`]
            : [],
      );
    const replaced = columns.length === 0 ? '' : `REPLACE (${columns.join(', ')})`;
    await connection.run(
      `COPY (SELECT one.* ${replaced} FROM '${file}' AS one, range(${times}) AS copies(copy)) TO '${file}.new' (FORMAT parquet)`,
    );
    renameSync(`${file}.new`, file);
  }
  connection.closeSync();
}

const since = (started) => (performance.now() - started) / 1000;

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-catalogue-'));
  try {
    const exportsFolder = fileURLToPath(new URL('../../datasets/retail-demo/exports', import.meta.url));
    const built = await buildCorpus(exportsFolder, join(folder, 'corpus'), {
      key: 'bench',
      zone: 'Europe/Paris',
    });
    const rows = built.manifest.totals.kept;
    built.close();
    const times = Math.max(1, Math.round(MESSAGES / rows));
    await multiply(join(folder, 'corpus'), times);
    const corpus = await openCorpus(join(folder, 'corpus'));
    const scan = async () => {
      const started = performance.now();
      const { found } = (
        await corpus.query('SELECT count(*) AS n, bit_xor(hash(one)) AS found FROM messages AS one')
      ).object();
      return { seconds: since(started), found };
    };
    await scan();
    const scans = [(await scan()).seconds, (await scan()).seconds, (await scan()).seconds].sort(
      (a, b) => a - b,
    );
    const seconds = [];
    let last, at;
    const started = performance.now();
    const metrics = await measure(corpus, {
      onProgress: ({ item }) => {
        if (last !== undefined) seconds.push([last, since(at)]);
        last = item;
        at = performance.now();
      },
    });
    const all = since(started);
    seconds.push([last, since(at)]);
    const failed = metrics.filter(({ notMeasured }) => notMeasured?.en.includes('failed'));
    console.log(
      `${metrics.length} metrics over ${times * rows} messages in ${all.toFixed(1)} s: ${(all / scans[1]).toFixed(0)} × one full scan (${scans[1].toFixed(2)} s); ${failed.length} failed; peak ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)} GB`,
    );
    const slowest = seconds.toSorted(([, a], [, b]) => b - a).slice(0, 8);
    console.log(`slowest: ${slowest.map(([name, s]) => `${name} ${s.toFixed(1)} s`).join(', ')}`);
    corpus.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
