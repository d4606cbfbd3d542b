import { writeWhole } from '../../engine/write-whole.js';
import { refuseForeign } from '../../report/own-file.js';
import { basename, resolve } from 'node:path';
import { CORRECTED_HEADS, type CorrectedHead } from '../../model/index.js';
import type { Language } from '../../util/language.js';
import { csvCell } from '../../util/csv-cell.js';
import { DeversoirError } from '../../util/errors.js';
import {
  choiceOption,
  listOption,
  numberOption,
  wholeOption,
  stringOption,
  type Command,
  type CommandIo,
} from '../command.js';
import type { Corpus } from '../../corpus.js';
import { readLabelFiles, refuseLabelled } from '../label-file.js';
import { secondReading } from '../second-reading.js';
import { labelLines } from '../label-lines.js';

const usage = `Usage: deversoir label --corpus DIR --out FILE.csv [--html FILE.html] [OPTIONS]
       deversoir label --corpus DIR --read FILE.csv [--period P] [--json]

Corrects shares by labels of your own. First draws a random part of the customers' messages, as many as the wanted precision
needs, more of the kinds of text (private, review, tweet, comment) that are many or read less surely, 30 of each at least where
the number allows it; you say what each of them is, in the CSV (column label) or on the page, which hands back a CSV; then
reads the labels back and prints the corrected shares beside the raw ones, of all messages and of each kind with 30 labels.
Labels of complaints (--head complaint) set the funnel right too: "deversoir report --corpus DIR --labels FILE.csv".

Options:
  --corpus DIR        the corpus
  --out FILE          CSV to label: messageId, head, label (empty), stage, channel, text (masked)
  --html FILE         a page to label by keyboard instead; self-contained, asks nothing of the network
  --head HEAD         ${CORRECTED_HEADS.join(', ')} (default: sentiment)
  --half-width W      half-width wanted of the corrected share, such as 0.05 (default)
  --n N               draw N messages instead
  --seed N            another seed draws other messages (default: 1)
  --period P          only this year, quarter, month, ISO week or day; the same when labels are read back
  --second-reader DIR a sentiment classifier (model.onnx, tokenizer.json, config.json) labels the sample in your place: the CSV
                      says its name in the column reader; 2,000 messages unless --n says otherwise. It corrects shares only
                      where it gives what it tells of four labelled sets it did not learn from: an encoder whose head
                      "deversoir train --on-vectors --rebuild" learnt does
  --read FILE         labels to read back, in English or French; repeat for several files

Private messages are among the texts: they are masked, and the files are for those who may read them.

Cost: a second for 100,000 messages; with a second reader, what the model takes for the sample.

Examples:
  deversoir label --corpus r/corpus --out a-etiqueter.csv --half-width 0.04
  deversoir label --corpus r/corpus --html etiqueter.html --head complaint --n 200
  deversoir label --corpus r/corpus --read etiquettes.csv
  deversoir label --corpus r/corpus --second-reader modeles/camembert-avis --out second.csv`;

const WORDS: Readonly<Record<string, string>> = {
  negative: 'négatif',
  neutral: 'neutre ou mêlé',
  positive: 'positif',
  complaint: 'plainte',
  harm: 'à modérer',
  none: 'non',
};

/** What the page asks, and what decides it. */
const QUESTIONS: Readonly<Record<CorrectedHead, { readonly question: string; readonly rule: string }>> = {
  sentiment: {
    question: 'Quel est le ton du message ?',
    rule: 'Un fait qui déçoit est négatif, même sans un mot de colère ; ce qui blâme et loue à la fois est neutre ou mêlé.',
  },
  complaint: {
    question: 'Est-ce une plainte ?',
    rule: 'Oui si le message dit qu’une attente a été déçue, même poliment ou par ironie. Une relance sans autre reproche, une question, un goût, un merci : non.',
  },
  harm: {
    question: 'Est-ce à modérer ?',
    rule: 'Oui pour une insulte, une menace, la haine, le spam ou l’arnaque ; se plaindre, même fort, ne l’est pas.',
  },
};

