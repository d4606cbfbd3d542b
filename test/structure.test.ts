import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** What each layer may import besides itself; the table of the architecture. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  util: ['model'],
  stats: ['util'],
  ingest: ['model', 'util'],
  normalise: ['model', 'util'],
  enrich: ['model', 'util'],
  learn: ['model', 'util', 'stats', 'enrich'],
  topics: ['model', 'util', 'stats', 'enrich', 'engine'],
  cases: ['model', 'util', 'stats', 'engine'],
  engine: ['model', 'util'],
  shards: ['model', 'util', 'ingest', 'normalise', 'enrich', 'topics', 'engine'],
  metrics: ['engine', 'stats', 'model', 'util'],
  charts: ['model', 'metrics', 'util'],
  report: ['model', 'charts', 'util'],
  watch: ['model', 'util', 'metrics', 'charts', 'engine'],
  simulate: ['model', 'util', 'stats', 'normalise'],
};

/** The same inside `enrich/`; of its top-level files they import the batch of texts alone. */
const ENRICH_ARROWS: Readonly<Record<string, readonly string[]>> = {
  words: [],
  terms: ['words'],
  heads: ['terms', 'words'],
  language: ['heads', 'words'],
  tone: ['heads', 'terms', 'words'],
  care: ['tone', 'heads', 'terms', 'words'],
  drivers: ['tone', 'heads', 'terms', 'words'],
  harm: ['tone', 'heads', 'terms', 'words'],
  entities: ['terms', 'words'],
  names: ['entities', 'language', 'words'],
  transformer: [],
};

/** The top-level files of `enrich/`: what a text and a message go through. */
const ENRICH_TOP = ['enricher.ts', 'message-enricher.ts', 'text-batch.ts'];

/** The same inside `cases/`, along the road of a message. */
const CASES_ARROWS: Readonly<Record<string, readonly string[]>> = {
  messages: [],
  units: ['messages'],
  pairs: ['messages', 'units'],
  input: ['messages', 'units', 'pairs'],
  weights: ['messages', 'units', 'pairs'],
  links: ['messages', 'units', 'pairs', 'weights'],
  press: ['messages', 'units'],
  timeline: ['messages', 'units'],
};

/** The top-level files of `cases/`: what a corpus goes through. */
const CASES_TOP = ['case-row.ts', 'case-tables.ts', 'stitch.ts'];

