import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from '../../engine/write-whole.js';
import { encodeHead, HEAD_MAGIC } from '../../enrich/heads/head.js';
import { createFeatures } from '../../enrich/heads/head-reader.js';
import { loadHeads } from '../../enrich/heads/model-files.js';
import { VECTOR_HEAD_FILE } from '../../enrich/transformer/vector-head.js';
import type { RecipeOptions } from '../../learn/example-reader.js';
import { rebuildHeads } from '../../learn/rebuild.js';
import { secondReaderExamples } from '../../learn/second-reader-examples.js';
import { trainHead } from '../../learn/training.js';
import { trainVectorHead, type VectorExample } from '../../learn/vector-regression.js';
import { TONES } from '../../model/index.js';
import { macroF1 } from '../../learn/figures.js';
import { DeversoirError } from '../../util/errors.js';
import { readFeedTexts } from '../feed-texts.js';
import { refuseOther } from '../refuse-other.js';
import { labelledRows } from '../labelled-rows.js';
import { toldLabel } from '../told-label.js';
import {
  type Command,
  type CommandIo,
  wholeOption,
  type OptionValues,
  stringOption,
  stringOptions,
} from '../command.js';

export const trainCommand: Command = {
  name: 'train',
  usage: `Usage: deversoir train --data FILE --out HEAD.bin [--text COLUMN] [--label COLUMN | --stars COLUMN] [--name NAME]
       deversoir train --rebuild DIR [--exports DIR] [--own DIR] [--licensed-only] [--only NAME] --out DIR
       deversoir train --on-vectors FOLDER (--data FILE | --rebuild DIR [--exports DIR])

Learns a linear head over hashed words and letters from a CSV or TSV file with a header: one text and one label a row.
The same rows give the same bytes. The figures printed are of rows while they were held out (5 folds).

With --rebuild, learns the heads that ship from the public labelled sets in DIR and our own sets.

With --on-vectors, learns tones on the vectors of a sentence encoder (model.onnx, tokenizer.json) and writes them into its
folder, with what they tell of each set while it is held out: the folder is then a second reader, see "deversoir label --help".

Options:
  --data FILE        labelled rows
  --text COLUMN      column of the text (default "text")
  --label COLUMN     column of the label (default "label")
  --stars COLUMN     column of stars, as sentiment: 1-2 negative, 3 neutral, 4-5 positive
  --name NAME        name of the head (default: the label column); that of a shipped head takes its labels, and the head its place
                     in "deversoir report" or "ingest" with --head FILE, or in deversoir.json under "heads"
  --bits N           table of 2^N buckets, 10 to 20 (default 16)
  --out PATH         file of the head, or with --rebuild the folder
  --rebuild DIR      folder of the public labelled sets
  --exports DIR      folder of the exports that feed-labels.tsv names; heads do not learn from them without it
  --own DIR          folder of our own sets (default datasets/labelled)
  --licensed-only    leave out sets that state no licence
  --only NAME        only heads whose name starts so
  --on-vectors DIR   folder of the encoder; negative, neutral, positive are the labels

Cost: about 10 s for 10,000 short texts with 3 labels, 300 MB; --rebuild some minutes; --on-vectors what the encoder takes for the
texts, 2,500 of each public set at most.

Examples:
  deversoir train --data labels.csv --label topic --out topic.bin
  deversoir train --rebuild ../shared/data/labelled --exports ../shared/data/exports --out src/enrich/models`,
  positionals: false,
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    text: { type: 'string' },
    label: { type: 'string' },
    stars: { type: 'string' },
    name: { type: 'string' },
    bits: { type: 'string' },
    rebuild: { type: 'string' },
    exports: { type: 'string' },
    own: { type: 'string' },
    'licensed-only': { type: 'boolean' },
    only: { type: 'string' },
    'on-vectors': { type: 'string' },
  },
  async run(_, values, io) {
    const encoder = stringOption(values, 'on-vectors');
    if (encoder !== undefined) return { json: await trainOnVectors(encoder, values, io) };
    const out = stringOption(values, 'out');
    if (out === undefined)
      throw new DeversoirError('option-invalid', 'no --out', {
        hint: 'the file of the head, or with --rebuild the folder',
      });
    return {
      json:
        stringOption(values, 'rebuild') === undefined
          ? trainOne(values, out, io)
          : await rebuild(values, out, io),
    };
  },
};

