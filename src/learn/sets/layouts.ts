import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DeversoirError } from '../../util/errors.js';
import { fileText } from '../../util/file-text.js';
import { type Cells, delimiterOf, readCells } from './read-table.js';
import { readSemEval } from './semeval-xml.js';

export type Split = 'train' | 'val' | 'test';

/** One row of a labelled set as its file has it. `split`: null when the file's name says none. */
export interface SetRow {
  readonly split: Split | null;
  readonly file: string;
  readonly cells: Cells;
}

/** Split that a file's name announces: `train_text.txt`, `dev.tsv`, `…-Gold-….xml`. */
export function splitOfName(name: string): Split | null {
  if (/(^|[_.\-\s])(test|gold|official)/i.test(name)) return 'test';
  if (/(^|[_.\-\s])(val|valid|validation|dev|trial)([_.\-\s]|$)/i.test(name)) return 'val';
  if (/train/i.test(name)) return 'train';
  return null;
}

const LAYOUT = 'expected a file of a labelled set';
const DATA = /\.(tsv|csv|txt|xml|conllu|jsonl)(\.gold)?$/i;
const NOT_DATA = /^(readme|license|licence|mapping|index|data_readme|categories)/i;

/** Data files of a folder, or the one file. */
function dataFiles(path: string): string[] {
  if (!existsSync(path))
    throw new DeversoirError('input-not-found', path, {
      hint: 'expected a folder or a file of a labelled set',
    });
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path)
    .filter((name) => DATA.test(name) && !NOT_DATA.test(name))
    .toSorted();
  if (names.length === 0)
    throw new DeversoirError('input-not-found', `no data file in ${path}`, {
      hint: 'expected .tsv, .csv, .txt, .xml or .conllu',
    });
  return names.map((name) => join(path, name));
}

const DOMAINS = [/rest/i, /lapt/i, /museum|musee/i];

/** Where a folder holds several domains, the first of restaurants, laptops, museums. */
function oneDomain(files: readonly string[]): string[] {
  const xml = files.filter((file) => /\.xml/i.test(file));
  const domain = DOMAINS.find((pattern) => xml.some((file) => pattern.test(basename(file))));
  return files.filter((file) => domain === undefined || !/\.xml/i.test(file) || domain.test(basename(file)));
}

function mappingOf(folder: string): readonly string[] | undefined {
  const file = join(folder, 'mapping.txt');
  if (!existsSync(file)) return undefined;
  const names: string[] = [];
  for (const line of fileText(file, LAYOUT).split('\n')) {
    const [, number, name] = /^(\d+)\s+(.+?)\s*$/.exec(line) ?? [];
    if (number !== undefined && name !== undefined) names[Number(number)] = name;
  }
  return names;
}

/** `x_text.txt` beside `x_labels.txt`: line i of one belongs to line i of the other. Lines end at `\n` only. */
function readPair(textFile: string): SetRow[] {
  const labelFile = textFile.replace(/_text\.txt$/, '_labels.txt');
  if (!existsSync(labelFile))
    throw new DeversoirError('input-not-found', labelFile, { hint: `the labels of ${basename(textFile)}` });
  const lines = fileText(textFile, LAYOUT).split('\n'),
    labels = fileText(labelFile, LAYOUT)
      .split('\n')
      .map((line) => line.trim());
  while (labels.at(-1) === '') labels.pop();
  if (lines.length === labels.length + 1 && lines.at(-1) === '') lines.pop();
  if (lines.length !== labels.length) {
    throw new DeversoirError('data-invalid', `${lines.length} texts, ${labels.length} labels`, {
      hint: 'one label a line',
      place: { file: labelFile },
    });
  }
  const names = mappingOf(dirname(textFile));
  return lines.map((text, i) => ({
    split: splitOfName(basename(textFile)),
    file: basename(textFile),
    cells: { text, label: names?.[Number(labels[i])] ?? labels[i] ?? '' },
  }));
}

const HEADER = /^(?:[\w# -]+[\t,;])+[\w# -]+$/;

function readDelimited(file: string): SetRow[] {
  const text = fileText(file, LAYOUT);
  const first = text
    .slice(0, text.search(/[\r\n]|$/))
    .replace(/^\uFEFF/, '')
    .replaceAll('"', '');
  const delimiter = delimiterOf(text);
  const header = HEADER.test(first) && !/^\d{5,}/.test(first);
  // Tab-separated files quote only when a cell begins with a quote and the header does not forbid it; SMS texts hold bare quotes.
  const quoted = delimiter !== '\t' || !first.startsWith('Label\tSMS');
  return readCells(text, { delimiter, header, quoted }).map((cells) => ({
    split: splitOfName(basename(file)),
    file: basename(file),
    cells,
  }));
}

function readConll(file: string): SetRow[] {
  const rows: SetRow[] = [];
  let words: string[] = [],
    tags: string[] = [];
  for (const line of `${fileText(file, LAYOUT)}\n`.split('\n')) {
    const cells = line.split('\t');
    if (cells.length >= 3) {
      words.push(cells[1] ?? '');
      tags.push(cells.at(-1)?.trim() ?? 'O');
      continue;
    }
    if (words.length > 0)
      rows.push({
        split: splitOfName(basename(file)),
        file: basename(file),
        cells: { tokens: words.join('\t'), tags: tags.join('\t') },
      });
    words = [];
    tags = [];
  }
  return rows;
}

/** `fr some text` or `~fr` headings: language samples, one a line, the code first. */
function readLines(file: string): SetRow[] {
  const rows: SetRow[] = [];
  for (const line of fileText(file, LAYOUT).split('\n')) {
    const [, label, text] = /^([a-z]{2,3})[\t ](.+)$/.exec(line) ?? [];
    if (label !== undefined && text !== undefined)
      rows.push({ split: splitOfName(basename(file)), file: basename(file), cells: { label, text } });
  }
  return rows;
}

/** All rows of a labelled set in the layouts of public sets: text and label files side by side, TSV, CSV, SemEval XML, CoNLL-U. */
export function readSet(path: string): SetRow[] {
  const rows: SetRow[] = [];
  for (const file of oneDomain(dataFiles(path))) {
    if (file.endsWith('_labels.txt')) continue;
    if (file.endsWith('_text.txt')) rows.push(...readPair(file));
    else if (/\.xml/i.test(file))
      rows.push(
        ...readSemEval(fileText(file, LAYOUT)).map((cells) => ({
          split: splitOfName(basename(file)),
          file: basename(file),
          cells,
        })),
      );
    else if (/\.conllu$/i.test(file)) rows.push(...readConll(file));
    else if (/\.txt$/i.test(file)) rows.push(...readLines(file));
    else rows.push(...readDelimited(file));
  }
  return rows;
}
