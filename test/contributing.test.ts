import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

it('CONTRIBUTING names files and scripts that exist', () => {
  const text = readFileSync(`${root}CONTRIBUTING.md`, 'utf8');
  const paths = [
    ...text.matchAll(/\b(?:src|test|datasets)\/[\w./-]*\w\.\w+|\btest\/ingest\/golden\/\w+/g),
  ].map(([path]) => path);
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => !/^(?:src|test)\/a\/b\./.test(path) && !existsSync(root + path))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  for (const [, name] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([name ?? '']);
});
