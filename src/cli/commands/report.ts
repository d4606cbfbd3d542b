import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { choiceOption, stringOption, type Command, type OptionValues } from '../command.js';
import type { DeckTheme } from '../../report/index.js';
import { DeversoirError } from '../../util/errors.js';
import { LANGUAGES } from '../../util/language.js';
import { buildOptions, buildOptionsHelp, buildOptionsSpec, outFolder } from '../build-options.js';
import { tellCorpus } from '../tell-corpus.js';

const usage = `Usage: deversoir report PATH... [--out DIR] [OPTIONS]

Reads exports (files, folders, zip archives) and writes a report:

  DIR/report.html   one self-contained page: no network, opens from file://, prints to PDF
  DIR/metrics.json  every metric with value, n, interval, denominator, method and table; metrics.schema.json describes it
  DIR/deck.pptx     12 to 18 slides with native, editable charts
  DIR/metrics.xlsx  one sheet a metric, and definitions
  DIR/corpus/       the corpus, as "deversoir ingest" writes it

Options:
  --out DIR            folder of the report (default: report)
  --only FILES         what to write, e.g. html,pptx (choices: html, json, pptx, xlsx; default: all)
  --lang LANGUAGE      fr or en (default: fr)
  --theme FILE         look of the deck, JSON: ink, soft, paper, accent, plain, strong (colours), headFont, bodyFont, logo
  --private-verbatims  let masked private messages be quoted (default: never)
${buildOptionsHelp}
  --json               print where things are, the totals and the files as JSON on stdout

Cost: that of "deversoir ingest", then about 15 s of measures for 5,000 messages with private cases (most of it resampling).

Examples:
  deversoir report exports/ --out reports/t1 --zone Europe/Paris
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
  const { parseTheme } = await import('../../report/index.js');
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DeversoirError('option-invalid', `--theme ${file} can't be read`, {
      hint: 'give a JSON file',
      cause,
    });
  }
  return parseTheme(json, file);
}

export const reportCommand: Command = {
  name: 'report',
  summary: 'exports → corpus → metrics → report: page, deck, workbook, JSON',
  usage,
  options: {
    ...buildOptionsSpec,
    out: { type: 'string' },
    only: { type: 'string' },
    lang: { type: 'string' },
    theme: { type: 'string' },
    'private-verbatims': { type: 'boolean' },
  },
  async run(paths, values, io) {
    const options = buildOptions(paths, values, io);
    const out = outFolder(values, 'report');
    const { buildCorpus } = await import('../../pipeline.js');
    const { writeReport, REPORT_FILES } = await import('../../write-report.js');
    const files = filesOption(values, REPORT_FILES);
    const language = choiceOption(values, 'lang', LANGUAGES);
    const theme = await themeOption(values);
    const corpus = await buildCorpus(paths, join(out, 'corpus'), options);
    try {
      const exitCode = await tellCorpus(corpus, io);
      const written = await writeReport(corpus, out, {
        privateVerbatims: values['private-verbatims'] === true,
        files,
        ...(language && { language }),
        ...(theme && { theme }),
        ...(options.config && { config: options.config }),
      });
      io.print(`report written to ${Object.values(written).join(', ')}`);
      return {
        json: {
          ...written,
          corpus: join(out, 'corpus'),
          totals: corpus.manifest.totals,
          files: corpus.manifest.files,
        },
        exitCode,
      };
    } finally {
      corpus.close();
    }
  },
};
