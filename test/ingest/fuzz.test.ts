import { readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../src/ingest/formats/index.js';
import { detectFormat } from '../../src/ingest/detect.js';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { walkArchive } from '../../src/ingest/walk.js';
import { memorySource } from '../../src/ingest/bytes/byte-source.js';
import { listZip } from '../../src/ingest/bytes/zip.js';
import { containerOf } from '../../src/ingest/bytes/decode.js';
import { parseAsEvents } from '../../src/ingest/reader.js';
import { DeversoirError } from '../../src/util/errors.js';
import { seededRandom } from '../../src/util/random.js';

/** Inputs of one run; `FUZZ_RUNS=50000` for a long one, `FUZZ_SEED` for another. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** No input of these sizes may take more processor time, in milliseconds. */
const SLOWEST = 5000;

const golden = fileURLToPath(new URL('golden/', import.meta.url));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(
      (path) =>
        statSync(path).isFile() &&
        statSync(path).size < 200_000 &&
        !path.endsWith('expected.json') &&
        !path.endsWith('INDEX.tsv'),
    )
    .toSorted();
}

const seeds = (): { name: string; bytes: Buffer }[] =>
  filesUnder(golden).map((path) => ({ name: relative(golden, path), bytes: readFileSync(path) }));

type Random = () => number;
const below = (random: Random, n: number): number => Math.floor(random() * n);

const NASTY = [
  '\0',
  '"',
  '""',
  '\n"',
  '\r',
  '{',
  '[',
  '}]',
  '<',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&#x0;',
  '\\u0000',
  ',,,,,,',
  '\t\t',
  '\ufeff',
  '=1+1',
  '99999999999999999999',
  '-',
  'null',
  '__proto__',
  '�',
  '\ud800',
  '1970-01-01',
  '31/12/99',
];

/** One change to the bytes: the damage that transfers, editors and attackers do. */
const MUTATIONS: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => bytes.subarray(below(random, bytes.length + 1)),
  (bytes, random) => {
    const out = Buffer.from(bytes);
    for (let i = 0; i < 1 + below(random, 20); i++) out[below(random, out.length)] = below(random, 256);
    return out;
  },
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(NASTY[below(random, NASTY.length)] ?? ''),
      bytes.subarray(at),
    ]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1),
      to = at + below(random, 200);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(random, 200))]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.alloc(below(random, 100_000), 0x78),
      bytes.subarray(at),
    ]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from('[{"a":'.repeat(below(random, 2000))),
      bytes.subarray(at),
    ]);
  },
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes) => {
    const line = bytes.subarray(0, bytes.indexOf(10) + 1);
    return Buffer.concat([line, bytes]);
  },
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1'),
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(below(random, lines.length), 1 + below(random, 3));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
];

/** Reads bytes through the whole of the reader; counts must add up, whatever happens. */
async function readAll(bytes: Buffer, name: string): Promise<void> {
  if (containerOf(bytes) === 'zip') {
    try {
      const listing = listZip(memorySource(bytes));
      if (!listing.members.some((member) => member.name === '[Content_Types].xml')) {
        for await (const _ of walkArchive(name, listing, 1));
        return;
      }
    } catch (error) {
      expect(error).toBeInstanceOf(DeversoirError);
      return;
    }
  }
  let file;
  try {
    file = await openBytes(bytes, name);
  } catch (error) {
    expect(error).toBeInstanceOf(DeversoirError);
    return;
  }
  const [best] = detectFormat(file);
  for (const source of new Set([best?.source, SOURCES.find(({ format }) => format === 'table')])) {
    if (!source) continue;
    let records = 0,
      rejects = 0;
    for await (const event of parseAsEvents(file, source)) {
      if (event.type === 'batch') {
        records += event.records.length;
        rejects += event.rejects.length;
        for (const record of event.records) checkRecord(record);
      } else if (event.type === 'fileEnd')
        expect([event.read, event.rejected]).toEqual([records + rejects, rejects]);
    }
  }
}

function checkRecord(record: {
  row: number;
  sentAt?: { epochMs: number | null } | undefined;
  likes?: number | undefined;
}): void {
  if (!Number.isInteger(record.row) || record.row < 1) throw new Error(`row ${record.row}`);
  for (const [key, value] of Object.entries(record))
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
  if (record.sentAt && record.sentAt.epochMs !== null && !Number.isFinite(record.sentAt.epochMs))
    throw new Error('sentAt is not finite');
}

describe('damaged files', () => {
  it(
    `no exception, no hang, no lost count, over ${RUNS} mutations`,
    async () => {
      const random = seededRandom(SEED),
        inputs = seeds();
      for (let run = 0; run < RUNS; run++) {
        const seed = inputs[below(random, inputs.length)];
        if (!seed || seed.bytes.length === 0) continue;
        let bytes: Buffer = seed.bytes;
        const steps: number[] = [];
        for (let i = 0; i < 1 + below(random, 3) && bytes.length > 0; i++) {
          const m = below(random, MUTATIONS.length);
          steps.push(m);
          bytes = MUTATIONS[m]?.(bytes, random) ?? bytes;
        }
        const start = process.cpuUsage();
        try {
          await readAll(bytes, seed.name);
        } catch (error) {
          throw new Error(`run ${run} of seed ${SEED}: ${seed.name}, mutations ${steps.join()}`, {
            cause: error,
          });
        }
        const took = process.cpuUsage(start).user / 1000;
        if (took > SLOWEST)
          throw new Error(
            `run ${run} of seed ${SEED}: ${seed.name}, mutations ${steps.join()} took ${Math.round(took)} ms for ${bytes.length} bytes`,
          );
      }
    },
    Math.max(120_000, RUNS * 100),
  );
});
