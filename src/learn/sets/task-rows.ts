import { tellColumns } from '../../util/column-names.js';
import { DeversoirError } from '../../util/errors.js';
import { fold } from '../../util/fold.js';
import type { Genre } from '../../model/enrichment.js';
import type { SetRow, Split } from './layouts.js';
import type { Cells } from './read-table.js';

/** A row of a set as a task sees it: a text with the names of its labels. */
export interface TaskRow {
  readonly split: Split | null;
  readonly file: string;
  readonly text: string;
  readonly genre: Genre | null;
  /** For tasks with one label a text, exactly one. */
  readonly labels: readonly string[];
  /** Rows of one group stay together when folds are drawn: a scenario, a restaurant. */
  readonly group?: string | undefined;
}

const TEXT_COLUMNS =
  'text TEXT Text tweet Avis SMS CONTENT test_case comment review message content body'.split(' ');

/** The text of a row: a column of a usual name, or column 1 of a file without header. */
export function textOf(cells: Cells): string {
  for (const name of TEXT_COLUMNS) if (cells[name] !== undefined) return cells[name];
  if (cells['1'] !== undefined) return cells['1'];
  throw new DeversoirError('data-invalid', `no text column among ${tellColumns(Object.keys(cells))}`, {
    hint: `expected one of ${TEXT_COLUMNS.join(', ')}`,
  });
}

const first = (cells: Cells, names: readonly string[]): string | undefined =>
  names.map((name) => cells[name]).find((value) => value !== undefined && value !== '');

const SENTIMENT_NAMES: Readonly<Record<string, string>> = {
  0: 'negative',
  1: 'neutral',
  2: 'positive',
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  neg: 'negative',
  neu: 'neutral',
  pos: 'positive',
  negatif: 'negative',
  neutre: 'neutral',
  positif: 'positive',
  conflict: 'neutral',
  mixed: 'neutral',
  mele: 'neutral',
};

/** A tone as a person writes it in English or French, with or without accents; `undefined` for anything else. */
export const sentimentName = (label: string): string | undefined =>
  /\d/.test(label) ? undefined : SENTIMENT_NAMES[fold(label.trim())];

/** Stars as a class: 1–2 negative, 3 neutral, 4–5 positive. */
export function starsToSentiment(stars: number): 'negative' | 'neutral' | 'positive' | undefined {
  if (!(stars >= 0.5 && stars <= 5)) return undefined;
  return stars < 2.75 ? 'negative' : stars > 3.25 ? 'positive' : 'neutral';
}

function sentimentLabel(cells: Cells): string | undefined {
  const stars = first(cells, ['stars', 'Note', 'rating', 'note']);
  if (stars !== undefined) return starsToSentiment(Number(stars.replace(',', '.')));
  return SENTIMENT_NAMES[fold(first(cells, ['label', 'sentiment', 'polarity', 'Label']) ?? '')];
}

const HARMLESS = new Set(['not-offensive', 'non-hate', 'non-hateful', 'normal', 'nag', 'ok', 'none', '0']);

function harmLabel(cells: Cells): string | undefined {
  if (cells['HATE'] !== undefined) return cells['HATE'] === 'NAG' ? 'none' : 'harm';
  const label =
    cells['label_gold'] ?? cells['label'] ?? (cells['tweet'] === undefined ? undefined : cells['sentiment']);
  if (label !== undefined && label !== '') return HARMLESS.has(label.toLowerCase()) ? 'none' : 'harm';
  // Reviews with stars: ordinary customers' texts, on which every alarm is a false one.
  return first(cells, ['stars', 'Note']) === undefined ? undefined : 'none';
}

function spamLabel(cells: Cells): string | undefined {
  const label = first(cells, ['CLASS', 'Label', 'label', 'class']);
  if (label === undefined) return first(cells, ['stars', 'Note']) === undefined ? undefined : 'ham';
  return label === '1' || /^spam$/i.test(label) ? 'spam' : 'ham';
}

function complaintLabel(cells: Cells): string | undefined {
  const label = first(cells, ['2', 'complaint', 'label']);
  return label === undefined ? undefined : label === '1' || label === 'complaint' ? 'complaint' : 'none';
}

/** Errors: `data-invalid` for a bare number: an emotion has a name, which `mapping.txt` beside the texts gives. */
function emotionLabel(cells: Cells): string | undefined {
  const label = first(cells, ['label', 'emotion']);
  if (label !== undefined && /^\d+$/.test(label))
    throw new DeversoirError('data-invalid', `emotion "${label}"`, {
      hint: 'expected a name such as anger, or mapping.txt beside the labels with lines of number, tab, name',
    });
  return label;
}

/** The one label of our own sets. */
const ownLabel = (cells: Cells): string | undefined => first(cells, ['label']);

function genreOf(cells: Cells, row: SetRow): Genre | null {
  if (first(cells, ['stars', 'Note']) !== undefined || cells['categories'] !== undefined) return 'review';
  if (row.file.endsWith('_text.txt') || cells['tweet'] !== undefined) return 'tweet';
  if (cells['SMS'] !== undefined || cells['HATE'] !== undefined) return 'private';
  return cells['CONTENT'] === undefined && cells['2'] === undefined ? null : 'comment';
}

export const TASKS = [
  'sentiment',
  'emotion',
  'harm',
  'spam',
  'complaint',
  'urgency',
  'scam',
  'contributions',
  'intents',
  'drivers',
  'language',
  'entities',
] as const;
export type Task = (typeof TASKS)[number];
/** Tasks whose rows hold one label a text. */
export type LabelTask = Exclude<Task, 'drivers' | 'entities'>;

const LABEL: Readonly<Record<LabelTask, (cells: Cells) => string | undefined>> = {
  sentiment: sentimentLabel,
  emotion: emotionLabel,
  harm: harmLabel,
  spam: spamLabel,
  complaint: complaintLabel,
  urgency: ownLabel,
  scam: ownLabel,
  contributions: ownLabel,
  intents: ownLabel,
  language: (cells) => first(cells, ['label', 'language', 'lang']),
};

/** Rows of a task whose texts have one label each. Rows without a label of the task are left out. */
export function labelRows(task: LabelTask, rows: readonly SetRow[]): TaskRow[] {
  const found: TaskRow[] = [];
  for (const row of rows) {
    const label = LABEL[task](row.cells);
    if (label === undefined) continue;
    found.push({
      split: row.split,
      file: row.file,
      text: textOf(row.cells),
      genre: genreOf(row.cells, row),
      labels: [label],
      group: row.cells['scenario'],
    });
  }
  return found;
}

/** SemEval sentences; `labels` are the distinct categories of their opinions. */
export function opinionRows(rows: readonly SetRow[]): TaskRow[] {
  return rows
    .filter(({ cells }) => cells['categories'] !== undefined)
    .map(({ split, file, cells }) => ({
      split,
      file,
      text: textOf(cells),
      genre: 'review',
      labels: (cells['categories'] ?? '').split(' ').filter((category) => category !== ''),
      group: cells['review'],
    }));
}
