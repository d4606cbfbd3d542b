import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { detectFormat } from '../../src/ingest/detect.js';
import { golden } from './read-sample.js';

const samples = readdirSync(golden('.'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
  .map(({ parentPath, name }) => ({ path: join(parentPath, name), name }));

/** The format found of bytes under a name; undefined for an archive, that is walked. */
async function formatOf(path: string, name: string): Promise<string | undefined> {
  const file = await openBytes(readFileSync(path), name).catch(() => undefined);
  return file && detectFormat(file)[0]?.source.format;
}

/** Two tools write the same there: the name of the file is all that tells them apart. */
it.each([
  ['export', []],
  ['facebook.json', ['instagram-dm → messenger']],
  ['WhatsApp Chat.txt', ['signal → whatsapp']],
  ['trustpilot.eml', []],
])('a format is found from the content, though the file is called %s', async (name, alike) => {
  const other: string[] = [];
  let found = 0;
  for (const sample of samples) {
    const [own, called] = [await formatOf(sample.path, sample.name), await formatOf(sample.path, name)];
    if (own !== undefined) found++;
    if (own !== called) other.push(`${own} → ${called}`);
  }
  expect(other).toEqual(alike);
  expect(found).toBeGreaterThan(100);
});
