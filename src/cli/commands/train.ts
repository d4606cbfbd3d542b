import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeHead } from '../../enrich/head.js';
import { createFeatures } from '../../enrich/head-reader.js';
import { loadHeads } from '../../enrich/model-files.js';
import { readLabelledCsv } from '../../learn/labelled-csv.js';
import { rebuildHeads } from '../../learn/rebuild.js';
import { trainHead } from '../../learn/training.js';
import { macroF1 } from '../../learn/figures.js';
import { DeversoirError } from '../../util/errors.js';
import { readFeedTexts } from '../feed-texts.js';
import {
  type Command,
  type CommandIo,
  numberOption,
  type OptionValues,
  stringOption,
  stringOptions,
} from '../command.js';

export const trainCommand: Command = {
  name: 'train',
  summary: 'a head (a classifier of texts) learnt from labelled rows',
  usage: `Usage: deversoir train --data FILE --out HEAD.bin [--text COLUMN] [--label COLUMN | --stars COLUMN] [--name NAME]
       deversoir train --rebuild DIR [--exports DIR] [--own DIR] [--licensed-only] [--only NAME] --out DIR

Learns a linear head over hashed words and letters from a CSV or TSV file with a header: one text and one label a row.
The same rows give the same bytes. The figures printed are of rows while they were held out (5 folds).

With --rebuild, learns the heads that ship from the public labelled sets in DIR and our own sets.

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

Cost: about 10 s for 10,000 short texts with 3 labels, 300 MB; --rebuild some minutes.

Examples:
  deversoir train --data labels.csv --label topic --out topic.bin
  deversoir train --rebuild ../shared/data/labelled --exports ../shared/data/exports --out src/enrich/models`,
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
  },
  async run(_, values, io) {
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
  const columns = stringOptions(values, 'text', 'label', 'stars');
  const rows = readLabelledCsv(data, columns);
  const name = stringOption(values, 'name') ?? columns.stars ?? columns.label ?? 'label';
  const labels = labelsOf(
    name,
    rows.map((row) => row.label),
  );
  if (labels.length < 2 || labels.length > 200) {
    throw new DeversoirError('data-invalid', `${labels.length} different labels in ${rows.length} rows`, {
      hint: 'expected 2 to 200 labels',
    });
  }
  const { head } = trainHead(
    createFeatures(),
    {
      name,
      labels,
      choice: 'one',
      bits: numberOption(values, 'bits', { min: 10, max: 20 }) ?? 16,
      cost: 0.4,
      balance: 0.8,
      decision: 'margin',
      sources: [{ name: 'rows of the user', rows: rows.length }],
    },
    rows.map((row) => ({ text: row.text, labels: [labels.indexOf(row.label)] })),
  );
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, encodeHead(head));
  const f1 = macroF1(labels, head.confusion ?? []);
  io.print(`${rows.length} rows, ${labels.length} labels: ${labels.join(', ')}`);
  io.print(`macro-F1 ${(100 * f1).toFixed(1)} % on held-out folds`);
  io.print(`written: ${out}`);
  return { head: head.name, labels, rows: rows.length, macroF1: f1, confusion: head.confusion, out };
}

/** The labels of the shipped head of that name, in its order; else those of the rows in the order of the alphabet. */
function labelsOf(name: string, told: readonly string[]): readonly string[] {
  const labels = [...new Set(told)].toSorted();
  const shipped = loadHeads().get(name);
  if (shipped === undefined) return labels;
  const { labels: expected, choice } = shipped;
  if (choice === 'many')
    throw new DeversoirError('option-invalid', `--name ${name}`, {
      hint: 'the labels of that head do not exclude one another: it can not be learnt from one label a row',
    });
  const unknown = labels.find((one) => !expected.includes(one));
  const missing = expected.find((one) => !labels.includes(one));
  if (unknown !== undefined || missing !== undefined)
    throw new DeversoirError(
      'data-invalid',
      unknown === undefined ? `no row is "${missing}"` : `label "${unknown}"`,
      { hint: `the head "${name}" tells ${expected.join(', ')}: give rows of each` },
    );
  return expected;
}

async function rebuild(values: OptionValues, out: string, io: CommandIo): Promise<unknown> {
  const only = stringOption(values, 'only');
  const own = stringOption(values, 'own') ?? join('datasets', 'labelled'),
    exports = stringOption(values, 'exports');
  mkdirSync(out, { recursive: true });
  const written: { file: string; bytes: number }[] = [];
  const heads = rebuildHeads({
    folder: stringOption(values, 'rebuild') as string,
    own,
    feeds: exports === undefined ? undefined : await readFeedTexts(exports, own),
    splits: ['train', 'val'],
    unlicensed: values['licensed-only'] !== true,
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
