/**
 * Checks the package as a developer meets it: contents of the tarball, types under three module resolutions and two versions of
 * TypeScript, what the import loads, the command after installation, and that no client of a database comes along. Run after a build.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'deversoir-package-'));
const results = [];
function check(name, body) {
  try {
    const detail = body();
    results.push(true);
    console.log(`passed ${name}${detail ? `: ${detail}` : ''}`);
  } catch (error) {
    results.push(false);
    console.log(`FAILED ${name}: ${error.message}`);
  }
}
function expect(condition, message) {
  if (!condition) throw new Error(message);
}

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const paths = packed.files.map(({ path }) => path);

check('tarball holds the build, models, data, licence and README, nothing else', () => {
  const extra = paths.filter((path) => !/^(dist\/|README\.md$|LICENSE$|package\.json$)/.test(path));
  expect(extra.length === 0, `unexpected: ${extra.slice(0, 5).join(', ')}`);
  for (const needed of [
    'dist/index.js',
    'dist/index.d.ts',
    'dist/cli/main.js',
    'dist/shards/shard-worker.js',
    'LICENSE',
    'README.md',
  ])
    expect(paths.includes(needed), `missing ${needed}`);
  expect(
    paths.some((path) => path.startsWith('dist/enrich/data/')),
    'missing dist/enrich/data',
  );
  expect(packed.size < 8_000_000, `${packed.size} bytes packed`);
  return `${paths.length} files, ${(packed.size / 1e6).toFixed(2)} MB packed, ${(packed.unpackedSize / 1e6).toFixed(2)} MB unpacked`;
});

check('models are under 12 MB', () => {
  const models = packed.files.filter(({ path }) => path.startsWith('dist/enrich/models/'));
  const size = models.reduce((sum, file) => sum + file.size, 0);
  expect(size < 12_000_000, `${size} bytes`);
  return `${(size / 1e6).toFixed(2)} MB`;
});

const project = join(work, 'project');
mkdirSync(join(project, 'node_modules'), { recursive: true });
const unpacked = join(project, 'node_modules', 'deversoir');
mkdirSync(unpacked);
execFileSync('tar', ['-xzf', join(work, packed.filename), '-C', unpacked, '--strip-components=1']);
// Dependencies come from this checkout, each by a link: what package.json does not name is not there.
const { dependencies } = JSON.parse(
  execFileSync(process.execPath, ['-p', 'JSON.stringify(require("./package.json"))'], {
    cwd: unpacked,
    encoding: 'utf8',
  }),
);
for (const name of [...Object.keys(dependencies), '@types/node']) {
  if (name.includes('/')) mkdirSync(join(project, 'node_modules', name.split('/')[0]), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
}

const use = `import { readExports, buildCorpus, openCorpus, spillRate, type EnrichedMessage, type Metric } from 'deversoir';
import { wilsonInterval } from 'deversoir/stats';
import { renderPng, renderSvg, type PngOptions } from 'deversoir/charts';
import { adaptHead } from 'deversoir/learn';
import { simulateCorpus } from 'deversoir/simulate';
export async function run(): Promise<number> {
  const corpus = await buildCorpus(['exports'], 'corpus', { key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' });
  const metric: Metric = await spillRate(corpus.where({ period: '2026-Q3' }));
  const rate: number | null | undefined = (await spillRate(corpus, { by: ['channel', 'month'] })).rows()[0]?.value;
  const size: PngOptions = { width: 1200 };
  const png: Uint8Array = await renderPng(metric.chart(), size);
  console.log(rate, await renderSvg(metric.chart()), png.length, adaptHead, simulateCorpus);
  const stage: EnrichedMessage['stage'] = 'public';
  for await (const event of readExports(['exports'])) if (event.type === 'batch') console.log(event.records.length, stage);
  void openCorpus;
  return wilsonInterval(3, 40).low + metric.n;
}
`;
writeFileSync(join(project, 'use.ts'), use);
const compilers = { current: 'typescript', '5.0 of tslab': '@tslab/typescript-for-tslab' };
for (const [version, name] of Object.entries(compilers)) {
  for (const [resolution, module, type] of [
    ['node10', 'commonjs', 'commonjs'],
    ['node16', 'node16', 'module'],
    ['bundler', 'esnext', 'module'],
  ]) {
    check(`types resolve: ${resolution}, TypeScript ${version}`, () => {
      writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true, type }));
      const args = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--lib',
        'es2022,dom',
        '--module',
        module,
        '--moduleResolution',
        resolution,
        '--types',
        'node',
        '--skipLibCheck',
        'use.ts',
      ];
      const { status, stdout } = spawnSync(
        process.execPath,
        [join(root, 'node_modules', name, 'lib', 'tsc.js'), ...args],
        { cwd: project, encoding: 'utf8' },
      );
      expect(status === 0, stdout.slice(0, 600));
    });
  }
}

writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
check('without skipLibCheck no type of ours fails', () => {
  const args = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom'];
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/lib/tsc.js'),
      ...args,
      ...['--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'],
      ...['--module', 'node16', '--moduleResolution', 'node16', '--types', 'node', 'use.ts'],
    ],
    { cwd: project, encoding: 'utf8' },
  );
  const wrong = stdout.split('\n').filter((line) => /: error TS/.test(line));
  const others = wrong.filter((line) => /arquero|flechette/.test(line));
  expect(
    others.length === wrong.length,
    wrong
      .filter((line) => !others.includes(line))
      .join('\n')
      .slice(0, 600),
  );
  return `${others.length} errors, in Arquero and flechette`;
});

const heavy =
  /tensorflow|mongo|\/pg\/|postgres|redis|dotenv|puppeteer|playwright|duckdb|vega|danfo|onnx|resvg|wordnet|compromise|postal-mime|htmlparser2/;
check('import loads nothing heavy, by import and by require', () => {
  const loads = { import: "import('deversoir')", require: "Promise.resolve(require('deversoir'))" };
  const packages = new Set();
  for (const [name, load] of Object.entries(loads)) {
    writeFileSync(
      join(project, 'load.cjs'),
      `${load}.then(() => console.error(Object.keys(require('node:module')._cache).join('\\n')));`,
    );
    const { status, stderr } = spawnSync(process.execPath, ['load.cjs'], {
      cwd: project,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, NODE_DEBUG: 'esm' },
    });
    expect(status === 0, `${name}: ${stderr.slice(-400)}`);
    const loaded = [...stderr.matchAll(/node_modules\/([^\s'"]+)/g)]
      .map(([, path]) => path)
      .filter((path) => !path.startsWith('deversoir/'));
    expect(stderr.includes('dist/index.js'), 'the loader tells nothing: the check would be empty');
    const bad = loaded.filter((path) => heavy.test(path));
    expect(bad.length === 0, `${name}: ${[...new Set(bad)].slice(0, 5).join(', ')}`);
    for (const path of loaded) packages.add(path.split('/')[0]);
  }
  return `packages loaded: ${[...packages].join(', ') || 'none'}`;
});

check('import is fast, against that of arquero in the same run', () => {
  const timeOf = (name) => {
    writeFileSync(
      join(project, 'time.mjs'),
      `const t = performance.now(); await import('${name}'); console.log(performance.now() - t);`,
    );
    return Number(execFileSync(process.execPath, ['time.mjs'], { cwd: project, encoding: 'utf8' }));
  };
  // by turns, so that what else the machine does weighs on both
  const pairs = Array.from({ length: 7 }, () => [timeOf('deversoir'), timeOf('arquero')]);
  const [own, arquero] = [0, 1].map((which) => Math.min(...pairs.map((pair) => pair[which])));
  expect(
    own < 4 * arquero,
    `${own.toFixed(0)} ms, more than four times the ${arquero.toFixed(0)} ms of arquero`,
  );
  return `best of 7: ${own.toFixed(0)} ms, arquero alone ${arquero.toFixed(0)} ms`;
});

check('a PNG asks for its package where it is not installed, and is drawn where it is', () => {
  const draw = () => {
    writeFileSync(
      join(project, 'png.mjs'),
      `import { renderPng } from 'deversoir/charts';
       const spec = { data: { values: [{ n: 3 }] }, mark: 'bar', encoding: { x: { field: 'n', type: 'quantitative' } } };
       const options = { width: 300, fonts: [${JSON.stringify(join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'))}] };
       console.log(await renderPng(spec, options).then((png) => String.fromCharCode(...png.subarray(1, 4)), (error) => error.message));`,
    );
    return execFileSync(process.execPath, ['png.mjs'], { cwd: project, encoding: 'utf8' }).trim();
  };
  const missing = draw();
  expect(missing.endsWith('npm install @resvg/resvg-wasm'), missing);
  mkdirSync(join(project, 'node_modules', '@resvg'));
  symlinkSync(join(root, 'node_modules/@resvg/resvg-wasm'), join(project, 'node_modules/@resvg/resvg-wasm'));
  const drawn = draw();
  expect(drawn === 'PNG', drawn);
});

check('the command answers', () => {
  const help = execFileSync(process.execPath, [join(unpacked, 'dist', 'cli', 'main.js'), '--help'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(help.includes('Usage: deversoir COMMAND'), help.slice(0, 200));
});

check('publint finds nothing', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'publint', 'src', 'cli.js'),
      unpacked,
      '--pack',
      'false',
      '--level',
      'warning',
    ],
    { encoding: 'utf8' },
  );
  expect(status === 0, `${stdout}${stderr}`.slice(0, 600));
});

check('npm install of the tarball in an empty project gives a command that makes a report', () => {
  const fresh = join(work, 'fresh');
  mkdirSync(fresh);
  writeFileSync(
    join(fresh, 'package.json'),
    JSON.stringify({ name: 'fresh', private: true, type: 'module' }),
  );
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', join(work, packed.filename)], {
    cwd: fresh,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { packages } = JSON.parse(readFileSync(join(fresh, 'package-lock.json'), 'utf8'));
  const installed = Object.keys(packages).filter(
    (path) => existsSync(join(fresh, path, 'package.json')) && path !== '',
  );
  const clients = installed.filter((path) =>
    /node_modules\/(natural|mongodb|mongoose|pg|redis|@redis\/.*|memjs)$/.test(path),
  );
  expect(clients.length === 0, `installs ${clients.join(', ')}`);
  writeFileSync(
    join(fresh, 'avis.csv'),
    'date;note;avis\n01/03/2026;2;Le fromage était moisi, très déçu\n15/03/2026;5;Excellent yaourt, livraison rapide\n',
  );
  const told = execFileSync(
    'npx',
    ['deversoir', 'report', 'avis.csv', '--out', 'r', '--key', '0f1e2d3c4b5a69788796a5b4c3d2e1f0'],
    { cwd: fresh, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  expect(told.includes('2 read = 2 kept'), told);
  const bytes = readdirSync(join(fresh, 'node_modules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return `${installed.length} packages, ${(bytes / 1e6).toFixed(0)} MB`;
});

rmSync(work, { recursive: true, force: true });
const passed = results.filter(Boolean).length;
console.log(`package: ${passed} passed, ${results.length - passed} failed`);
process.exitCode = passed === results.length ? 0 : 1;
