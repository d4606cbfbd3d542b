import { writeWhole } from '../../engine/write-whole.js';
import type { Corpus } from '../../corpus.js';
import { DeversoirError } from '../../util/errors.js';
import { readPeers } from '../peers-file.js';
import { listOption, stringOption, type Command } from '../command.js';

const usage = `Usage: deversoir peers --corpus DIR [--corpus DIR...] --out FILE.json --about TEXT
       deversoir peers --corpus DIR [--corpus DIR...] [--read FILE.json] [--json]

Compares brands and stores with those of others, without a name. With --out, writes the negative share and the size of each
brand and store of the corpora to an anonymous file that can be sent: no name, no order, no group under 30 messages. Without,
prints all groups, those of the file as "peer 1", "peer 2", ...: share, shrunk share with its interval, and whether it is outside
what chance alone explains (funnel limits of 95 % and 99.8 %).

Options:
  --corpus DIR      a corpus; repeat for several: groups of one name are one
  --out FILE        peer file to write (JSON)
  --about TEXT      what the set is: sector, period, sources; it is in the file, so no name in it
  --read FILE       peer file of somebody else to compare with
  --period P        only this year, quarter, month, ISO week or day; repeat for several

Cost: a second for 100,000 messages.

Examples:
  deversoir peers --corpus r/corpus --out peers.json --about "dairy, 2026-Q1, reviews"
  deversoir peers --corpus r/corpus --read peers.json`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const peersCommand: Command = {
  name: 'peers',
  summary: 'brands and stores beside those of others, by a file without names',
  usage,
  options: {
    corpus: { type: 'string', multiple: true },
    out: { type: 'string' },
    about: { type: 'string' },
    read: { type: 'string' },
    period: { type: 'string', multiple: true },
  },
  async run(_, values, io) {
    const folders = listOption(values, 'corpus'),
      [out, about, read] = ['out', 'about', 'read'].map((name) => stringOption(values, name));
    if (folders.length === 0)
      throw new DeversoirError('option-invalid', 'no --corpus', {
        hint: 'deversoir peers --corpus DIR --read FILE.json',
      });
    if (out !== undefined && about === undefined)
      throw new DeversoirError('option-invalid', '--out without --about', {
        hint: 'say what the set is: --about "dairy, 2026-Q1, reviews"',
      });
    const peers = read === undefined ? undefined : await readPeers(read);
    const { openCorpus } = await import('../../corpus.js');
    const { benchmarks, peerSetOf } = await import('../../metrics/index.js');
    const periods = listOption(values, 'period');
    const opened: Corpus[] = [];
    try {
      for (const folder of folders) opened.push(await openCorpus(folder));
      const [first, ...corpora] = opened.map((one) =>
        periods.length === 0 ? one : one.where({ period: periods }),
      );
      const metric = await benchmarks(first as Corpus, { corpora, ...(peers && { peers }) });
      if (out !== undefined) {
        const set = peerSetOf(metric, about ?? '');
        if (set.peers.length === 0)
          throw new DeversoirError('data-invalid', 'no group to save', {
            hint: 'two brands or two stores are needed, with 30 messages each',
          });
        writeWhole(out, `${JSON.stringify(set, null, 2)}\n`);
        io.print(`${out}: ${set.peers.length} groups without a name`);
        return { json: set };
      }
      if (metric.notMeasured) io.print(`not measured: ${metric.notMeasured.en}`);
      for (const { by, group, n, share, shrunk, low, high, outside } of metric.rows())
        io.print(
          `${by} ${group}: ${percent(share)} of ${n.toFixed(0)}` +
            (shrunk === null || low === null || high === null
              ? ''
              : `, shrunk ${percent(shrunk)} (${percent(low)} to ${percent(high)})`) +
            (outside === 'no' ? '' : `, outside ${outside} %`),
        );
      return {
        json: { about: peers?.about ?? null, notMeasured: metric.notMeasured ?? null, rows: metric.rows() },
      };
    } finally {
      for (const one of opened) one.close();
    }
  },
};
