import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadHeads } from '../../src/enrich/heads/model-files.js';
import { RECIPES } from '../../src/learn/recipes.js';
import { SOURCES } from '../../src/learn/sources.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const models = `${root}src/enrich/models`;

describe('shipped models', () => {
  it('are under 12 MB together', () => {
    const sizes = readdirSync(models).map((file) => statSync(`${models}/${file}`).size);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(12_000_000);
  });

  it('are one a recipe, and name their sources', () => {
    const heads = loadHeads();
    expect([...heads.keys()].toSorted()).toEqual(RECIPES.map(({ plan }) => plan.name).toSorted());
    for (const head of heads.values()) expect(head.sources.length, head.name).toBeGreaterThan(0);
  });

  it('never learnt from sets that forbid it', () => {
    const names = [...loadHeads().values()].flatMap((head) => head.sources.map(({ name }) => name));
    const allowed = new Set<string>(Object.values(SOURCES).map(({ name }) => name));
    expect(
      names.filter((name) => !allowed.has(name) && !name.startsWith('own set ') && name !== 'real exports'),
    ).toEqual([]);
    expect(
      Object.values(SOURCES)
        .map(({ path }) => path)
        .filter((path) => /semeval|banking|hazard|wikineural|deceptive/.test(path)),
    ).toEqual([]);
  });
});
