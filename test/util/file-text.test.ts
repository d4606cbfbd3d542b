import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileText } from '../../src/util/file-text.js';
import { inFolder } from '../ingest/in-folder.js';

const TEXT = 'avis;note\nDéçu par le bœuf à 5 €;1\n';
const WINDOWS: Readonly<Record<string, number>> = { œ: 0x9c, '€': 0x80 };

describe('fileText', () => {
  it.each<readonly [string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a BOM', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with a BOM', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['Windows-1252', Uint8Array.from([...TEXT].map((char) => WINDOWS[char] ?? char.charCodeAt(0)))],
  ])('reads %s', async (_, bytes) => {
    await inFolder({}, async (folder) => {
      writeFileSync(join(folder, 'a.csv'), bytes);
      expect(fileText(join(folder, 'a.csv'), 'give a CSV')).toBe(TEXT);
    });
  });

  it('names the file that is not there, or is a folder, and what to give', async () => {
    await inFolder({}, async (folder) => {
      const absent = join(folder, 'b.csv');
      expect(() => fileText(absent, 'give a CSV')).toThrow(`${absent}: no such file: give a CSV`);
      expect(() => fileText(folder, 'give a CSV')).toThrow(`${folder}: is a folder: give a CSV`);
    });
  });
});
