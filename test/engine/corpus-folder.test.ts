import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openFolder, readManifest, writeManifest } from '../../src/engine/corpus-folder.js';
import type { Manifest } from '../../src/model/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const folderOf = (manifest?: string): string => {
  const folder = temporaryFolder();
  if (manifest !== undefined) writeFileSync(join(folder, 'manifest.json'), manifest);
  return folder;
};
const FACTS: Omit<Manifest, 'layout'> = {
  options: { zone: 'Europe/Paris' },
  deversoir: '0.0.0',
  files: [],
  totals: { read: 0, kept: 0, duplicates: 0, rejected: 0 },
  nearDuplicates: 0,
  firstAt: null,
  lastAt: null,
  inferredBrandAccounts: [],
};

describe('the manifest of a corpus', () => {
  it('is read as it was written; no folder, no manifest', () => {
    const folder = folderOf();
    expect(readManifest(folder)).toBeUndefined();
    writeManifest(folder, FACTS);
    expect(readManifest(folder)).toEqual({ ...FACTS, layout: 6 });
  });

  it('is refused when it is damaged, or of another version', () => {
    expect(() => readManifest(folderOf('{ "layout": 6,'))).toThrow(
      expect.objectContaining({ code: 'corpus-damaged' }),
    );
    expect(() => readManifest(folderOf('{ "layout": 1 }'))).toThrow(
      expect.objectContaining({ code: 'corpus-outdated' }),
    );
  });
});

describe('openFolder', () => {
  it('has every table, empty ones too, and opens no other file', async () => {
    const folder = folderOf();
    await expect(openFolder(folder)).rejects.toMatchObject({ code: 'corpus-missing' });
    await expect(openFolder(fileURLToPath(import.meta.url))).rejects.toMatchObject({
      code: 'corpus-missing',
    });
    writeManifest(folder, FACTS);
    const { manifest, database } = await openFolder(folder);
    expect(manifest.totals.read).toBe(0);
    const counts = await database.columns(
      'SELECT (SELECT count(*) FROM messages) + (SELECT count(*) FROM links) + (SELECT count(*) FROM doubts) AS n',
    );
    expect(Number(counts['n']?.[0])).toBe(0);
    await expect(database.run(`SELECT * FROM read_csv('${folder}/manifest.json')`)).rejects.toThrow();
    database.close();
  });
});
