import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseKnobs, simulateWorld } from '../../../src/simulate/index.js';
import { linkScore } from './link-scores.js';
import { withWorld } from './read-world.js';
import { repliedIn, scoresOf } from './scores.js';
import { markdown, type WorldResult } from './table.js';
import { truthCorpus } from './truth-corpus.js';
import { youngWaiting } from './young-waiting.js';

/**
 * Worlds to draw: `WORLDS=4` for a look. `WORLDS_FIRST` is the first seed, `WORLDS_RESULTS` a file to which runs add a line a
 * world, of which worlds are not drawn again and of which the table is made, `WORLDS_TABLE` a file for the table, `WORLDS_KNOBS`
 * fixes knobs (`cases=160,fans=0`), `WORLDS_ONLY=labels` measures from truth labels alone, without reading, `WORLDS_SECONDS` ends a run before its time is over.
 */
const WORLDS = Number(process.env['WORLDS'] ?? 200);
const GIVEN = parseKnobs((process.env['WORLDS_KNOBS'] ?? '').split(',').filter((text) => text !== ''));
const FIRST = Number(process.env['WORLDS_FIRST'] ?? 1001);
const SECONDS = Number(process.env['WORLDS_SECONDS'] ?? Infinity);

const LABELS_ONLY = process.env['WORLDS_ONLY'] === 'labels';

/** From truth labels alone: seconds a world. */
async function labelledWorld(seed: number): Promise<WorldResult> {
  const world = simulateWorld(seed, GIVEN),
    known = await truthCorpus(world);
  const labelled = await scoresOf(known, world.truth, repliedIn(world.exported));
  known.close();
  const links = { links: [], linkable: 0, found: 0, unmatched: [] };
  return { seed, knobs: world.truth.knobs, read: labelled, labelled, links };
}

async function measureWorld(seed: number): Promise<WorldResult> {
  if (LABELS_ONLY) return labelledWorld(seed);
  return withWorld(seed, GIVEN, async ({ world, corpus, written }) => {
    const { truth } = world;
    const replied = repliedIn(written.flatMap(({ rows }) => rows.map(({ message }) => message)));
    const read = await scoresOf(corpus, truth, replied, youngWaiting(world));
    const links = await linkScore(corpus, written, truth);
    const known = await truthCorpus(world);
    const labelled = await scoresOf(known, truth, repliedIn(world.exported));
    known.close();
    return { seed, knobs: truth.knobs, read, labelled, links };
  });
}

/** Results of this run, or with `WORLDS_RESULTS` of all runs that wrote to that file, a line a world. */
function resultsOf(own: readonly WorldResult[]): readonly WorldResult[] {
  const file = process.env['WORLDS_RESULTS'];
  if (file === undefined || !existsSync(file)) return own;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as WorldResult).toSorted((a, b) => a.seed - b.seed);
}

describe(`${WORLDS} random worlds`, () => {
  const results: WorldResult[] = [];
  const known = new Set(resultsOf([]).map(({ seed }) => seed)),
    startedAt = performance.now();

  const seeds = Array.from({ length: WORLDS }, (_, i) => FIRST + i).filter((seed) => !known.has(seed));
  it.for(seeds)('world %i is measured', async (seed, { skip }) => {
    if ((performance.now() - startedAt) / 1000 > SECONDS) skip();
    const result = await measureWorld(seed);
    results.push(result);
    const file = process.env['WORLDS_RESULTS'];
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(result)}\n`);
    expect(result.links.unmatched).toEqual([]);
  });

  it('prints how far each figure is from its truth', () => {
    const table = markdown(resultsOf(results));
    console.info(table);
    if (process.env['WORLDS_TABLE'] !== undefined) writeFileSync(process.env['WORLDS_TABLE'], table);
    expect(table).toContain('| spillRate |');
  });
});
