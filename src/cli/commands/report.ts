import { join } from 'node:path';
import { type Command, stringOption } from '../command.js';
import { buildOptions, buildOptionsHelp, buildOptionsSpec } from '../build-options.js';
import { manifestLines } from '../manifest-lines.js';

const usage = `Usage: deversoir report PATH... [--out DIR] [OPTIONS]

Reads exports (files, folders, zip archives) and writes a French report:

  DIR/report.html   one self-contained page: no network, opens from file://, prints to PDF
  DIR/metrics.json  every metric with value, n, interval, denominator, method and table
  DIR/corpus/       the corpus, as "deversoir ingest" writes it

Options:
  --out DIR            folder of the report (default: report)
  --private-verbatims  let masked private messages be quoted (default: never)
${buildOptionsHelp}
  --json               print where things are and the metrics as JSON on stdout

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
    const out = stringOption(values, 'out') ?? 'report';
    const { buildCorpus } = await import('../../pipeline.js');
    const { writeReport } = await import('../../write-report.js');
    const corpus = await buildCorpus(paths, join(out, 'corpus'), options);
    try {
      for (const line of manifestLines(corpus.manifest)) io.print(line);
      const written = await writeReport(corpus, out, {
        privateVerbatims: values['private-verbatims'] === true,
        ...(options.config && { config: options.config }),
      });
      io.print(`report written to ${written.html}`);
      return { json: { ...written, corpus: join(out, 'corpus'), totals: corpus.manifest.totals, files: corpus.manifest.files } };
    } finally {
      corpus.close();
    }
  },
};
