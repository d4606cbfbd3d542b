/** Subjects of a million generated comments (BENCH_ROWS), in a process of its own so that its peak memory is its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const dist = new URL('../../dist/', import.meta.url);

const SCRIPT = `
const { openDatabase } = await import('${new URL('engine/database.js', dist)}');
const { discoverCorpusTopics } = await import('${new URL('topics/corpus-topics.js', dist)}');
const database = await openDatabase({ threads: 2 });
await database.run("CREATE TABLE messages AS SELECT id AS messageId, commentaire AS text, NULL AS title, 'fr' AS languageCode, 'inbound' AS direction, 'public' AS stage, 'own' AS speech, 'comment' AS kind, false AS authorIsBrand, CAST([] AS VARCHAR[]) AS harms, TIMESTAMP '2026-01-01' AS sentAt FROM read_csv('" + process.argv[1] + "')");
await database.run('CREATE TABLE cases (caseId VARCHAR, openedAt TIMESTAMP)');
await database.run('CREATE TABLE caseMessages (caseId VARCHAR, messageId VARCHAR)');
await database.run('CREATE TABLE messageTopics (messageId VARCHAR, topics VARCHAR, aspect VARCHAR)');
const started = performance.now(), before = process.cpuUsage();
const facts = await discoverCorpusTopics(database);
const cpu = process.cpuUsage(before);
const { n, texts } = Object.fromEntries(Object.entries(await database.columns('SELECT (SELECT count(*) FROM messageTopics) AS n, (SELECT count(DISTINCT text) FROM messages) AS texts')).map(([key, [value]]) => [key, Number(value)]));
console.log(JSON.stringify({ wall: (performance.now() - started) / 1000, cpu: (cpu.user + cpu.system) / 1e6, peakMb: process.resourceUsage().maxRSS / 1024, told: n, texts, subjects: facts.filter(({ parent }) => parent === null).map(({ name }) => name) }));`;

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-bench-topics-'));
  const csv = join(folder, 'comments.csv');
  const cli = fileURLToPath(new URL('cli/main.js', dist));
  execFileSync(process.execPath, [cli, 'simulate', '--comments', String(ROWS), '--out', csv], {
    stdio: 'ignore',
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT, csv], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  const { wall, cpu, peakMb, told, texts, subjects } = JSON.parse(stdout);
  console.log(
    `${ROWS} comments (${texts} distinct): discovered and told in ${wall.toFixed(0)} s (CPU ${cpu.toFixed(0)} s), peak ${peakMb.toFixed(0)} MB; ${told} told a subject`,
  );
  console.log(`  ${subjects.join(' · ')}`);
}
