import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import { SOURCES } from '../../src/ingest/formats/index.js';
import { detectFormat } from '../../src/ingest/detect.js';
import type { OpenedFile } from '../../src/ingest/bytes/open-file.js';
import { openSource } from '../../src/ingest/bytes/open-file.js';
import { walkArchive, type Walked } from '../../src/ingest/walk.js';
import { type ByteSource, memorySource } from '../../src/ingest/bytes/byte-source.js';
import { parseAsEvents } from '../../src/ingest/reader.js';
import { surveyFile } from '../../src/ingest/survey-file.js';
import type { Source } from '../../src/ingest/source.js';
import { DeversoirError } from '../../src/util/errors.js';
import { seededRandom } from '../../src/util/random.js';
import { below, insideArchive, MUTATIONS } from './mutations.js';

const golden = fileURLToPath(new URL('golden/', import.meta.url));

export interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The fixtures of all formats. */
export const seeds = (): Seed[] =>
  readdirSync(golden, { recursive: true, encoding: 'utf8' })
    .map((name) => join(golden, name))
    .filter(
      (path) => statSync(path).isFile() && statSync(path).size < 200_000 && !path.endsWith('expected.json'),
    )
    .toSorted()
    .map((path) => ({ name: relative(golden, path), bytes: readFileSync(path) }))
    .filter(({ bytes }) => bytes.length > 0);

/** Times that all bytes of a file may pass: opened, surveyed, looked through for its dates, read, and read as a table again. */
const MOST_PASSES = 24;
/** What a file may say beside its bytes. */
const FEW = 1000;

/** Counts the bytes that readers take. */
function metered(bytes: Uint8Array): { source: ByteSource; taken: () => number } {
  const inner = memorySource(bytes);
  let taken = 0;
  return {
    taken: () => taken,
    source: {
      size: inner.size,
      async *stream() {
        for await (const piece of inner.stream()) {
          taken += piece.length;
          yield piece;
        }
      },
      slice: (from, to) => {
        const piece = inner.slice?.(from, to) ?? new Uint8Array(0);
        taken += piece.length;
        return piece;
      },
    },
  };
}

function checkRecord(record: { row: number; sentAt?: { epochMs: number | null } | undefined }): void {
  if (!Number.isInteger(record.row) || record.row < 1) throw new Error(`row ${record.row}`);
  for (const [key, value] of Object.entries(record))
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
  if (record.sentAt && record.sentAt.epochMs !== null && !Number.isFinite(record.sentAt.epochMs))
    throw new Error('sentAt is not finite');
}

/** Reads a file as its format and as a table; gives how much was said of it. */
async function readBoth(file: OpenedFile): Promise<number> {
  const surveyed = await surveyFile({ path: file.path, file });
  if (surveyed.found !== null && !(surveyed.found >= -1 && Number.isInteger(surveyed.found)))
    throw new Error(`${surveyed.found} records found`);
  let said = 0;
  const [best] = detectFormat(file);
  const table = SOURCES.find(({ format }) => format === 'table');
  for (const source of new Set<Source | undefined>([best?.source, file.table ? table : undefined])) {
    if (!source) continue;
    let records = 0,
      rejects = 0;
    for await (const event of parseAsEvents(file, source)) {
      if (event.type === 'batch') {
        records += event.records.length;
        rejects += event.rejects.length;
        said += event.records.length + event.rejects.length + event.doubts.length;
        for (const record of event.records) checkRecord(record);
        for (const { hint } of event.rejects)
          if (
            /TypeError|RangeError|is not a function|undefined \(|Cannot read|Maximum call|Invalid (?:string|array|regular)/.test(
              hint,
            )
          )
            throw new Error(`an exception as a reject: ${hint}`);
      } else if (event.type === 'fileEnd' && (event.read !== records + rejects || event.rejected !== rejects))
        throw new Error(`${event.read} read, ${records} records and ${rejects} rejects`);
    }
  }
  return said;
}

/**
 * Reads bytes through the whole of the reader, as its format and as a table: no exception but a told one, counts that add up, and work
 * in proportion to the bytes.
 */
async function readAll(bytes: Buffer, name: string): Promise<void> {
  const { source, taken } = metered(bytes);
  let said = 0,
    tables = 1;
  try {
    const opened = await openSource(name, source, async () => undefined);
    const inside: Walked[] = [];
    if (opened.kind === 'archive')
      for await (const walked of walkArchive(name, opened.listing, 1)) inside.push(walked);
    const files =
      opened.kind === 'file'
        ? [opened.file, ...(opened.others ?? [])]
        : inside.flatMap((walked) => ('file' in walked ? [walked.file] : []));
    tables = Math.max(1, files.length);
    for (const file of files) said += await readBoth(file);
  } catch (error) {
    if (!(error instanceof DeversoirError) || error.code === 'internal') throw error;
  }
  if (taken() > (bytes.length + FEW) * MOST_PASSES * tables)
    throw new Error(`${taken()} bytes taken of ${bytes.length}`);
  if (said > bytes.length * 200 + FEW) throw new Error(`${said} rows said of ${bytes.length} bytes`);
}

/** Damages fixtures and reads them; throws with the way to the same input at the first that is not contained. */
export async function fuzz(runs: number, seed: number, slowestMs = Number.POSITIVE_INFINITY): Promise<void> {
  const random = seededRandom(seed),
    inputs = seeds();
  const pick = (): Seed => inputs[below(random, inputs.length)] as Seed;
  for (let run = 0; run < runs; run++) {
    const { name, bytes: whole } = pick(),
      other = pick().bytes;
    let bytes = whole;
    const steps: string[] = [];
    for (let i = 0; i < 1 + below(random, 3) && bytes.length > 0; i++) {
      const at = below(random, MUTATIONS.length),
        damage = MUTATIONS[at] as (typeof MUTATIONS)[number];
      const inside = bytes.readUInt16BE(0) === 0x504b && random() < 0.8;
      steps.push(inside ? `${at} inside` : String(at));
      bytes = inside ? insideArchive(bytes, random, other, damage) : damage(bytes, random, other);
      if (bytes.length < 2) break;
    }
    const start = process.cpuUsage();
    const where = `run ${run} of seed ${seed}: ${name}, mutations ${steps.join()}`;
    try {
      await readAll(bytes, name);
    } catch (error) {
      throw new Error(`${where}: ${error instanceof Error ? error.message : ''}`, { cause: error });
    }
    const took = process.cpuUsage(start).user / 1000;
    if (took > slowestMs) throw new Error(`${where} took ${Math.round(took)} ms for ${bytes.length} bytes`);
  }
}