function trainOne(values: OptionValues, out: string, io: CommandIo): unknown {
  const data = stringOption(values, 'data');
  if (data === undefined)
    throw new DeversoirError('option-invalid', 'no --data', { hint: 'a CSV or TSV file with labelled rows' });
  refuseOther(out, HEAD_MAGIC, 'a head');
  const columns = stringOptions(values, 'label', 'stars');
  const name = stringOption(values, 'name') ?? columns.stars ?? columns.label ?? 'label';
  const shipped = shippedLabels(name);
  const rows = labelledRows(data, values, io, shipped);
  const labels = shipped ?? [...new Set(rows.map((row) => row.label))].toSorted();
  if (labels.length < 2 || labels.length > 200) {
    throw new DeversoirError('data-invalid', `${labels.length} different labels in ${rows.length} rows`, {
      hint: 'expected 2 to 200 labels',
      place: { file: data },
    });
  }
  const few = labels.find((label) => rows.filter((row) => row.label === label).length < FEWEST_OF_LABEL);
  if (few !== undefined)
    throw new DeversoirError('data-invalid', `fewer than ${FEWEST_OF_LABEL} rows are "${toldLabel(few)}"`, {
      hint: 'each label is learnt from some rows and measured on others: give more, or leave it out',
      place: { file: data },
    });
  const { head } = trainHead(
    createFeatures(),
    {
      name,
      labels,
      choice: 'one',
      bits: wholeOption(values, 'bits', { min: 10, max: 20 }) ?? 16,
      cost: 0.4,
      balance: 0.8,
      decision: 'margin',
      sources: [{ name: 'rows of the user', rows: rows.length }],
      onProgress: io.progress,
    },
    rows.map((row) => ({ text: row.text, labels: [labels.indexOf(row.label)] })),
  );
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, encodeHead(head));
  const f1 = macroF1(labels, head.confusion ?? []);
  io.print(`${rows.length} rows, ${labels.length} labels: ${labels.join(', ')}`);
  io.print(`macro-F1 ${(100 * f1).toFixed(1)}% on held-out folds`);
  io.print(`written: ${out}`);
  return { head: head.name, labels, rows: rows.length, macroF1: f1, confusion: head.confusion, out };
}

/** The labels of the shipped head of that name, in its order. */
function shippedLabels(name: string): readonly string[] | undefined {
  const shipped = loadHeads().get(name);
  if (shipped?.choice === 'many')
    throw new DeversoirError('option-invalid', `--name ${name}`, {
      hint: 'the labels of that head do not exclude one another: it can not be learnt from one label a row',
    });
  return shipped?.labels;
}

/** Rows of a label that can be learnt from and held out. */
const FEWEST_OF_LABEL = 5;
/** Texts of each tone that a head over vectors wants. */
const FEWEST_TEXTS = 20;
/** Texts read between two lines of progress. */
const CHUNK = 256;

async function trainOnVectors(folder: string, values: OptionValues, io: CommandIo): Promise<unknown> {
  const data = stringOption(values, 'data'),
    sets = stringOption(values, 'rebuild');
  if ((data === undefined) === (sets === undefined))
    throw new DeversoirError('option-invalid', '--on-vectors alone', { hint: 'give --data or --rebuild' });
  const examples =
    data === undefined
      ? secondReaderExamples(await recipeOptions(sets as string, values))
      : labelledRows(data, values, io, TONES).map(({ text, label }) => ({
          text,
          label: (TONES as readonly string[]).indexOf(label),
          weight: 1,
          source: basename(data),
          genre: 'comment',
        }));
  if (TONES.some((_, tone) => examples.filter(({ label }) => label === tone).length < FEWEST_TEXTS))
    throw new DeversoirError('data-invalid', `${examples.length} labelled texts`, {
      hint: `give ${FEWEST_TEXTS} of each tone at least`,
    });
  const { loadTransformer } = await import('../../enrich/transformer/transformer.js');
  const transformer = await loadTransformer(folder, { threads: availableParallelism() });
  const rows: VectorExample[] = [];
  try {
    for (let from = 0; from < examples.length; from += CHUNK) {
      const part = examples.slice(from, from + CHUNK);
      const vectors = await transformer.embed(part.map(({ text }) => text));
      part.forEach((example, at) => rows.push({ ...example, vector: vectors[at] as Float32Array }));
      io.progress({ task: 'reading', done: rows.length, total: examples.length, unit: 'texts' });
    }
  } finally {
    await transformer.close();
  }
  io.progress({ task: 'learning', done: 0, total: rows.length, unit: 'texts' });
  const head = trainVectorHead(TONES, rows);
  const out = join(folder, VECTOR_HEAD_FILE);
  writeWhole(out, `${JSON.stringify(head)}\n`);
  const figures = head.errors.map(({ source, genre, counts }) => {
    const n = counts.flat().reduce((a, b) => a + b, 0),
      f1 = macroF1(TONES, counts);
    io.print(`${source}, ${genre}: macro-F1 ${(100 * f1).toFixed(1)}%, ${n} texts, held out`);
    return { source, genre, n, macroF1: f1 };
  });
  io.print(`written: ${out}`);
  return { labels: TONES, rows: rows.length, figures, out };
}

/** Which rows learn, by the options of --rebuild. */
async function recipeOptions(folder: string, values: OptionValues): Promise<RecipeOptions> {
  const own = stringOption(values, 'own') ?? join('datasets', 'labelled'),
    exports = stringOption(values, 'exports');
  return {
    folder,
    own,
    feeds: exports === undefined ? undefined : await readFeedTexts(exports, own),
    splits: ['train', 'val'],
    unlicensed: values['licensed-only'] !== true,
  };
}

async function rebuild(values: OptionValues, out: string, io: CommandIo): Promise<unknown> {
  const only = stringOption(values, 'only');
  mkdirSync(out, { recursive: true });
  const written: { file: string; bytes: number }[] = [];
  const heads = rebuildHeads({
    ...(await recipeOptions(stringOption(values, 'rebuild') as string, values)),
    ...(only === undefined ? {} : { only }),
    progress: (item, done, total) => io.progress({ task: 'learning', item, done, total, unit: 'parts' }),
  });
  for (const { file, bytes } of heads) {
    writeFileSync(join(out, file), bytes);
    written.push({ file, bytes: bytes.length });
    io.print(`${file}  ${bytes.length} bytes`);
  }
  return { out, written };
}
