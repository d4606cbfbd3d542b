import { writeWhole } from '../../engine/write-whole.js';
import type { Corpus } from '../../corpus.js';
import { DeversoirError } from '../../util/errors.js';
import { refuseOther } from '../refuse-other.js';
import { readPeers } from '../peers-file.js';
import { listOption, stringOption, type Command } from '../command.js';
import { inPercent } from '../../util/english.js';
import { formatNumber, formatShare, typo } from '../../util/french.js';

const usage = `Usage: deversoir peers --corpus DIR [--corpus DIR...] --out FILE.json --about TEXT
       deversoir peers --corpus DIR [--corpus DIR...] [--read FILE.json] [--json]

Compares brands and stores with those of others, without a name. With --out, writes the negative share and the size of each
brand and store of the corpora, and the headline figures of each corpus (spill, response, waiting and complaint shares, first
reply, tone, rating, each with its n), to an anonymous file that can be sent: no name, no order, nothing that tells which
figures are of one corpus, nothing under 30 messages or cases. Without, prints all groups, those of the file as "peer 1",
"peer 2", ...: share, shrunk share with its interval, and whether it is outside what chance alone explains (funnel limits of
95% and 99.8%).

Options:
  --corpus DIR      a corpus; repeat for several: groups of one name are one. A set to compare a client with
                    leaves this client's corpus out: beside a set that holds it, it would look like its peers
  --out FILE        peer file to write (JSON)
  --about TEXT      what the set is: sector, period, sources; it is in the file, so no name in it
  --read FILE       peer file of somebody else to compare with; repeat for several
  --period P        only this year, quarter, month, ISO week or day; repeat for several

Cost: a second for 100,000 messages; with --out that of the spill rate too, some seconds for 5,000 private cases.

Examples:
  deversoir peers --corpus r/corpus --out peers.json --about "dairy, 2026-Q1, reviews"
  deversoir peers --corpus r/corpus --read peers.json`;

/** A group beside its peers. */
interface Group {
  readonly by: string;
  readonly group: string;
  readonly n: number;
  readonly share: number;
  readonly shrunk: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly outside: string;
}

const englishLine = ({ by, group, n, share, shrunk, low, high, outside }: Group): string =>
  `${by} ${group}: ${inPercent(share)} of ${n.toFixed(0)}` +
  (shrunk === null || low === null || high === null
    ? ''
    : `, shrunk ${inPercent(shrunk)} (${inPercent(low)} to ${inPercent(high)})`) +
  (outside === 'no' ? '' : `, outside ${outside}%`);

const BY: Readonly<Record<string, string>> = { brand: 'marque', store: 'magasin' };
const frenchLine = ({ by, group, n, share, shrunk, low, high, outside }: Group): string =>
  `${BY[by] ?? by} ${group.replace(/^peer (?=\d+$)/, 'pair ')} : ${formatShare(share)} sur ${formatNumber(n)}` +
  (shrunk === null || low === null || high === null
    ? ''
    : `, resserrée ${formatShare(shrunk)} (${formatShare(low)} à ${formatShare(high)})`) +
  (outside === 'no' ? '' : `, au-delà de ${outside.replace('.', ',')} %`);

export const peersCommand: Command = {
  name: 'peers',
  usage,
  positionals: false,
  options: {
    corpus: { type: 'string', multiple: true },
    out: { type: 'string' },
    about: { type: 'string' },
    read: { type: 'string', multiple: true },
    period: { type: 'string', multiple: true },
  },
  async run(_, values, io) {
    const folders = listOption(values, 'corpus'),
      [out, about] = ['out', 'about'].map((name) => stringOption(values, name));
    if (folders.length === 0)
      throw new DeversoirError('option-invalid', 'no --corpus', {
        hint: 'deversoir peers --corpus DIR --read FILE.json',
      });
    if (out !== undefined && about === undefined)
      throw new DeversoirError('option-invalid', '--out without --about', {
        hint: 'say what the set is: --about "dairy, 2026-Q1, reviews"',
      });
    if (out !== undefined) refuseOther(out, '{\n  "format": "deversoir-peers', 'a peer file');
    const peers = await readPeers(listOption(values, 'read'));
    const { openCorpus } = await import('../../corpus.js');
    const { benchmarks, headlineFigures, peerSetOf } = await import('../../metrics/index.js');
    const periods = listOption(values, 'period');
    const opened: Corpus[] = [];
    try {
      for (const [done, folder] of folders.entries()) {
        io.progress({ task: 'opening corpora', done, total: folders.length, unit: 'parts' });
        opened.push(await openCorpus(folder));
      }
      const parts = opened.map((one) => (periods.length === 0 ? one : one.where({ period: periods })));
      const [first, ...corpora] = parts;
      io.progress({ task: 'comparing groups', done: 0, unit: 'steps' });
      const metric = await benchmarks(first as Corpus, { corpora, ...(peers && { peers }) });
      if (out !== undefined) {
        const figures = [];
        for (const part of parts)
          figures.push(...(await headlineFigures(part, { zone: part.zone, onProgress: io.progress })));
        const set = peerSetOf(metric, about ?? '', figures);
        const count = set.figures?.length ?? 0;
        if (set.peers.length + count === 0)
          throw new DeversoirError('data-invalid', 'nothing to save', {
            hint: 'two brands or two stores with 30 messages each are needed, or a headline figure of 30 messages or cases',
          });
        writeWhole(out, `${JSON.stringify(set, null, 2)}\n`);
        io.print(
          `${out}: without a name, brands and stores: ${set.peers.length}, headline figures: ${count}`,
        );
        return { json: set };
      }
      const isFrench = values['lang'] === 'fr';
      if (metric.notMeasured)
        io.print(
          isFrench ? typo(`non mesuré : ${metric.notMeasured.fr}`) : `not measured: ${metric.notMeasured.en}`,
        );
      for (const row of metric.rows()) io.print(isFrench ? typo(frenchLine(row)) : englishLine(row));
      return {
        json: { about: peers?.about ?? null, notMeasured: metric.notMeasured ?? null, rows: metric.rows() },
      };
    } finally {
      for (const one of opened) one.close();
    }
  },
};
