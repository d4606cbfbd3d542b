import { join } from 'node:path';
import type { Command } from '../command.js';
import { buildOptions, buildOptionsHelp, buildOptionsSpec, outFolder } from '../build-options.js';
import { tellCorpus } from '../tell-corpus.js';

const usage = `Usage: deversoir report PATH... [--out DIR] [OPTIONS]

Reads exports (files, folders, zip archives) and writes a French report:

  DIR/report.html   one self-contained page: no network, opens from file://, prints to PDF
  DIR/metrics.json  every metric with value, n, interval, denominator, method and table
  DIR/corpus/       the corpus, as "deversoir ingest" writes it

Options:
  --out DIR            folder of the report (default: report)
  --private-verbatims  let masked private messages be quoted (default: never)
${buildOptionsHelp}
  --json               print where things are, the totals and the files as JSON on stdout

Cost: that of "deversoir ingest", then about 15 s of measures for 5,000 messages with private cases (most of it resampling).

Examples:
  deversoir report exports/ --out reports/t1 --zone Europe/Paris
  deversoir report talkwalker/ trustpilot/ --out r --config client/deversoir.json`;

export const reportCommand: Command = {
  name: 'report',
  summary: 'exports → corpus → metrics → French report (HTML)',
  usage,
  options: { ...buildOptionsSpec, out: { type: 'string' }, 'private-verbatims': { type: 'boolean' } },
  async run(paths, values, io) {
    const options = buildOptions(paths, values, io);
    const out = outFolder(values, 'report');
    const { buildCorpus } = await import('../../pipeline.js');
    const { writeReport } = await import('../../write-report.js');
    const corpus = await buildCorpus(paths, join(out, 'corpus'), options);
    try {
      const exitCode = await tellCorpus(corpus, io);
      const written = await writeReport(corpus, out, {
        privateVerbatims: values['private-verbatims'] === true,
        ...(options.config && { config: options.config }),
      });
      io.print(`report written to ${written.html}`);
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
