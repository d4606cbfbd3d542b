import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { selectCaseInput, type CaseInput } from './input/case-input.js';
import { writeOrphanDoubts } from './input/orphan-replies.js';
import { stitchCases, type Stitched } from './stitch.js';
import { openDatabase, type Database } from '../engine/database.js';
import { writeParquet } from '../engine/parquet.js';
import { createStagingSql, openStagingWriter, stagedQuery, type StagingWriter } from '../engine/staging.js';
import {
  caseColumns,
  caseMessageColumns,
  linkColumns,
  transitionColumns,
  type ColumnBatch,
  type Columns,
} from '../model/index.js';
import { freeMemory } from '../util/free-memory.js';
import type { OnProgress } from '../util/progress.js';

/**
 * Joins the messages of a corpus folder into cases and writes `cases/`, `case-messages/`, `transitions/` and `links/`.
 * `partRows`: how many messages are held in memory at once where the corpus can be divided by person.
 */
export async function stitchCorpus(
  folder: string,
  options: {
    readonly partRows?: number;
    readonly onProgress?: OnProgress | undefined;
    /** Where to do it; by default a database of its own. */
    readonly database?: Database | undefined;
  } = {},
): Promise<void> {
  const scratch = join(folder, 'stitching');
  const database = options.database ?? (await openDatabase({ memoryLimitMb: 300, spillFolder: scratch }));
  try {
    await writeTables(database, folder, stitchParts(database, folder, options));
    await writeOrphanDoubts(database, folder);
  } finally {
    if (options.database === undefined) database.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Stitches part after part; the weights of links are learnt on the first, a sample of people drawn by hash. */
async function* stitchParts(
  database: Database,
  folder: string,
  { partRows, onProgress }: { readonly partRows?: number; readonly onProgress?: OnProgress | undefined },
): AsyncGenerator<Stitched> {
  const input = await selectCaseInput(database, folder, partRows);
  let parameters: Stitched['parameters'] | undefined;
  let cases = 0;
  for (let part = 0; part < input.parts; part++) {
    const tell = (item: string): void =>
      onProgress?.({ task: 'joining into cases', item, done: part, total: input.parts, unit: 'parts' });
    tell('(reading messages)');
    for await (const piece of stitchPart(input, part, parameters, tell)) {
      parameters ??= piece.parameters;
      cases += piece.cases.caseId.length;
      onProgress?.({ task: 'joining into cases', done: cases, unit: 'cases' });
      yield piece;
    }
    if (input.parts > 1) freeMemory();
  }
  await database.run('DROP TABLE input');
}

/** A generator of its own, so that nothing holds the messages of a part while the next is loaded. */
async function* stitchPart(
  input: CaseInput,
  part: number,
  parameters: Stitched['parameters'] | undefined,
  tell: (item: string) => void,
): AsyncGenerator<Stitched> {
  const { messages, ids } = await input.load(part);
  tell(`(linking ${messages.length.toLocaleString('en-US')} messages)`);
  yield* stitchCases(messages, {
    observedUntil: input.observedUntil,
    driverName: (bit) => input.drivers[bit] ?? '',
    brandName: (code) => input.brands[code - 1] ?? null,
    messageId: (row) => ids[row] ?? '',
    parts: input.parts,
    tones: input.tones,
    ...(parameters === undefined ? {} : { parameters }),
  });
}

const TABLES: readonly {
  readonly part: string;
  readonly columns: Columns;
  readonly batch: (piece: Stitched) => ColumnBatch<Columns>;
}[] = [
  { part: 'cases', columns: caseColumns, batch: (piece) => piece.cases },
  { part: 'case-messages', columns: caseMessageColumns, batch: (piece) => piece.caseMessages },
  { part: 'transitions', columns: transitionColumns, batch: (piece) => piece.transitions },
  { part: 'links', columns: linkColumns, batch: (piece) => piece.links },
];

async function writeTables(
  database: Database,
  folder: string,
  pieces: AsyncIterable<Stitched>,
): Promise<void> {
  const writers: StagingWriter<Columns>[] = [];
  for (const { part, columns } of TABLES) {
    await database.run(createStagingSql(`"${part}"`, columns));
    writers.push(await openStagingWriter(database, part, columns));
  }
  for await (const piece of pieces) TABLES.forEach(({ batch }, at) => writers[at]?.append(batch(piece)));
  for (const writer of writers) writer.close();
  await writeParquet(
    database,
    TABLES.map(({ part, columns }) => ({
      query: stagedQuery(`"${part}"`, columns),
      folder: join(folder, part),
    })),
  );
  for (const { part } of TABLES) await database.run(`DROP TABLE "${part}"`);
}
