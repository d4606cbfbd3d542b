import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readFeedTexts } from '../../../src/cli/feed-texts.js';
import { readFeedLabels } from '../../../src/learn/feed-labels.js';
import { describeShared, shared } from '../../shared.js';

const own = fileURLToPath(new URL('../../../datasets/labelled', import.meta.url));

describeShared('labels of real exports', () => {
  it('each find their text, as the readers of today give it', async () => {
    const texts = await readFeedTexts(shared('data/exports'), own);
    const rows = readFeedLabels(own);
    expect(rows).toHaveLength(1709);
    expect(rows.filter(({ key }) => !texts.has(key)).map(({ key, file }) => `${key} of ${file}`)).toEqual([]);
  });
});
