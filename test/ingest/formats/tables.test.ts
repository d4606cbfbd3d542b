import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../src/ingest/formats/index.js';
import { mappingOf } from '../../../src/ingest/table/told-mapping.js';
import { expectGolden, golden, goldenFiles, readWith } from '../read-sample.js';

const tables = SOURCES.slice(SOURCES.findIndex(({ format }) => format === 'talkwalker'));
const inputs = (format: string): string[] =>
  readdirSync(golden(format))
    .filter((name) => name !== 'expected.json')
    .toSorted();

/** `UPDATE_GOLDEN=1` writes what is read, for a person to check in the diff. */
async function update(format: string): Promise<void> {
  const source = tables.find((one) => one.format === format);
  if (!source) return;
  const found: Record<string, unknown> = {};
  for (const [name, file] of Object.entries(await goldenFiles(source, inputs(format)))) {
    const { records, rejects, doubts, notes } = await readWith(source, file);
    const readable = records.map((record) => ({
      ...record,
      ...(record.sentAt
        ? {
            sentAt: {
              raw: record.sentAt.raw,
              zone: record.sentAt.zone,
              ...(record.sentAt.dayOnly ? { dayOnly: true } : {}),
              at: record.sentAt.epochMs === null ? null : new Date(record.sentAt.epochMs).toISOString(),
            },
          }
        : {}),
    }));
    found[name] = { records: readable, rejects, doubts, notes };
  }
  writeFileSync(golden(`${format}/expected.json`), `${JSON.stringify(found, null, 2)}\n`);
}

describe('golden rows of table formats', () => {
  for (const source of tables) {
    it(source.format, async () => {
      expect(existsSync(golden(source.format)), 'a fixture of the format').toBe(true);
      if (process.env['UPDATE_GOLDEN']) await update(source.format);
      await expectGolden(source, await goldenFiles(source, inputs(source.format)));
    });
  }
});

describe('mapping', () => {
  it('names the columns that feed the fields', async () => {
    const source = tables.find(({ format }) => format === 'youscan');
    const files = source ? await goldenFiles(source, ['mentions.csv']) : {};
    const file = files['mentions.csv'];
    expect(source && file && mappingOf(source, file, {})).toMatchObject({
      date: 'Date',
      time: 'Time',
      text: 'Text snippet',
      authorName: 'Author',
    });
  });
});
