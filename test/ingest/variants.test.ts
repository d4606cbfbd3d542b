import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readExports } from '../../src/ingest/reader.js';
import type { MessageRecord } from '../../src/model/index.js';

/*
 * Small files in variants of the formats: other languages, ages and forms of the same export, and decoys. `expected.txt` of a
 * folder has one line a record; `UPDATE_GOLDEN=1` writes it anew, for a person to read in the diff.
 */
const folder = fileURLToPath(new URL('variants/', import.meta.url));

function line({
  row,
  platform,
  stage,
  kind,
  channel,
  id,
  threadId,
  parentId,
  authorId,
  authorName,
  sentAt,
  title,
  text,
  url,
  ...more
}: MessageRecord): string {
  const when =
    sentAt === undefined
      ? '-'
      : `${sentAt.epochMs === null ? 'unreadable' : new Date(sentAt.epochMs).toISOString().replace('.000Z', 'Z')} ${sentAt.dayOnly === true ? 'day, ' : ''}${sentAt.zone}`;
  const rest = Object.entries(more)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  return [
    `  ${row} ${stage} ${platform} ${channel ?? ''}/${kind}`,
    `id ${id ?? '-'}`,
    `in ${threadId ?? '-'}`,
    `to ${parentId ?? '-'}`,
    `by ${authorId ?? '-'} ${authorName ?? ''}`,
    when,
    title ?? '-',
    (text ?? '-').replaceAll('\n', '⏎'),
    url ?? '-',
    ...rest,
  ].join(' | ');
}

async function read(path: string): Promise<string> {
  const out: string[] = [];
  for await (const event of readExports(path)) {
    if (event.type === 'fileStart') out.push(`${event.path}: ${event.format ?? 'not recognised'}`);
    else if (event.type === 'batch')
      out.push(
        ...event.records.map(line),
        ...event.rejects.map(({ row, reason, hint }) => `  rejected ${row ?? '-'}: ${reason}: ${hint}`),
        ...event.doubts.map(({ row, reason, hint }) => `  doubt ${row ?? '-'}: ${reason}: ${hint}`),
      );
    else out.push(...event.notes.map((note) => `  note: ${note}`));
  }
  return `${out.join('\n')}\n`;
}

describe('variants', () => {
  it.each(readdirSync(folder).filter((name) => !name.endsWith('.txt')))('%s', async (name) => {
    const expected = `${folder}${name}.expected.txt`;
    const found = await read(folder + name);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, found);
    expect(existsSync(expected)).toBe(true);
    expect(found).toBe(readFileSync(expected, 'utf8'));
  });

  it('gives no message for what holds none', () => {
    const found = readFileSync(`${folder}decoys.expected.txt`, 'utf8').split('\n');
    expect(found.filter((one) => /^ {2}(?:\d|rejected)/.test(one))).toEqual([]);
  });
});
