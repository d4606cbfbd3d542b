import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { adaptHead, FEWEST_HELD_OUT, FEWEST_ROWS } from '../../learn/adapt.js';
import { encodeHead, HEAD_MAGIC } from '../../enrich/heads/head.js';
import { createFeatures } from '../../enrich/heads/head-reader.js';
import { loadHeads } from '../../enrich/heads/model-files.js';
import { DeversoirError } from '../../util/errors.js';
import { type Command, stringOption } from '../command.js';
import { refuseOther } from '../refuse-other.js';
import { labelledRows } from '../labelled-rows.js';

export const adaptCommand: Command = {
  name: 'adapt',
  usage: `Usage: deversoir adapt --head NAME --data FILE --out HEAD.bin [--text COLUMN] [--label COLUMN | --stars COLUMN]

Learns what the shipped head gets wrong on the rows of FILE. Three rows in ten are held out; the gain in macro-F1 is measured
on them, and no head is written when there is none (exit code 3).

Options:
  --head NAME        sentiment, sentiment-tweet, sentiment-review, emotion, contributions
  --data FILE        CSV or TSV with a header, at least ${FEWEST_ROWS} rows to learn from and ${FEWEST_HELD_OUT} held out
  --text COLUMN      column of the text (default "text")
  --label COLUMN     column of the label (default "label"): the head's own labels
  --stars COLUMN     column of stars, as sentiment: 1-2 negative, 3 neutral, 4-5 positive
  --out FILE         file of the adapted head; give it to "deversoir report" or "ingest" with --head, or in deversoir.json
                     under "heads"

Cost: some seconds for 5,000 rows, 300 MB.

Example:
  deversoir adapt --head sentiment-review --data reviews.csv --stars rating --out sentiment-review.bin
  deversoir report exports/ --head sentiment-review.bin`,
  positionals: false,
  options: {
    head: { type: 'string' },
    data: { type: 'string' },
    out: { type: 'string' },
    text: { type: 'string' },
    label: { type: 'string' },
    stars: { type: 'string' },
  },
  async run(_, values, io) {
    const name = stringOption(values, 'head'),
      data = stringOption(values, 'data'),
      out = stringOption(values, 'out');
    if (name === undefined || data === undefined || out === undefined) {
      throw new DeversoirError('option-invalid', 'missing option', {
        hint: 'deversoir adapt --head NAME --data FILE --out HEAD.bin',
      });
    }
    refuseOther(out, HEAD_MAGIC, 'a head');
    const shipped = loadHeads().get(name);
    if (shipped === undefined || shipped.choice !== 'one') {
      const choices = [...loadHeads().values()]
        .filter((head) => head.choice === 'one')
        .map((head) => head.name)
        .toSorted();
      throw new DeversoirError('option-invalid', `--head ${name}`, {
        hint: `expected one of ${choices.join(', ')}`,
      });
    }
    const rows = labelledRows(data, values, io, shipped.labels);
    if (rows.length < FEWEST_ROWS)
      throw new DeversoirError('data-invalid', `${rows.length} labelled rows`, {
        hint: `give ${FEWEST_ROWS} to learn from, and three in ten more that are held out`,
        place: { file: data },
      });
    const { head, ...figures } = adaptHead(
      createFeatures(),
      shipped,
      rows.map((row) => ({ text: row.text, labels: [shipped.labels.indexOf(row.label)] })),
      io.progress,
    );
    const percent = (share: number): string => (100 * share).toFixed(1);
    io.print(`${figures.learnt} rows learnt from, ${figures.heldOut} held out`);
    io.print(
      `macro-F1 on held-out rows: ${percent(figures.before)}% before, ${percent(figures.after)}% after`,
    );
    io.print(
      `gain ${percent(figures.after - figures.before)} points, 95% interval ${percent(figures.interval.low)} to ${percent(figures.interval.high)}`,
    );
    if (head === null) {
      const few = figures.learnt < FEWEST_ROWS || figures.heldOut < FEWEST_HELD_OUT;
      io.print(
        `refused: ${few ? 'too few rows to tell' : 'no gain on held-out rows'}; the shipped head stays`,
      );
      return { json: { written: false, ...figures }, exitCode: 3 };
    }
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, encodeHead(head));
    io.print(`written: ${out}`);
    return { json: { written: true, out, ...figures } };
  },
};
