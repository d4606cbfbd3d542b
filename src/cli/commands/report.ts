import { join } from 'node:path';
import type { Corpus } from '../../corpus.js';
import type { BuildOptions } from '../../pipeline.js';
import { DeversoirError } from '../../util/errors.js';
import { daysOfPeriod } from '../../engine/calendar.js';
import { findConfig } from '../../util/config-file.js';
import type { CorpusConfig } from '../../model/config.js';
import { listOption, stringOption, type Command, type CommandIo, type OptionValues } from '../command.js';
import { buildOptions, buildOptionsHelp, buildOptionsSpec, outFolder } from '../build-options.js';
import { tellCorpus } from '../tell-corpus.js';

const usage = `Usage: deversoir report PATH... [--out DIR] [OPTIONS]
       deversoir report --corpus DIR [--out DIR] [--period P] [--zone ZONE] [--config FILE]

Reads exports (files, folders, zip archives) and writes a French report:

  DIR/report.html   one self-contained page: no network, opens from file://, prints to PDF
  DIR/metrics.json  every metric with value, n, interval, denominator, method and table
  DIR/corpus/       the corpus, as "deversoir ingest" writes it

Options:
  --out DIR            folder of the report (default: report)
  --corpus DIR         report on a corpus that is there, without reading exports again
  --period P           only this year 2026, quarter 2026-Q3, month 2026-07, ISO week 2026-W30 or day; repeat for several
  --private-verbatims  let masked private messages be quoted (default: never)
${buildOptionsHelp}
  --json               print where things are, the totals and the files as JSON on stdout

Cost: that of "deversoir ingest", then about 15 s of measures for 5,000 messages with private cases (most of it resampling).

Examples:
  deversoir report exports/ --out reports/t1 --zone Europe/Paris
  deversoir report --corpus reports/t1/corpus --period 2026-Q3 --out reports/t3
  deversoir report talkwalker/ trustpilot/ --out r --config client/deversoir.json`;

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
    const options = buildOptions(paths, values, io);
    const folder = join(out, 'corpus');
    const { buildCorpus } = await import('../../pipeline.js');
    return { corpus: await buildCorpus(paths, folder, options), options, folder };
  }
  if (paths.length > 0)
    throw new DeversoirError('option-invalid', '--corpus and exports', { hint: 'give one or the other' });
  const { openCorpus } = await import('../../corpus.js');
  const corpus = await openCorpus(given);
  const config =
    findConfig([], stringOption(values, 'config'))?.config ??
    (corpus.manifest.options['config'] as CorpusConfig | undefined);
  const zone = stringOption(values, 'zone');
  return { corpus, options: { ...(config && { config }), ...(zone && { zone }) }, folder: given };
}

export const reportCommand: Command = {
  name: 'report',
  summary: 'exports → corpus → metrics → French report (HTML)',
  usage,
  options: {
    ...buildOptionsSpec,
    out: { type: 'string' },
    corpus: { type: 'string' },
    period: { type: 'string', multiple: true },
    'private-verbatims': { type: 'boolean' },
  },
  async run(paths, values, io) {
    const out = outFolder(values, 'report');
    const period = listOption(values, 'period');
    for (const one of period) daysOfPeriod(one);
    const { corpus, options, folder } = await corpusOf(paths, values, io, out);
    try {
      const exitCode = await tellCorpus(corpus, io);
      const { writeReport } = await import('../../write-report.js');
      const written = await writeReport(corpus, out, {
        privateVerbatims: values['private-verbatims'] === true,
        ...(period.length > 0 && { where: { period } }),
        ...(options.zone && { zone: options.zone }),
        ...(options.config && { config: options.config }),
      });
      io.print(`report written to ${written.html}`);
      return {
        json: { ...written, corpus: folder, totals: corpus.manifest.totals, files: corpus.manifest.files },
        exitCode,
      };
    } finally {
      corpus.close();
    }
  },
};
