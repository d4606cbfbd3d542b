import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Corpus } from '../../corpus.js';
import type { BuildOptions } from '../../pipeline.js';
import type { DeckTheme } from '../../report/index.js';
import { DeversoirError } from '../../util/errors.js';
import { LANGUAGES } from '../../util/language.js';
import { daysOfPeriod } from '../../engine/calendar.js';
import type { CorpusConfig } from '../../model/config.js';
import {
  choiceOption,
  listOption,
  stringOption,
  type Command,
  type CommandIo,
  type OptionValues,
} from '../command.js';
import {
  buildOptions,
  buildOptionsHelp,
  configOption,
  buildOptionsSpec,
  outFolder,
} from '../build-options.js';
import { tellCorpus } from '../tell-corpus.js';
import { readLabelFiles } from '../label-file.js';
import { readPeers } from '../peers-file.js';

const usage = `Usage: deversoir report PATH... [--out DIR] [OPTIONS]
       deversoir report --corpus DIR [--out DIR] [--period P] [--zone ZONE] [--config FILE]

Reads exports (files, folders, zip archives) and writes a report:

  DIR/report.html   one self-contained page: no network, opens from file://, prints to PDF
  DIR/metrics.json  every metric with value, n, interval, denominator, method and table; metrics.schema.json describes it
  DIR/deck.pptx     12 to 18 slides with native, editable charts
  DIR/metrics.xlsx  one sheet a metric, and definitions
  DIR/tables/       the same tables as Parquet, one file a metric
  DIR/corpus/       the corpus, as "deversoir ingest" writes it

Options:
  --out DIR            folder of the report (default: report)
  --only FILES         what to write, e.g. html,pptx (choices: html, json, pptx, xlsx, parquet; default: all)
  --lang LANGUAGE      fr or en (default: fr); with --lang fr the terminal speaks French too
  --theme FILE         look of the deck: the client's own .potx or .pptx (its master and layouts, slide size, colours and fonts
                       are taken), or JSON with ink, soft, paper, accent, plain, strong (colours), headFont, bodyFont, logo
  --corpus DIR         report on a corpus that is there, without reading exports again
  --period P           only this year 2026, quarter 2026-Q3, month 2026-07, ISO week 2026-W30 or day; repeat for several
                       (default: "period" of the configuration, else all)
  --labels FILE        correct shares by the labels of "deversoir label" (yours or a second reader's), and by yours of complaints
                       what spills (by driver, subject, delay), unidentified complaints, the déversoir matrix, the iceberg ratio
                       and the public response rate; repeat for several files
  --peers FILE         brands, stores and headline figures of others, without names, to stand beside; repeat for several
                       ("deversoir peers" writes such a file)
  --private-verbatims  let masked private messages be quoted (default: never)
${buildOptionsHelp}
  --json               print where things are, the totals and the files as JSON on stdout

Cost: that of "deversoir ingest", then about 15 s of measures for 5,000 messages with private cases (most of it resampling).

Examples:
  deversoir report exports/ --out reports/t1 --zone Europe/Paris --key-file my-key.txt
  deversoir report --corpus reports/t1/corpus --period 2026-Q3 --out reports/t3
  deversoir report talkwalker/ trustpilot/ --out r --config client/deversoir.json`;

/** The files of `--only`; throws `option-invalid` for one that can't be. */
function filesOption<File extends string>(values: OptionValues, choices: readonly File[]): readonly File[] {
  const asked = stringOption(values, 'only')
    ?.split(',')
    .map((name) => name.trim());
  const found = choices.filter((choice) => asked?.includes(choice) ?? true);
  if (asked !== undefined && (found.length === 0 || found.length < new Set(asked).size))
    throw new DeversoirError('option-invalid', `--only ${asked.join(',')}`, {
      hint: `expected some of ${choices.join(', ')}`,
    });
  return found;
}

