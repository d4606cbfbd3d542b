import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rebuildHeads } from '../../../src/learn/rebuild.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const own = `${root}datasets/labelled`,
  models = `${root}src/enrich/models`;

// The others that need no public set: test/long/learn/rebuild.test.ts.
it('intents are rebuilt byte for byte from our own sets', () => {
  const [built] = rebuildHeads({
    folder: 'nowhere',
    own,
    splits: ['train', 'val'],
    unlicensed: true,
    only: 'intents',
  });
  expect(Buffer.compare(built!.bytes, readFileSync(`${models}/${built!.file}`))).toBe(0);
});
