import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run.js';
import { parseConfig } from '../src/util/config-file.js';
import * as library from '../src/index.js';
import * as stats from '../src/stats/index.js';
import { temporaryFolder } from './temporary-folder.js';

const deversoir: Readonly<Record<string, unknown>> = { ...library };
const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  deversoir,
  'deversoir/stats': { ...stats },
};

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<unknown[]>;

/** Runs a block with what it imports; what it would print is given back. */
function run(code: string): Promise<unknown[]> {
  const names: string[] = [];
  const values: unknown[] = [];
  for (const [, list = '', from = ''] of code.matchAll(/^import \{([^}]+)\} from '([^']+)';$/gm))
    for (const name of list.split(',').map((one) => one.trim())) {
      expect(entries[from], `${name} of ${from}`).toHaveProperty(name);
      names.push(name);
      values.push(entries[from]?.[name]);
    }
  expect(names.length).toBeGreaterThan(0);
  const body = code
    .replace(/^import .*$/gm, '')
    .replaceAll("'corpus'", "'corpus-ts'")
    .replace("'corpus-ts', {", "'corpus-ts', { workers: 0,")
    .replace('console.log', 'return Array.of');
  return new AsyncFunction(...names, body)(...values);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (info: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    (match) => match[1] ?? '',
  );

/** Mails of the demo that are enough for a case that is seen to spill. */
const MAILS = 400;
const REVIEWS = 'public/avis/avis-boutique.csv';
/** A small part of the demo under the name that the examples use. */
const folder = temporaryFolder();
const home = process.cwd();
beforeAll(() => {
  const demo = join(root, 'datasets/agri-food-demo/exports');
  for (const part of ['public/exportcomments/facebook-post-05.xlsx', 'presse'])
    cpSync(join(demo, part), join(folder, 'exports', part), { recursive: true });
  mkdirSync(join(folder, 'exports/public/avis'));
  writeFileSync(
    join(folder, 'exports', REVIEWS),
    readFileSync(join(demo, REVIEWS), 'utf8')
      .split('\n')
      .filter((_, at) => at === 0 || at % 2 === 1)
      .join('\n'),
  );
  const mails = readFileSync(join(demo, 'prive/mail/service-consommateurs.mbox'), 'latin1');
  mkdirSync(join(folder, 'exports/prive/mail'), { recursive: true });
  writeFileSync(
    join(folder, 'exports/prive/mail/service-consommateurs.mbox'),
    mails
      .split(/^(?=From )/m)
      .slice(0, MAILS)
      .join(''),
    'latin1',
  );
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
});

describe('README', () => {
  it('shows commands that run', async () => {
    const lines = blocks('bash run')
      .flatMap((block) => block.split('\n'))
      .filter((line) => line.startsWith('npx deversoir '));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const errors: string[] = [];
      const args = line.replace('npx deversoir ', '').replace(/ +#.*/, '').split(' ');
      const code = await runCli(
        // deck and workbook have tests of their own
        [
          ...args,
          ...(/^(report|ingest)/.test(args[0] ?? '') ? ['--workers', '0'] : []),
          ...(args[0] === 'report' ? ['--only', 'html,json'] : []),
        ],
        { out: () => {}, err: (text) => errors.push(text), progress: () => {}, env: {} },
      );
      expect({ line, code, errors }).toEqual({ line, code: 0, errors: [] });
    }
  });

  it('shows TypeScript that runs', async () => {
    const [code, analyses] = blocks('ts');
    const told = await run(code ?? '');
    expect(told[0]).toBe(Number(told[1]) + Number(told[2]) + Number(told[3]));
    expect(told[5]).toBeGreaterThan(0);

    const [negatives, rates, texts] = (await run(analyses ?? '')) as unknown[][][];
    expect(negatives?.length).toBeGreaterThan(5);
    for (const [, month, driver, share, low, high, n] of negatives ?? []) {
      expect(month === null || /^2026-\d\d$/.test(String(month))).toBe(true);
      expect(typeof driver).toBe('string');
      expect(Number(low)).toBeLessThanOrEqual(Number(share));
      expect(Number(share)).toBeLessThanOrEqual(Number(high));
      expect(n).toBeGreaterThan(0);
    }
    expect(rates?.length).toBeGreaterThan(0);
    for (const [channel, value, low, high] of rates ?? []) {
      expect(['email', 'ticket', null]).toContain(channel);
      expect(Number(low)).toBeLessThanOrEqual(Number(value));
      expect(Number(value)).toBeLessThanOrEqual(Number(high));
    }
    expect(texts?.length).toBeGreaterThan(0);
  });

  it('asks each question of an analyst in at most four lines', () => {
    const questions = (blocks('ts')[1] ?? '').split('\n\n').filter((part) => part.startsWith('//'));
    expect(questions).toHaveLength(3);
    for (const question of questions)
      expect(question.split('\n').filter((line) => !line.startsWith('//')).length).toBeLessThanOrEqual(4);
  });

  it('shows a configuration that is valid, and names metrics that exist', () => {
    expect(parseConfig(blocks('json')[0] ?? '', 'README.md').brand).toBe('Maison Brel');
    const catalogue = readFileSync(join(root, 'src/metrics/README.md'), 'utf8');
    for (const table of [
      readme.slice(readme.indexOf('## Metrics'), readme.indexOf('## How sure')),
      catalogue.slice(catalogue.indexOf('## The catalogue')),
    ]) {
      const names = [...table.matchAll(/`([a-z][A-Za-z]+|[A-Z_]{6,})`/g)].map((match) => match[1] ?? '');
      expect(names.length).toBeGreaterThan(40);
      expect(names.filter((name) => !(name in deversoir) && !(name in stats))).toEqual([]);
    }
  });

  it('links to files that are there', () => {
    const folders = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const files = [
      'README.md',
      ...folders.filter((path) => path.endsWith('.md')).map((path) => join('src', path)),
    ];
    expect(files.length).toBeGreaterThan(10);
    const dead = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!http|#)([^)#]+)(?:#[^)]*)?\)/g)]
        .map(([, path = '']) => join(root, dirname(file), path))
        .filter((path) => !existsSync(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(dead).toEqual([]);
  });
});