/** Messages that a second reader reads when no number is given. */
const SECOND_READS = 2000;
async function draw(corpus: Corpus, values: Parameters<Command['run']>[1], io: CommandIo): Promise<unknown> {
  const { drawLabelSample } = await import('../../metrics/index.js');
  const head = choiceOption(values, 'head', CORRECTED_HEADS) ?? 'sentiment';
  const n = wholeOption(values, 'n', { min: 2 }),
    halfWidth = numberOption(values, 'half-width', { min: 0.001, max: 0.5 }),
    seed = wholeOption(values, 'seed');
  const second = stringOption(values, 'second-reader');
  if (second !== undefined && head !== 'sentiment')
    throw new DeversoirError('option-invalid', `--second-reader for ${head}`, {
      hint: 'a second reader tells sentiment',
    });
  const [out, html] = [stringOption(values, 'out'), stringOption(values, 'html')];
  if (out !== undefined) await refuseLabelled(out);
  if (html !== undefined) refuseForeign(html, 'label');
  const drawn = n ?? (second === undefined ? undefined : SECOND_READS);
  const sample = await drawLabelSample(corpus, {
    head,
    ...(drawn === undefined ? {} : { n: drawn }),
    ...(halfWidth === undefined ? {} : { halfWidth }),
    ...(seed === undefined ? {} : { seed }),
  });
  if (out !== undefined) {
    const reader = second === undefined ? '' : basename(resolve(second));
    const { tones, errors } =
      second === undefined
        ? { tones: [], errors: [] }
        : await secondReading(
            second,
            sample.rows.map(({ text }) => text),
            io.progress,
          );
    const lines = sample.rows.map(({ messageId, stage, channel, text }, at) =>
      [
        messageId,
        head,
        tones[at] ?? '',
        reader,
        stage,
        channel,
        text,
        ...(errors.length === 0 ? [] : [at === 0 ? JSON.stringify(errors) : '']),
      ]
        .map(csvCell)
        .join(','),
    );
    const header = `messageId,head,label,reader,stage,channel,text${errors.length === 0 ? '' : ',readerErrors'}`;
    writeWhole(out, `${[header, ...lines].join('\r\n')}\r\n`);
    io.print(
      second === undefined
        ? `to label: ${out}, column label: ${sample.choices.join(', ')}`
        : `labelled by ${reader}: ${out}`,
    );
  }
  if (html !== undefined) {
    const { labelPage } = await import('../../report/label-page.js');
    const { channelLabel } = await import('../../charts/wording.js');
    const choices = sample.choices.map((code) => ({ code, word: WORDS[code] ?? code })),
      rows = sample.rows.map((row) => ({ ...row, channel: channelLabel(row.channel) }));
    writeWhole(html, labelPage({ head, ...QUESTIONS[head], choices, rows }));
    io.print(`to label: ${html}, in a browser`);
  }
  const { rows: _rows, ...told } = sample;
  const lines = labelLines(values['lang'] === 'fr' ? 'fr' : 'en');
  io.print(lines.drawn(sample));
  if (sample.strata.length > 1) io.print(lines.strata(sample.strata));
  return { ...told, n: sample.rows.length };
}

async function readBack(
  corpus: Corpus,
  files: readonly string[],
  language: Language,
  io: CommandIo,
): Promise<unknown> {
  const { correctedShares } = await import('../../metrics/index.js');
  const labels = await readLabelFiles(files);
  const metric = await correctedShares(corpus, { labels });
  const all = metric.rows();
  const rows = all.filter(({ genre }) => genre === 'all'),
    genres = all.filter(({ genre, method }) => genre !== 'all' && method.startsWith('prediction-powered'));
  const lines = labelLines(language);
  io.print(lines.count(labels.length));
  const heads = new Set<string>(labels.map(({ head }) => head));
  for (const row of [...rows, ...genres]) if (heads.has(row.head)) io.print(lines.share(row));
  const second = labels.find((label) => label.reader !== undefined)?.reader;
  if (second !== undefined && !rows.some(({ reference }) => reference.startsWith('second reader ')))
    io.print(
      `no share is corrected by ${second}: how it errs on sets of which it learnt nothing is not known of four of them ("deversoir train --on-vectors --rebuild"), or leaves more open than the heads`,
    );
  if (labels.some(({ head, reader }) => head === 'complaint' && reader === undefined))
    io.print(
      'the funnel too: deversoir report --corpus DIR --labels FILE sets spill rates, unidentified complaints, matrix, iceberg ratio and public response rates right by them',
    );
  return { labels: labels.length, rows, genres };
}

export const labelCommand: Command = {
  name: 'label',
  usage,
  positionals: false,
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    html: { type: 'string' },
    head: { type: 'string' },
    'half-width': { type: 'string' },
    n: { type: 'string' },
    seed: { type: 'string' },
    'second-reader': { type: 'string' },
    period: { type: 'string', multiple: true },
    read: { type: 'string', multiple: true },
  },
  async run(_, values, io) {
    const folder = stringOption(values, 'corpus'),
      files = listOption(values, 'read');
    if (folder === undefined)
      throw new DeversoirError('option-invalid', 'no --corpus', {
        hint: 'deversoir label --corpus DIR --out FILE.csv',
      });
    if (
      files.length === 0 &&
      stringOption(values, 'out') === undefined &&
      stringOption(values, 'html') === undefined
    )
      throw new DeversoirError('option-invalid', 'nothing to do', { hint: 'give --out, --html or --read' });
    if (values['second-reader'] !== undefined && stringOption(values, 'out') === undefined)
      throw new DeversoirError('option-invalid', '--second-reader alone', {
        hint: 'give --out FILE.csv for its labels',
      });
    const { openCorpus } = await import('../../corpus.js');
    const step = (item: string, done: number): void =>
      io.progress({ task: 'labels', item: `(${item})`, done, total: 2, unit: 'steps' });
    step('opening the corpus', 0);
    const whole = await openCorpus(folder);
    step(files.length > 0 ? 'correcting shares by them' : 'drawing messages', 1);
    const periods = listOption(values, 'period');
    const corpus = periods.length === 0 ? whole : whole.where({ period: periods });
    try {
      return {
        json:
          files.length > 0
            ? await readBack(corpus, files, values['lang'] === 'fr' ? 'fr' : 'en', io)
            : await draw(corpus, values, io),
      };
    } finally {
      whole.close();
    }
  },
};
