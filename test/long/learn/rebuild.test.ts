import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readFeedTexts } from '../../../src/cli/feed-texts.js';
import { rebuildHeads } from '../../../src/learn/rebuild.js';
import { describeShared, shared } from '../../shared.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const own = `${root}datasets/labelled`,
  models = `${root}src/enrich/models`;

/** Made by a recipe of its own, see `test/shared/enrich/language.test.ts`, or by a script whose table is committed. */
const OTHERWISE = new Set(['README.md', 'language.head', 'names.table', 'words.vectors']);

describeShared('all that is learnt', () => {
  it('is rebuilt byte for byte from its labels, the public sets and the exports', async () => {
    const built = rebuildHeads({
      folder: shared('data/labelled'),
      own,
      feeds: await readFeedTexts(shared('data/exports'), own),
      splits: ['train', 'val'],
      unlicensed: true,
    });
    const seen: string[] = [],
      different: string[] = [];
    for (const { file, bytes } of built) {
      seen.push(file);
      if (Buffer.compare(bytes, readFileSync(`${models}/${file}`)) !== 0) different.push(file);
    }
    expect(different).toEqual([]);
    expect(seen.toSorted()).toEqual(
      readdirSync(models)
        .filter((file) => !OTHERWISE.has(file))
        .toSorted(),
    );
  });
});
