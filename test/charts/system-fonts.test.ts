import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { systemFonts } from '../../src/charts/system-fonts.js';
import { temporaryFolder } from '../temporary-folder.js';

async function found(...files: readonly string[]): Promise<string[]> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  for (const file of files) writeFileSync(join(folder, file), '');
  return (await systemFonts([join(folder, 'missing'), folder])).map((path) => relative(folder, path));
}

it('takes known families, those as wide as the table first, each file once', async () => {
  expect(
    await found(
      'DejaVuSans.ttf',
      'Other.ttf',
      'readme.txt',
      'LiberationSans-Bold.ttf',
      'sub/ARIAL.TTF',
      'LiberationSans-Regular.ttf',
      'sub/LiberationSans-Bold.ttf',
    ),
  ).toEqual([
    join('sub', 'ARIAL.TTF'),
    'LiberationSans-Regular.ttf',
    'LiberationSans-Bold.ttf',
    'DejaVuSans.ttf',
  ]);
});

it('takes others where none is known, in an order of their own, and none where there is none', async () => {
  expect(await found('b.otf', 'a.ttf', 'c.pfb')).toEqual(['a.ttf', 'b.otf']);
  expect(await found()).toEqual([]);
});
