import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/detect.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

const best = async (text: string, path: string): Promise<string | undefined> => {
  const found = detectFormat(await openBytes(Buffer.from(text), path))[0];
  return found?.holdsNoMessages === undefined ? undefined : found.source.format;
};

describe('deversoir.json among the exports', () => {
  it('is recognised and holds no messages; whatever its name; another JSON is not', async () => {
    const config = '{ "brand": "Maison Brel", "competitors": ["Ferme Anou"], "zone": "Europe/Paris" }';
    expect(await best(config, 'client/deversoir.json')).toBe('deversoir-configuration');
    expect(await best('{ "brand": "x", "notes": ["mars"] }', 'autre.json')).toBe('deversoir-configuration');
    const watch =
      '{ "webhooks": [{ "url": "https://hook.example/a", "secretFrom": "HOOK" }], "digestAt": "08:00" }';
    expect(await best(watch, 'deversoir-watch.json')).toBe('deversoir-configuration');
    expect(await best('{}', 'deversoir.json')).toBeUndefined();
    expect(await best('{ "brand": "x", "messages": [] }', 'deversoir.json')).toBeUndefined();
    expect(await best('[1]', 'deversoir.json')).toBeUndefined();
  });
});
