import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { DeversoirError } from '../../../src/util/errors.js';
import { golden, goldenBytes, readWith } from '../read-sample.js';

const FOLDERS = [
  'factiva-html',
  'factiva-xml',
  'lexisnexis-html',
  'lexisnexis-text',
  'europresse',
  'proquest',
  'feed',
  'google-alerts',
  'eml',
  'mbox',
  'disqus',
  'wordpress',
];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(golden(folder))
    .filter((name) => name !== 'expected.json')
    .map((name) => `${folder}/${name}`),
);
const NOISE = [
  '<div>',
  '<b>',
  '</p>',
  '<![CDATA[',
  '<!--',
  '&',
  '"',
  '\0',
  '\n',
  'From ',
  '\n> ',
  '\n-- \n',
  '=?utf-8?q?',
  '<item>',
  '<post>',
  '--b\n',
  ' ',
  '\u2028',
];

/** A golden file damaged in one of the ways files get damaged. */
const damaged = fc
  .record({
    path: fc.constantFrom(...FILES),
    way: fc.constantFrom('cut', 'flip', 'drop', 'repeat', 'noise', 'utf16', 'rotate'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 3000 }),
    noise: fc.constantFrom(...NOISE),
    byte: fc.nat(255),
  })
  .map(({ path, way, at, length, noise, byte }): { path: string; bytes: Uint8Array } => {
    const whole = Buffer.from(goldenBytes(path));
    const from = Math.floor(at * whole.length);
    const ways: Record<string, () => Uint8Array> = {
      cut: () => whole.subarray(0, from),
      flip: () =>
        Buffer.from(
          whole.map((value, index) => (index % (length + 1) === from % (length + 1) ? byte : value)),
        ),
      drop: () => Buffer.concat([whole.subarray(0, from), whole.subarray(from + length)]),
      repeat: () => Buffer.concat([whole.subarray(0, from + length), whole.subarray(from)]),
      noise: () =>
        Buffer.concat([whole.subarray(0, from), Buffer.from(noise.repeat(length * 5)), whole.subarray(from)]),
      utf16: () => Buffer.from(`\ufeff${whole.toString('utf8')}`, 'utf16le'),
      rotate: () => Buffer.concat([whole.subarray(from), whole.subarray(0, from)]),
    };
    return { path, bytes: ways[way]?.() ?? whole };
  });

describe('damaged press, mail and feeds', () => {
  it('give records, rejects or a clear refusal', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async ({ path, bytes }) => {
        const file = await openBytes(bytes, path);
        const source = detectFormat(file)[0]?.source;
        try {
          const { records } = source ? await readWith(source, file) : { records: [] };
          for (const record of records) {
            expect(record.row).toBeGreaterThan(0);
            expect(Object.values(record)).not.toContain('');
            expect(Number.isNaN(record.sentAt?.epochMs ?? 0)).toBe(false);
          }
        } catch (error) {
          if (!(error instanceof DeversoirError)) throw error;
        }
      }),
      { numRuns: 250 },
    );
  });
});
