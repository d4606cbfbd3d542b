/**
 * Subjects beside other methods, on labelled sets: as many subjects as labels, the same texts and refits for all. Needs the sets in
 * ../shared (or DEVERSOIR_SHARED), and Python with scikit-learn, leidenalg and igraph (PYTHON) for the others (see topics-peers.py);
 * METHODS=lda,bertopic for some of them, BERTopic only so; SETS=name,name for some of these, TEXTS=500 for fewer texts of each;
 * SUBJECTS=10,20,30,40,50 for the mean over so many subjects on all texts instead, as the paper of BERTopic has it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ts from 'typescript';
import { discoverTopics } from '../../dist/topics/discover.js';
import { loadStopWords } from '../../dist/util/stop-words.js';
import { nmiOf, npmiOf, overlapOf, randOf } from './topic-scores.mjs';

const MOST = Number(process.env.TEXTS ?? 1500);
const LEFT_OUT = [0, 1];
const NONE = 'no subject',
  OURS = 'deversoir';

/** Planted subjects of the tests, whose names are known: compiled in memory, as the tests are not built. */
async function planted() {
  const source = readFileSync(new URL('../topics/planted-texts.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const random = new URL('../../dist/util/random.js', import.meta.url).href;
  const code = outputText.replace(/'[^']*util\/random\.js'/, `'${random}'`);
  const { PLANTED_NAMES, plantedTexts } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return plantedTexts(3000, 11).map(({ text, subject }) => [text, PLANTED_NAMES[subject] ?? NONE]);
}

function readSets(folder) {
  const read = (file, options = {}) =>
    parse(readFileSync(join(folder, file), 'utf8'), {
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ...options,
    });
  const tsv = (text, label, ...files) =>
    files.flatMap((file) =>
      read(file, { delimiter: '\t', quote: null, columns: true }).map((row) => [row[text], row[label]]),
    );
  const octis = (name) =>
    read(`octis/${name}/corpus.tsv`, { delimiter: '\t', quote: null }).map((row) => [row[0], row[2]]);
  return {
    'BBC News': octis('BBC_News'),
    M10: octis('M10'),
    DBLP: octis('DBLP'),
    'MasakhaNEWS fr': ['dev', 'train_fewshot50'].flatMap((part) =>
      read(`masakhanews/fra/${part}.tsv`, { delimiter: '\t', quote: null, columns: true }).map(
        ({ headline, text, category }) => [`${headline}. ${text}`, category],
      ),
    ),
    'SIB-200 fr': tsv('text', 'category', 'sib200/fra_Latn/train.tsv', 'sib200/fra_Latn/dev.tsv'),
    Banking77: read('banking77/train.csv', { columns: true }).map(({ text, category }) => [text, category]),
  };
}

/** Mean NPMI and diversity over numbers of subjects, on all distinct texts. */
async function meanOver(counts, name, rows) {
  const texts = [...new Set(rows.map(([text]) => text))];
  const scores = [];
  for (const k of counts) {
    const { terms } = await ours(texts, k, { aspects: k, refits: 0 });
    scores.push([npmiOf(terms, texts), new Set(terms.flat()).size / terms.flat().length]);
  }
  const [npmi, diversity] = [0, 1].map((at) => scores.reduce((sum, of) => sum + of[at], 0) / counts.length);
  console.log(
    `| ${name} (${texts.length}) | ${counts.join(', ')} | ${npmi.toFixed(3)} | ${diversity.toFixed(3)} |`,
  );
}

/** Distinct texts, drawn by hash. */
function drawn(rows) {
  const order = (text) => createHash('md5').update(text).digest('hex');
  return [...new Map(rows.filter(([text, label]) => text && label)).entries()]
    .toSorted(([a], [b]) => (order(a) < order(b) ? -1 : 1))
    .slice(0, MOST);
}

async function ours(texts, k, options) {
  const started = process.cpuUsage().user;
  const found = await discoverTopics(texts, { subjects: k, ...options });
  const seconds = (process.cpuUsage().user - started) / 1e6;
  const subjects = found.topics.filter(({ parent }) => parent === undefined);
  return {
    labels: texts.map((text) => subjects.findIndex(({ topic }) => topic === found.topicOf(text)?.subject)),
    terms: subjects.map(({ terms }) => terms.slice(0, 10)),
    names: subjects.map(({ name }) => name),
    seconds,
  };
}

/** All classes with their refits, and what a corpus gets: stable subjects alone. */
async function ourRows(set) {
  const asked = { aspects: set.k, refits: 0 };
  const full = await ours(set.texts, set.k, asked);
  const refits = [];
  for (const part of set.parts) {
    const texts = part.map((at) => set.texts[at]);
    refits.push((await ours(texts, set.k, asked)).labels);
  }
  return { [OURS]: { ...full, refits }, 'stable alone': await ours(set.texts, set.k, {}) };
}

export async function bench() {
  const folder = join(process.env.DEVERSOIR_SHARED ?? '../shared', 'data/labelled');
  if (!existsSync(folder)) return console.log(`no labelled sets at ${folder}`);
  const stops = [...loadStopWords()];
  const only = process.env.SETS?.split(',');
  const counts = process.env.SUBJECTS?.split(',').map(Number);
  if (counts) {
    console.log('| set (texts) | subjects | NPMI | diversity |\n|---|---|---|---|');
    for (const [name, rows] of Object.entries(readSets(folder)))
      if (only?.includes(name) ?? true) await meanOver(counts, name, rows);
    return;
  }
  const sets = Object.fromEntries(
    Object.entries({ ...readSets(folder), 'Planted fr': await planted() })
      .filter(([name]) => only?.includes(name) ?? true)
      .map(([name, rows]) => {
        const texts = drawn(rows);
        const parts = LEFT_OUT.map((left) => [...texts.keys()].filter((at) => at % 5 !== left));
        const gold = texts.map(([, label]) => label);
        return [
          name,
          {
            texts: texts.map(([text]) => text),
            gold,
            k: new Set(gold.filter((label) => label !== NONE)).size,
            stops,
            parts,
            english: !name.endsWith(' fr'),
          },
        ];
      }),
  );
  const methods = process.env.METHODS?.split(',') ?? [OURS, 'lda', 'nmf', 'leiden', 'reinert'];
  const peers = peersOf(
    sets,
    methods.filter((method) => method !== OURS),
  );
  console.log(
    '| set (texts, labels) | method | NPMI | diversity | ARI | NMI | stability | told | names | CPU s |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  for (const [name, set] of Object.entries(sets)) {
    const rows = { ...(methods.includes(OURS) && (await ourRows(set))), ...peers[name] };
    for (const [method, result] of Object.entries(rows))
      console.log(lineOf(`${name} (${set.texts.length}, ${set.k})`, method, result, set));
  }
}

function peersOf(sets, methods) {
  const folder = mkdtempSync(join(tmpdir(), 'deversoir-topics-'));
  try {
    writeFileSync(join(folder, 'sets.json'), JSON.stringify(sets));
    const script = new URL('topics-peers.py', import.meta.url).pathname;
    const args = [script, join(folder, 'sets.json'), join(folder, 'out.json'), ...methods];
    execFileSync(process.env.PYTHON ?? 'python3', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    return JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'));
  } catch (error) {
    console.log(
      `others not measured: ${String(error.stderr ?? error)
        .trim()
        .split('\n')
        .at(-1)}`,
    );
    return {};
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const folded = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Planted names that are found as they are, and those that hold a found one or are held by one. Others' subjects are called by their first term. */
function namesFound(gold, names) {
  const wanted = [...new Set(gold)].filter((name) => name !== NONE).map(folded),
    found = names.map(folded);
  const exact = wanted.filter((name) => found.includes(name));
  const held = wanted.filter((name) => found.some((one) => name.includes(one) || one.includes(name)));
  return `${exact.length}, ${held.length} of ${wanted.length}`;
}

function lineOf(set, method, { labels, terms, names, refits = [], seconds }, { texts, gold, parts }) {
  const words = terms.flat();
  const overlaps = refits.map((refit, at) =>
    overlapOf(
      parts[at].map((text) => labels[text]),
      refit,
    ),
  );
  const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
  const cells = [
    npmiOf(terms, texts).toFixed(3),
    (new Set(words).size / Math.max(1, words.length)).toFixed(2),
    randOf(gold, labels).toFixed(3),
    nmiOf(gold, labels).toFixed(3),
    overlaps.length === 0 ? '' : mean(overlaps).toFixed(2),
    (labels.filter((label) => label >= 0).length / labels.length).toFixed(2),
    gold.includes(NONE)
      ? namesFound(
          gold,
          (names ?? terms.map(([first]) => first)).filter((name) => name),
        )
      : '',
    seconds.toFixed(1),
  ];
  return `| ${set} | ${method} | ${cells.join(' | ')} |`;
}
