import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rebuildHeads } from '../../../src/learn/rebuild.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

it('intents are rebuilt byte for byte from our own sets', () => {
  const [built] = rebuildHeads({
    folder: 'nowhere',
    own: `${root}datasets/labelled`,
    splits: ['train', 'val'],
    unlicensed: true,
    only: 'intents',
  });
  expect(Buffer.compare(built!.bytes, readFileSync(`${root}src/enrich/models/${built!.file}`))).toBe(0);
});
