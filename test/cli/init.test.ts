import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../src/cli/run.js';
import type { CorpusConfig } from '../../src/model/config.js';
import { parseConfig } from '../../src/util/config-file.js';
import { withoutComments } from '../../src/util/json-comments.js';
import { parseWatchConfig } from '../../src/watch/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();

const run = async (...args: string[]): Promise<{ code: number; said: string[] }> => {
  const said: string[] = [];
  const code = await runCli(args, {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    progress: () => undefined,
    env: {},
  });
  return { code, said };
};

it('init writes configurations that are read, and overwrites none', async () => {
  const { code } = await run('init', folder, '--brand', 'Maison "Brel"', '--sector', 'retail');
  expect(code).toBe(0);
  const text = readFileSync(join(folder, 'deversoir.json'), 'utf8');
  expect(parseConfig(text, 'deversoir.json')).toEqual({
    brand: 'Maison "Brel"',
    sector: 'retail',
    zone: 'Europe/Paris',
    notes: [],
  });
  // What is commented out is valid too.
  const whole = parseConfig(text.replace(/\/\/ (?="\w+":)/g, ''), 'deversoir.json');
  const keys: Readonly<Record<keyof CorpusConfig, true>> = {
    brand: true,
    brandAccounts: true,
    competitors: true,
    aliases: true,
    products: true,
    sector: true,
    heads: true,
    taxonomies: true,
    zone: true,
    dateOrder: true,
    productFacts: true,
    costs: true,
    businessHours: true,
    replyTargetHours: true,
    period: true,
    notes: true,
  };
  expect(Object.keys(whole).toSorted()).toEqual(Object.keys(keys).toSorted());
  const watch = readFileSync(join(folder, 'deversoir-watch.json'), 'utf8');
  expect(parseWatchConfig(watch, 'w')).toEqual({ falseAlarmsPerMonth: 1 });
  expect(parseWatchConfig(watch.replace(/\/\/ (?="\w+":)/g, ''), 'w')).toMatchObject({ digestAt: '08:00' });
  expect((await run('init', folder)).said.join('\n')).toMatch(/left as it is/);
});

it('comments are taken out of JSON, never out of its texts', () => {
  expect(JSON.parse(withoutComments('{"a": "x // y /* z */", "b": [1, 2,], /* c */}'))).toEqual({
    a: 'x // y /* z */',
    b: [1, 2],
  });
});
