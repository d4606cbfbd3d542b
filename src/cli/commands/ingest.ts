import type { SparkOptions } from '../../shards/spark/run-driver.js';
import { DeversoirError } from '../../util/errors.js';
import { choiceOption, stringOption, type Command, type OptionValues } from '../command.js';
import {
  buildOptions,
  buildOptionsHelp,
  buildOptionsSpec,
  outFolder,
  pairsOption,
} from '../build-options.js';
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
  --engine ENGINE      who reads and understands: threads (default, this machine) or spark; the corpus is the same
  --master URL         with spark, required: spark://HOST:PORT, yarn, k8s://… or local[N]; --out must be a folder that
                       this machine and all workers see
  --python PATH        with spark: a Python that has pyspark, pyarrow and pandas (default: PYSPARK_PYTHON, then python3)
  --spark-node PATH    with spark: Node on the workers (default: the path of this one)
  --spark-package DIR  with spark: the package deversoir on the workers (default: where this one is)
  --spark-conf K=V     with spark: a setting, e.g. spark.executor.memory=2g; repeat
  --json               print the manifest as JSON on stdout

Cost: about 10,000 comments a second on two cores, in 1.1 to 1.2 GB (1 to 4 million measured). Where there are private messages or
articles, joining into cases holds those and all complaints at once, about 1 KB each.

Examples:
  deversoir ingest exports/ --out corpus --zone Europe/Paris --key-file my-key.txt
  deversoir ingest avis.csv --map text=Verbatim --map date=Jour --date-order dmy
  deversoir ingest /nfs/exports --out /nfs/corpus --engine spark --master spark://head:7077`;

/** Where Spark runs, when `--engine spark` asks for it. */
function sparkOptions(values: OptionValues): SparkOptions | undefined {
  const master = stringOption(values, 'master');
  if (choiceOption(values, 'engine', ['threads', 'spark']) !== 'spark') {
    if (master !== undefined)
      throw new DeversoirError('option-invalid', '--master without --engine spark', { hint: 'give both' });
    return undefined;
  }
  if (master === undefined)
    throw new DeversoirError('option-invalid', '--engine spark without --master', {
      hint: 'expected spark://HOST:PORT, yarn, k8s://… or local[N]',
    });
  const [python, node, folder] = ['python', 'spark-node', 'spark-package'].map((name) =>
    stringOption(values, name),
  );
  return {
    master,
    settings: pairsOption(values, 'spark-conf', 'expected NAME=VALUE, e.g. spark.executor.memory=2g'),
    ...(python && { python }),
    ...(node && { node }),
    ...(folder && { package: folder }),
  };
}

export const ingestCommand: Command = {
  name: 'ingest',
  usage,
  options: {
    ...buildOptionsSpec,
    out: { type: 'string' },
    engine: { type: 'string' },
    master: { type: 'string' },
    python: { type: 'string' },
    'spark-node': { type: 'string' },
    'spark-package': { type: 'string' },
    'spark-conf': { type: 'string', multiple: true },
  },
  async run(paths, values, io) {
    const options = buildOptions(paths, values, io);
    const out = outFolder(values, 'corpus');
    const spark = sparkOptions(values);
    const { buildCorpus } = await import('../../pipeline.js');
    const { onSpark } = await import('../../shards/schedule-shards.js');
    const corpus = await buildCorpus(paths, out, spark ? { ...options, schedule: onSpark(spark) } : options);
    try {
      const exitCode = await tellCorpus(corpus, io);
      io.print(`corpus written to ${out}`);
      return { json: { ...corpus.manifest, folder: out }, exitCode };
    } finally {
      corpus.close();
    }
  },
};
