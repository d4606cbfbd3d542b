import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnSpark } from '../../../src/shards/spark/run-driver.js';
import { temporaryFolder } from '../../temporary-folder.js';

const folder = temporaryFolder();

/** A program in the place of Python: `$1` is the driver, `$2` the job, `$3` where results are awaited. */
function program(name: string, lines: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}
const run = (python: string): Promise<readonly number[]> =>
  runOnSpark(
    { entry: 'shards/shard-process.js', options: { folder }, shards: [{ shard: 0 }, { shard: 1 }] },
    { master: 'local[1]', python, package: '/opt/deversoir', settings: { 'spark.executor.memory': '1g' } },
  );

it('hands over the job, gives the results in their order and leaves nothing behind', async () => {
  const python = program(
    'good',
    `cp "$2" "${folder}/seen.json"; echo "$2" > "${folder}/where"; echo '{"errors":[],"results":[7,8]}' > "$3"`,
  );
  expect(await run(python)).toEqual([7, 8]);
  expect(JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'))).toMatchObject({
    master: 'local[1]',
    settings: { 'spark.executor.memory': '1g' },
    node: process.execPath,
    entry: '/opt/deversoir/dist/shards/shard-process.js',
    shards: [{ shard: 0 }, { shard: 1 }],
  });
  expect(existsSync(readFileSync(join(folder, 'where'), 'utf8').trim())).toBe(false);
});

it.each([
  [
    'a shard was not read',
    `echo '{"errors":["a.csv: broken"],"results":[7]}' > "$3"`,
    'input-unreadable',
    /^1 of 2 shards were not read; a\.csv: broken/,
  ],
  [
    'pyspark is missing',
    `echo "ModuleNotFoundError: No module named 'pyspark'" >&2; exit 1`,
    'peer-missing',
    /this Python has no pyspark/,
  ],
  [
    'pandas is missing',
    `echo "Pandas >= 2.0 must be installed; however" >&2; exit 1`,
    'peer-missing',
    /this Python has no pandas/,
  ],
  ['Java is missing', `echo "JAVA_HOME is not set" >&2; exit 1`, 'peer-missing', /Spark found no Java/],
  ['Spark fails', `echo one >&2; echo "last words" >&2; exit 3`, 'internal', /without results: last words/],
] as const)('says what to do where %s', async (name, lines, code, message) => {
  const failed = run(program(name.replaceAll(' ', '-'), lines));
  await expect(failed).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

it('says where there is no Python', async () => {
  await expect(run(join(folder, 'nowhere'))).rejects.toMatchObject({
    code: 'peer-missing',
    message: expect.stringMatching(/no Python ".*nowhere".*--python/),
  });
});