async function themeOption(values: OptionValues): Promise<DeckTheme | undefined> {
  const file = stringOption(values, 'theme');
  if (file === undefined) return undefined;
  const { masterTheme, parseTheme } = await import('../../report/index.js');
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new DeversoirError('option-invalid', `--theme ${file} can't be read`, {
      hint: 'give a JSON file, a .potx or a .pptx',
      cause,
    });
  }
  return bytes.subarray(0, 2).toString('latin1') === 'PK'
    ? masterTheme(bytes, file)
    : parseTheme(bytes.toString('utf8'), file);
}

/** The corpus of `--corpus`, or one made from exports, with what the report is told of it. */
async function corpusOf(
  paths: readonly string[],
  values: OptionValues,
  io: CommandIo,
  out: string,
): Promise<{
  readonly corpus: Corpus;
  readonly options: Pick<BuildOptions, 'config' | 'zone'>;
  readonly folder: string;
}> {
  const given = stringOption(values, 'corpus');
  if (given === undefined) {
    const options = { ...buildOptions(paths, values, io), leaveOut: [out] };
    const folder = join(out, 'corpus');
    const { buildCorpus } = await import('../../pipeline.js');
    return { corpus: await buildCorpus(paths, folder, options), options, folder };
  }
  if (paths.length > 0)
    throw new DeversoirError('option-invalid', '--corpus and exports', { hint: 'give one or the other' });
  const { openCorpus } = await import('../../corpus.js');
  const named = configOption([], values);
  const taxonomies = named?.taxonomies;
  const corpus = await openCorpus(given, taxonomies ? { taxonomies } : {});
  const kept = corpus.manifest.options['config'] as CorpusConfig | undefined;
  const config = values['config'] === undefined ? kept : named;
  const zone = stringOption(values, 'zone');
  return { corpus, options: { ...(config && { config }), ...(zone && { zone }) }, folder: given };
}

export const reportCommand: Command = {
  name: 'report',
  usage,
  options: {
    ...buildOptionsSpec,
    out: { type: 'string' },
    only: { type: 'string' },
    lang: { type: 'string' },
    theme: { type: 'string' },
    corpus: { type: 'string' },
    period: { type: 'string', multiple: true },
    labels: { type: 'string', multiple: true },
    peers: { type: 'string', multiple: true },
    'private-verbatims': { type: 'boolean' },
  },
  async run(paths, values, io) {
    const out = outFolder(values, 'report');
    const { writeReport, REPORT_FILES } = await import('../../write-report.js');
    const files = filesOption(values, REPORT_FILES);
    const language = choiceOption(values, 'lang', LANGUAGES);
    const theme = await themeOption(values);
    // Of the configuration that is given now, not of the one that the corpus kept.
    const asked = configOption(paths, values)?.period;
    const named = listOption(values, 'period');
    const period = named.length === 0 && asked !== undefined ? [asked] : named;
    for (const one of period) daysOfPeriod(one);
    const labels = await readLabelFiles(listOption(values, 'labels'));
    const peers = await readPeers(listOption(values, 'peers'));
    const { corpus, options, folder } = await corpusOf(paths, values, io, out);
    try {
      const exitCode = await tellCorpus(corpus, io);
      const { totals, files: read } = corpus.manifest;
      if (totals.kept === 0) return { json: { corpus: folder, totals, files: read }, exitCode };
      const written = await writeReport(corpus, out, {
        quotePrivate: values['private-verbatims'] === true,
        files,
        ...(language && { language }),
        ...(theme && { theme }),
        ...(labels.length > 0 && { labels }),
        ...(peers && { peers }),
        ...(period.length > 0 && { where: { period } }),
        ...(options.zone && { zone: options.zone }),
        ...(options.config && { config: options.config }),
        onProgress: io.progress,
        onWarning: (warning) => io.warn(`warning: ${warning}`),
      });
      io.print(`report written to ${Object.values(written).join(', ')}`);
      return { json: { ...written, corpus: folder, totals, files: read }, exitCode };
    } finally {
      corpus.close();
    }
  },
};
