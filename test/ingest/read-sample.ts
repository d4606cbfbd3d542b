import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { MessageRecord } from '../../src/model/index.js';
import { detectFormat } from '../../src/ingest/detect.js';
import type { ExportFile } from '../../src/ingest/bytes/export-file.js';
import { openBytes, openExportFile } from '../../src/ingest/bytes/open-file.js';
import { guessColumns } from '../../src/ingest/table/guess-columns.js';
import type { ReadOptions, RowDoubt, RowReject, Source } from '../../src/ingest/source.js';
import { shared } from '../shared.js';
import { EXCEPTIONS } from './index-exceptions.js';

/** What a source says about a whole file. */
export interface Reading {
  readonly records: MessageRecord[];
  readonly rejects: RowReject[];
  readonly doubts: RowDoubt[];
  readonly notes: string[];
}

export async function readWith(
  source: Source,
  file: ExportFile,
  options: ReadOptions = {},
): Promise<Reading> {
  const reading: Reading = { records: [], rejects: [], doubts: [], notes: [] };
  for await (const some of source.parse(file, options)) {
    for (const parsed of 'length' in some ? some : [some]) {
      if ('record' in parsed) reading.records.push(parsed.record);
      else if ('reject' in parsed) reading.rejects.push(parsed.reject);
      else if ('doubt' in parsed) reading.doubts.push(parsed.doubt);
      else reading.notes.push(parsed.note);
    }
  }
  return reading;
}

/** Reads text or bytes as a file of that name. */
export async function readText(
  source: Source,
  content: string | Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Reading> {
  return readWith(
    source,
    await openBytes(typeof content === 'string' ? Buffer.from(content) : content, name),
    options,
  );
}

export const golden = (path: string): string => fileURLToPath(new URL(`./golden/${path}`, import.meta.url));
export const goldenBytes = (path: string): Uint8Array => readFileSync(golden(path));

/** A record as expected files show it: absent fields left out, the instant as ISO 8601. */
const readable = (record: MessageRecord): unknown =>
  JSON.parse(
    JSON.stringify({
      ...record,
      ...(record.sentAt
        ? {
            sentAt: {
              ...record.sentAt,
              epochMs: undefined,
              at: record.sentAt.epochMs === null ? null : new Date(record.sentAt.epochMs).toISOString(),
            },
          }
        : {}),
    }),
  );

/** Compares what is read of golden files with `expected.json` beside them, by file name. */
export async function expectGolden(
  source: Source,
  files: Readonly<Record<string, ExportFile>>,
): Promise<void> {
  const expected = golden(`${source.format}/expected.json`);
  const found: Record<string, unknown> = {};
  for (const [name, file] of Object.entries(files)) {
    expect(detectFormat(file)[0]?.source.format, `format of ${name}`).toBe(source.format);
    const { records, rejects, doubts, notes } = await readWith(source, file);
    found[name] = JSON.parse(JSON.stringify({ records: records.map(readable), rejects, doubts, notes }));
  }
  expect(existsSync(expected), `expected.json of ${source.format}`).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
}

export async function goldenFiles(
  source: Source,
  names: readonly string[],
): Promise<Record<string, ExportFile>> {
  const files: Record<string, ExportFile> = {};
  for (const name of names) files[name] = await openExportFile(golden(`${source.format}/${name}`), name);
  return files;
}

/** Samples of the shared index under some folders, with the number of messages that is right. */
export function indexSamples(folder: string, names = /./): { path: string; count: number }[] {
  const lines = readFileSync(shared('data/exports/INDEX.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  return lines
    .filter(([path = '']) => path.startsWith(`${folder}/`) && names.test(path))
    .map(([path = '', , , , , , , count = '']) => ({
      path: shared(`data/exports/${path}`),
      count: EXCEPTIONS[path]?.count ?? Number(count),
    }));
}

/** Every sample is detected as the source's format and gives exactly the count of the index. */
export async function expectIndexCounts(
  source: Source,
  samples: readonly { path: string; count: number }[],
): Promise<Reading[]> {
  expect(samples.length).toBeGreaterThan(0);
  const readings: Reading[] = [];
  for (const { path, count } of samples) {
    const file = await openExportFile(path);
    expect(detectFormat(file)[0]?.source.format, path).toBe(source.format);
    const reading = await readWith(source, file);
    expect(reading.records.length, path).toBe(count);
    readings.push(reading);
  }
  return readings;
}

/** Names of the columns that are guessed for each field of a table. */
export async function guessedColumns(text: string): Promise<Record<string, string> | undefined> {
  const { table } = await openBytes(Buffer.from(text), 'x.csv');
  const found = table && guessColumns(table);
  return (
    found && Object.fromEntries(Object.entries(found).map(([field, at]) => [field, table.header[at] ?? '']))
  );
}
