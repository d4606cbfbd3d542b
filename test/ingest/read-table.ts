import { expect } from 'vitest';
import { detectFormat } from '../../src/ingest/detect.js';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import type { ReadOptions, Source } from '../../src/ingest/source.js';
import type { MessageRecord } from '../../src/model/index.js';
import { readWith, type Reading } from './read-sample.js';

/** A table of that header and these rows, written as CSV, is recognised as the format and read. */
export async function readTable(
  source: Source,
  header: string,
  rows: readonly string[],
  { separator = ',', name = 'a.csv', ...options }: ReadOptions & { separator?: string; name?: string } = {},
): Promise<Reading> {
  const lines = header === '' ? rows : [header, ...rows];
  const text = lines.map((line) => line.replaceAll(' | ', separator)).join('\n');
  const file = await openBytes(Buffer.from(`${text}\n`), name);
  expect(detectFormat(file)[0]?.source.format).toBe(source.format);
  return readWith(source, file, options);
}

/** Some fields of records; an instant as ISO 8601. */
export const picked = (
  records: readonly MessageRecord[],
  ...fields: readonly (keyof MessageRecord)[]
): unknown[][] =>
  records.map((record) =>
    fields.map((field) =>
      field === 'sentAt' && record.sentAt
        ? record.sentAt.epochMs === null
          ? null
          : new Date(record.sentAt.epochMs).toISOString()
        : record[field],
    ),
  );
