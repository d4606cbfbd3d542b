import type { Command } from '../command.js';
import { buildOptions, buildOptionsHelp, buildOptionsSpec, outFolder } from '../build-options.js';
import { tellCorpus } from '../tell-corpus.js';

const usage = `Usage: deversoir ingest PATH... [--out DIR] [OPTIONS]

Reads exports (files, folders, zip archives) into a corpus: a folder with

  messages/*.parquet    kept messages, enriched; columns named as in the type EnrichedMessage
  duplicates/*.parquet  messages read again, whole, each with duplicateOf
  rejects/*.parquet     rows that could not become messages: file, row, column, value (masked), reason, hint
  doubts/*.parquet      what is doubtful about kept rows or whole files
  cases/, case-messages/, transitions/, links/   customer problems over all their messages, and why they were joined
  manifest.json         every file with sha256, format, read, kept, duplicates, rejected, notes; the totals; the options

read = kept + duplicates + rejected, file by file: nothing is lost. Reading the same file again changes nothing.
A file that nobody recognises, or that holds no messages, is reported and does not stop the others.

Options:
  --out DIR            corpus folder (default: corpus)
${buildOptionsHelp}
  --json               print the manifest as JSON on stdout

Cost: about 14,000 comments a second on two cores, in 1.2 to 1.5 GB (1 to 3 million measured). Where there are private messages or
articles, joining into cases holds those and all complaints at once, about 1 KB each.

Examples:
  deversoir ingest exports/ --out corpus --zone Europe/Paris
  deversoir ingest avis.csv --map text=Verbatim --map date=Jour --date-order dmy`;

export const ingestCommand: Command = {
  name: 'ingest',
  summary: 'exports → corpus folder (Parquet and manifest.json)',
  usage,
  options: { ...buildOptionsSpec, out: { type: 'string' } },
  async run(paths, values, io) {
    const options = buildOptions(paths, values, io);
    const out = outFolder(values, 'corpus');
    const { buildCorpus } = await import('../../pipeline.js');
    const corpus = await buildCorpus(paths, out, options);
    try {
      const exitCode = await tellCorpus(corpus, io);
      io.print(`corpus written to ${out}`);
      return { json: { ...corpus.manifest, folder: out }, exitCode };
    } finally {
      corpus.close();
    }
  },
};