/** The top-level files of src/: they wire rooms together and hold nothing of their own. */
const HALL = ['corpus.ts', 'entry.ts', 'follow.ts', 'index.ts', 'pipeline.ts', 'write-report.ts'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();

interface Import {
  readonly path: string;
  readonly typeOnly: boolean;
  /** Loaded when it is used. */
  readonly lazy: boolean;
}

const read = new Map<string, readonly Import[]>();
function importsOf(file: string): readonly Import[] {
  const known = read.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(src, file), 'utf8');
  const found: Import[] = [];
  for (const match of text.matchAll(
    /(import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g,
  )) {
    const target = match[3] ?? match[4] ?? '';
    const path = relative(src, join(src, dirname(file), target))
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts');
    found.push({ path, typeOnly: match[2] !== undefined, lazy: match[4] !== undefined });
  }
  read.set(file, found);
  return found;
}

const layerOf = (file: string): string | undefined => (file.includes('/') ? file.split('/')[0] : undefined);

describe('layers', () => {
  it('has only the folders of the architecture', () => {
    const layers = new Set(files.map(layerOf).filter((layer) => layer !== undefined && layer !== 'cli'));
    expect([...layers].filter((layer) => layer !== undefined && !(layer in ARROWS))).toEqual([]);
  });

  it('has a hall of wiring alone', () => {
    const hall = files.filter((file) => !file.includes('/'));
    expect(hall).toEqual(HALL);
  });

  it('imports only along the arrows', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const layer = layerOf(file);
      if (layer === undefined || layer === 'cli') continue;
      for (const { path, typeOnly } of importsOf(file)) {
        const target = layerOf(path);
        if (target === layer) continue;
        const allowed = target !== undefined && (ARROWS[layer] ?? []).includes(target);
        const typesOfMetrics = layer === 'charts' && target === 'metrics' ? typeOnly : true;
        if (!allowed || !typesOfMetrics) wrong.push(`${file} → ${path}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['enrich', ENRICH_ARROWS, ENRICH_TOP, ['enrich/text-batch.ts']],
    ['cases', CASES_ARROWS, CASES_TOP, []],
  ])('orders %s/ by subject, imported one way', (layer, arrows, top, shared: readonly string[]) => {
    const within = files
      .filter((file) => file.startsWith(`${layer}/`))
      .map((file) => ({ file, inner: file.slice(layer.length + 1) }));
    expect(within.filter(({ inner }) => !inner.includes('/')).map(({ inner }) => inner)).toEqual(top);
    const rooms = within.filter(({ inner }) => inner.includes('/'));
    expect([...new Set(rooms.map(({ inner }) => layerOf(inner)))].toSorted()).toEqual(
      Object.keys(arrows).toSorted(),
    );
    const wrong = rooms.flatMap(({ file, inner }) => {
      const room = layerOf(inner) ?? '';
      return importsOf(file)
        .filter(({ path }) => path.startsWith(`${layer}/`) && !shared.includes(path))
        .map(({ path }) => layerOf(path.slice(layer.length + 1)))
        .filter((target) => target !== room && !arrows[room]?.includes(target ?? ''))
        .map((target) => `${file} → ${target ?? 'a top-level file'}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    [['cli/main.ts'], /^(?:cli\/(?!commands\/(?!index))|util\/|engine\/(?:disk|folder-swap|folder-lock))/],
    [['cli/commands/ingest.ts', 'pipeline.ts'], /^(?!learn\/|metrics\/|charts\/|stats\/index)/],
  ])('loads what a command uses when it is called: %j', (starts, expected) => {
    const loaded = new Set(starts);
    for (const file of loaded)
      for (const { path, typeOnly, lazy } of importsOf(file)) if (!typeOnly && !lazy) loaded.add(path);
    expect(loaded.size).toBeGreaterThan(5);
    expect([...loaded].filter((file) => !expected.test(file))).toEqual([]);
  });

  it('learns without its own judge: evaluation imports training, never the reverse', () => {
    const wrong = files
      .filter((file) => file.startsWith('learn/') && !file.startsWith('learn/evaluation/'))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ path }) => path.startsWith('learn/evaluation/'))
          .map(({ path }) => `${file} → ${path}`),
      );
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file).map(({ path }) => path)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      const seen = trail.indexOf(file);
      if (seen >= 0) {
        circles.push([...trail.slice(seen), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('has the top level of the architecture', () => {
    const allowed = new Set([
      'src',
      'notebooks',
      'datasets',
      'reports',
      'test',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'vitest.config.ts',
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'LICENSE',
      'dist',
      'node_modules',
    ]);
    const extra = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !allowed.has(name) && !name.endsWith('.tgz'),
    );
    expect(extra).toEqual([]);
  });
});

describe('files', () => {
  it('is under 250 lines', () => {
    const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length - 1 > 250);
    expect(long).toEqual([]);
  });

  it('of the hall asks no question of its own in SQL', () => {
    const asks = files.filter(
      (file) =>
        !file.includes('/') &&
        /\b(?:SELECT|CREATE (?:TABLE|VIEW)|COPY \()/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(asks).toEqual([]);
  });

  it('has no default export and no any', () => {
    const wrong = files.filter((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      return (
        /^export default/m.test(text) ||
        /[:<]\s*any\b|\bas any\b/.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('has a name of its own, but for lists, commands and findings, which are named after what they tell', () => {
    const own = files.filter((file) => !/^(cli\/commands|report\/story\/findings)\//.test(file));
    const nameOf = (file: string): string => file.split('/').at(-1) ?? '';
    const twice = own.filter(
      (file) =>
        nameOf(file) !== 'index.ts' && own.some((other) => other !== file && nameOf(other) === nameOf(file)),
    );
    expect(twice).toEqual([]);
  });

  it('is named in kebab-case', () => {
    expect(files.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(file))).toEqual([]);
  });
});

describe('tests', () => {
  /** With fewer branches a file wires, lists or words what others decide. */
  const BRANCHES = 5;
  const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('shared/'))
    .toSorted();
  const imported = new Set(
    tests.flatMap((test) =>
      [...readFileSync(join(root, 'test', test), 'utf8').matchAll(/'(?:\.\.\/)+src\/([^']+)\.js'/g)].map(
        ([, path]) => `${path}.ts`,
      ),
    ),
  );
  const own = (file: string): boolean => {
    const mirror = file.replace(/\.ts$/, '.test.ts');
    return (
      tests.includes(mirror) ||
      tests.includes(`long/${mirror}`) ||
      tests.includes(`recoveries/${mirror}`) ||
      imported.has(file)
    );
  };
  const branches = (file: string): number =>
    readFileSync(join(src, file), 'utf8')
      .replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/'[^'\n]*'|`[^`]*`/g, '')
      .match(/\bif \(|[^?]\? |&&|\|\||\b(?:for|while|switch) \(/g)?.length ?? 0;
  const deciding = files.filter((file) => !file.endsWith('index.ts') && branches(file) >= BRANCHES);

  it('have no limit of time under ten minutes', () => {
    const limited = tests.filter((test) =>
      [...readFileSync(join(root, 'test', test), 'utf8').matchAll(/^(?: {2}){0,2}\}, ([\d_]+)\);$/gm)].some(
        ([, limit = '']) => Number(limit.replaceAll('_', '')) < 600_000,
      ),
    );
    expect(limited).toEqual([]);
  });

  it('see each file that decides: a mirror, or a test that imports it', () => {
    expect(deciding.length).toBeGreaterThan(300);
    expect(deciding.filter((file) => !own(file))).toEqual([]);
  });
});
