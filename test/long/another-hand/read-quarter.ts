import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Corpus } from '../../../src/corpus.js';
import { buildCorpus } from '../../../src/pipeline.js';
import { namesOfFiles } from '../../../src/shards/file-names.js';
import { exportsOf } from './exports/exports.js';
import { packed } from './exports/pack.js';
import type { HandFile, HandMessage } from './message.js';
import { drawQuarter, type Quarter } from './quarter.js';
import { truthOf } from './truth.js';

const KEY = '5b1d7c3e9f2046a8b7d0c1e2f3a49586';

/** When a message was written, or before all others of its row: a review, whose date may be that of its last edit. */
const WHEN = `CASE WHEN kind = 'review' AND direction = 'inbound' THEN 0 ELSE epoch_ms(sentAt) END`;

/** A file of exports beside what the corpus made of it. */
export interface ReadFile {
  readonly file: HandFile;
  /** Its name in the corpus. */
  readonly name: string;
  readonly format: string | null | undefined;
  readonly read: number;
  readonly kept: number;
  readonly settled: number;
}
export interface ReadQuarter {
  readonly quarter: Quarter;
  readonly corpus: Corpus;
  readonly files: readonly ReadFile[];
  /** Message of the quarter by message of the corpus. */
  readonly known: ReadonlyMap<string, HandMessage>;
}

/** Writes the exports of a quarter, with its configuration and truth beside. */
export function writeQuarter(
  seed: number,
  folder: string,
): { quarter: Quarter; files: HandFile[]; config: object } {
  const quarter = drawQuarter(seed),
    files = exportsOf(quarter),
    { brand } = quarter.plan;
  const config = {
    brand: brand.name,
    brandAccounts: [brand.name, `@${brand.handle}`, `conso@${brand.domain}`],
    products: brand.products.map(({ nu }) => nu),
    sector: brand.sector,
    zone: 'Europe/Paris',
  };
  for (const { path, text } of packed(files)) {
    mkdirSync(dirname(join(folder, 'exports', path)), { recursive: true });
    writeFileSync(join(folder, 'exports', path), text);
  }
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truthOf(quarter, files), undefined, 1)}\n`);
  writeFileSync(join(folder, 'deversoir.json'), `${JSON.stringify(config, undefined, 1)}\n`);
  return { quarter, files, config };
}

/** Reads a quarter from its raw exports as the command does; `ANOTHER_HAND_KEEP` is a folder in which the exports stay. */
export async function withQuarter<T>(seed: number, use: (read: ReadQuarter) => Promise<T>): Promise<T> {
  const keep = process.env['ANOTHER_HAND_KEEP'];
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), 'another-hand-')) : join(keep, String(seed));
  if (keep !== undefined) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  try {
    const { quarter, files, config } = writeQuarter(seed, folder);
    const options = { key: KEY, zone: 'Europe/Paris', config };
    const corpus = await buildCorpus(join(folder, 'exports'), join(folder, 'corpus'), options);
    try {
      const names = await namesOfFiles(join(folder, 'exports'), options);
      const named = ({ path, archives = [] }: HandFile): string => {
        const shown = [...archives, path].join('!');
        return names.find((one) => one.path === shown || one.path.endsWith(`/${shown}`))?.name ?? shown;
      };
      const known = new Map<string, HandMessage>();
      const read: ReadFile[] = [];
      const rows = (
        await corpus.query(
          `SELECT file, CAST(row AS DOUBLE) AS row, messageId AS id, direction AS side, ${WHEN} AS at FROM messages
         UNION ALL SELECT file, CAST(row AS DOUBLE) AS row, duplicateOf AS id, direction AS side, ${WHEN} AS at FROM duplicates
         UNION ALL SELECT file, CAST(row AS DOUBLE) AS row, NULL AS id, '' AS side, 0 AS at FROM rejects`,
        )
      ).objects() as { file: string; row: number; id: string | null; side: string; at: number }[];
      for (const file of files) {
        const name = named(file);
        const entry = corpus.manifest.files.find(({ path }) => path === name);
        // A reply in a column of its review has the row of the review, a journal that of its ticket.
        const own = rows
          .filter((row) => row.file === name)
          .toSorted((a, b) => a.row - b.row || Number(a.at) - Number(b.at) || (a.side < b.side ? -1 : 1));
        read.push({
          file,
          name,
          format: entry?.format,
          read: entry?.read ?? 0,
          kept: entry?.kept ?? 0,
          settled: (entry?.kept ?? 0) + (entry?.duplicates ?? 0) + (entry?.rejected ?? 0),
        });
        if (own.length === file.messages.length)
          for (const [at, { id }] of own.entries()) {
            const message = file.messages[at];
            if (message !== undefined && id !== null) known.set(id, message);
          }
      }
      return await use({ quarter, corpus, files: read, known });
    } finally {
      corpus.close();
    }
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true });
  }
}
