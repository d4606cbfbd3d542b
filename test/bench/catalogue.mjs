/**
 * The full catalogue over enriched messages (BENCH_MESSAGES, default 100,000), each metric in CPU seconds and as a ratio to one full scan of
 * the same messages by DuckDB: a hash of every row, so every column is read and unpacked, with two threads as everywhere. The corpus is a
 * demo's, copied with other people, cases and weeks: its texts repeat, which makes the scan as cheap as the subjects (on distinct texts both
 * take longer). What several metrics share (subjects, spills, bursts) counts for the first.
 */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { buildCorpus, catalogue, measure, openCorpus } from '../../dist/index.js';

const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 100_000);
const WEEKS = 26;
const TABLES = ['messages', 'duplicates', 'cases', 'case-messages', 'transitions', 'links'];
const IDS = /^(duplicateOf|authorKey|textKey|\w*Id)$/;

/** Writes each table again, so many times, each copy with ids of its own and some weeks later. */
async function multiply(folder, times) {
  const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '400MB' })).connect();
  for (const table of TABLES) {
    const file = join(folder, table, 'part-0.parquet');
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`);
    const columns = described
      .getRowObjects()
      .flatMap(({ column_name: name, column_type: type }) =>
        type === 'VARCHAR' && IDS.test(name)
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

const cpu = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** The corpus, with the rows that its queries give to JavaScript counted. */
function counted(corpus, counts, known = new Map()) {
  const own = known.get(corpus) ?? {
    ...corpus,
    async query(...asked) {
      const found = await corpus.query(...asked);
      counts.pulled += found.numRows();
      return found;
    },
    where: (filter) => counted(corpus.where(filter), counts, known),
    ofItsBrands: () => counted(corpus.ofItsBrands(), counts, known),
  };
  known.set(corpus, own);
  return own;
}

/** CPU seconds of one full scan: the middle of five, after a first. */
async function scanOf(corpus) {
  const seconds = [];
  for (let round = 0; round < 6; round++) {
    const started = process.cpuUsage();
    await corpus.query('SELECT count(*) AS n, bit_xor(hash(one)) AS found FROM messages AS one');
    if (round > 0) seconds.push(cpu(started));
  }
  return seconds.sort((a, b) => a - b)[2];
}

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-catalogue-'));
  try {
    const exportsFolder = fileURLToPath(new URL('../../datasets/retail-demo/exports', import.meta.url));
    const built = await buildCorpus(exportsFolder, join(folder, 'corpus'), {
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      zone: 'Europe/Paris',
    });
    const rows = built.manifest.totals.kept;
    built.close();
    const times = Math.max(1, Math.round(MESSAGES / rows));
    await multiply(join(folder, 'corpus'), times);
    const opened = await openCorpus(join(folder, 'corpus')),
      counts = { pulled: 0 },
      corpus = counted(opened, counts);
    const scan = await scanOf(opened);
    const wall = performance.now(),
      whole = process.cpuUsage();
    const told = (name, seconds) =>
      console.log(
        `${name.padEnd(24)} ${seconds.toFixed(2).padStart(7)} s ${(seconds / scan).toFixed(1).padStart(7)} × scan ${String(counts.pulled).padStart(9)} rows`,
      );
    await corpus.topics();
    told('subjects discovered', cpu(whole));
    let failed = 0,
      names = 0;
    for (const { name } of catalogue()) {
      counts.pulled = 0;
      const started = process.cpuUsage();
      const [metric] = await measure(corpus, { which: name });
      told(name, cpu(started));
      names++;
      if (metric.notMeasured?.en.includes('failed')) failed++;
    }
    const all = cpu(whole);
    console.log(
      `${names} metrics over ${times * rows} messages: ${all.toFixed(1)} CPU s, ${((performance.now() - wall) / 1000).toFixed(1)} s: ${(all / scan).toFixed(0)} × one full scan (${scan.toFixed(2)} CPU s); ${failed} failed; peak ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)} GB`,
    );
    opened.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
