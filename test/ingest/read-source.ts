import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/ingest/detect.js';
import type { ExportFile } from '../../src/ingest/bytes/export-file.js';
import { openBytes, openExportFile } from '../../src/ingest/bytes/open-file.js';
import type { ReadOptions, RowDoubt, RowReject, Source } from '../../src/ingest/source.js';
import type { MessageRecord } from '../../src/model/index.js';
import { describeShared, shared } from '../shared.js';

/** All that a format says about one file. */
export interface Said {
  readonly records: MessageRecord[];
  readonly rejects: RowReject[];
  readonly doubts: RowDoubt[];
  readonly notes: string[];
}

export async function readWith(source: Source, file: ExportFile, options: ReadOptions = {}): Promise<Said> {
  const said: Said = { records: [], rejects: [], doubts: [], notes: [] };
  for await (const item of source.parse(file, options)) {
    for (const parsed of Array.isArray(item) ? item : [item]) {
      if ('record' in parsed) said.records.push(parsed.record);
      else if ('reject' in parsed) said.rejects.push(parsed.reject);
      else if ('doubt' in parsed) said.doubts.push(parsed.doubt);
      else said.notes.push(parsed.note);
    }
  }
  return said;
}

/** Reads a text as if it were a file of that path. */
export async function readText(
  source: Source,
  text: string,
  path: string,
  options: ReadOptions = {},
): Promise<Said> {
  return readWith(source, await openBytes(new TextEncoder().encode(text), path), options);
}

const golden = fileURLToPath(new URL('golden/', import.meta.url));

/** Time as a person reads it: instant, as written, how the zone is known. */
function readable(record: MessageRecord): Record<string, unknown> {
  const { sentAt, ...rest } = record;
  if (!sentAt) return rest;
  const instant = sentAt.epochMs === null ? 'none' : new Date(sentAt.epochMs).toISOString();
  return {
    ...rest,
    sentAt: `${instant} (${sentAt.zone}${sentAt.dayOnly ? ', day only' : ''}) "${sentAt.raw}"`,
  };
}

/**
 * Golden rows of a format: each input under `golden/<format>/` is recognised as the format and gives the messages of
 * `golden/<format>/expected.json`. `UPDATE_GOLDEN=1` writes that file anew, for a person to read in the diff.
 */
export function describeGolden(source: Source, inputs: readonly string[]): void {
  const folder = `${golden}${source.format}/`;
  const expectedPath = `${folder}expected.json`;
  describe('golden rows', () => {
    it.each(inputs)('%s', async (input) => {
      const file = await openExportFile(folder + input, input);
      expect(detectFormat(file)[0]?.source.format).toBe(source.format);
      const said = await readWith(source, file);
      const found: unknown = JSON.parse(JSON.stringify({ ...said, records: said.records.map(readable) }));
      const expected = existsSync(expectedPath)
        ? (JSON.parse(readFileSync(expectedPath, 'utf8')) as Record<string, unknown>)
        : {};
      if (process.env['UPDATE_GOLDEN'] === '1') {
        mkdirSync(dirname(expectedPath), { recursive: true });
        writeFileSync(expectedPath, `${JSON.stringify({ ...expected, [input]: found }, null, 1)}\n`);
        return;
      }
      expect(found).toEqual(expected[input]);
    });
  });
}

/** A sample whose right count is another than that of the index, with the reason. */
export interface OtherCount {
  readonly count: number;
  readonly why: string;
}

/** Each sample of a folder that the format recognises gives exactly the count of the index, or the count said here. */
export function describeSamples(
  source: Source,
  folder: string,
  pattern: RegExp,
  others: Readonly<Record<string, OtherCount>> = {},
): void {
  describeShared(`samples of ${source.format}`, () => {
    const rows = (): string[][] =>
      readFileSync(shared('data/exports/INDEX.tsv'), 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'));
    const samples = existsSync(shared('data/exports/INDEX.tsv'))
      ? rows().filter(
          ([path = '']) =>
            path.startsWith(`${folder}/`) &&
            pattern.test(path) &&
            /\.(?:json|jsonl|ndjson|js|txt)$/.test(path),
        )
      : [];
    it('are there', () => expect(samples.length).toBeGreaterThan(0));
    it.each(samples.map((cells) => ({ path: cells[0] ?? '', count: Number(cells[7]) })))(
      '$path',
      async ({ path, count }) => {
        const file = await openExportFile(shared(`data/exports/${path}`), path);
        const best = detectFormat(file)[0];
        expect(best?.source.format).toBe(source.format);
        const said =
          best?.holdsNoMessages === undefined ? await readWith(source, file) : { records: [], rejects: [] };
        expect(said.records.length).toBe(others[path]?.count ?? count);
        for (const record of said.records) {
          expect(record.stage === 'private' ? record.url : undefined).toBeUndefined();
          expect(
            ['system', 'deleted', 'media'].includes(record.kind) ? record.text : undefined,
          ).toBeUndefined();
          expect(record.text === undefined || record.text.trim() !== '').toBe(true);
        }
      },
    );
  });
}
