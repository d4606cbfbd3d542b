import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/pipeline.js';
import { makeWorld, simulateWorld, writeWorld } from '../../../src/simulate/index.js';
import { linkScore } from './link-scores.js';
import { scoresOf } from './scores.js';
import { markdown, type WorldResult } from './table.js';
import { truthCorpus } from './truth-corpus.js';

/** Worlds to draw: `WORLDS=4` for a look. `WORLDS_FIRST` is the first seed, `WORLDS_TABLE` a file for the table. */
const WORLDS = Number(process.env['WORLDS'] ?? 200);
const FIRST = Number(process.env['WORLDS_FIRST'] ?? 1001);

async function measureWorld(seed: number): Promise<WorldResult> {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  try {
    const files = makeWorld(seed);
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const config = JSON.parse(
      Buffer.from(files.get('deversoir.json') as Uint8Array).toString('utf8'),
    ) as object;
    const world = simulateWorld(seed),
      { truth } = world;
    const corpus = await buildCorpus(join(folder, 'exports'), join(folder, 'corpus'), {
      key: 'worlds',
      zone: 'Europe/Paris',
      config,
    });
    const read = await scoresOf(corpus, truth);
    const links = await linkScore(corpus, writeWorld(world), truth);
    corpus.close();
    const known = await truthCorpus(world);
    const labelled = await scoresOf(known, truth);
    known.close();
    return { seed, knobs: truth.knobs, read, labelled, links };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe(`${WORLDS} random worlds`, () => {
  const results: WorldResult[] = [];
  const table = process.env['WORLDS_TABLE'];

  it.each(Array.from({ length: WORLDS }, (_, i) => FIRST + i))('world %i is measured', async (seed) => {
    const result = await measureWorld(seed);
    results.push(result);
    expect(result.links.unmatched).toEqual([]);
    if (table !== undefined) writeFileSync(table, markdown(results));
  });

  it('prints how far each figure is from its truth', () => {
    console.info(markdown(results));
    expect(results.length).toBeGreaterThan(0);
  });
});
