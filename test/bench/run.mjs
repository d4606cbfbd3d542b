/**
 * `npm run bench [NAME...]`: every figure is a ratio to a baseline measured in the same run, on the same machine.
 *   ingest    1 M generated comments through ingest and enrichment, against DuckDB's own CSV → Parquet copy; memory at 1 M and 3 M
 *   catalogue all metrics over 100,000 enriched messages, against one full scan
 *   topics    subjects beside other methods on labelled sets
 *   many-topics  subjects of 1 M generated comments: time and memory
 *   cases     joining into cases at 1×, 2×, 4×
 *   …         and every other file of this folder that exports `bench`
 */
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const wanted = process.argv.slice(2);
const files = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.mjs') && name !== 'run.mjs')
  .sort();
console.log(`Node ${process.version}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB\n`);
for (const file of files) {
  const name = file.replace('.mjs', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { bench } = await import(new URL(file, import.meta.url).href);
  if (bench === undefined) continue;
  console.log(`## ${name}`);
  await bench();
  console.log('');
}
