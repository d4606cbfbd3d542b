import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readContributionLabels } from '../../src/learn/contribution-labels.js';
import { readDriverLabels } from '../../src/learn/driver-labels.js';
import { readFeedLabels } from '../../src/learn/feed-labels.js';
import { DRIVERS } from '../../src/model/enrichment.js';

const own = fileURLToPath(new URL('../../datasets/labelled', import.meta.url));
const third = readFileSync(`${own}/feed-labels-third.tsv`, 'utf8');
const keysOf = (table: string): string[] =>
  table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '');

it('are of the model, a text once, and none that is doubtful is told too', () => {
  const rows = readDriverLabels(own);
  expect(rows).toHaveLength(520);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  const known: readonly string[] = DRIVERS;
  expect(
    rows.filter(
      ({ drivers, doubtful }) =>
        [...drivers, ...doubtful].some((one) => !known.includes(one)) ||
        drivers.some((one) => doubtful.includes(one)),
    ),
  ).toEqual([]);
});

it('the third locked sample is as it was drawn, and teaches nothing', () => {
  expect(createHash('sha256').update(third).digest('hex')).toBe(
    '12364acadeaee72cdfc6e2ffbc38ef95ef4fc48b3600ab849279878fcfbead19',
  );
  const second = readFileSync(`${own}/feed-labels-second.tsv`, 'utf8');
  const elsewhere = new Set([
    ...[...readDriverLabels(own), ...readFeedLabels(own), ...readContributionLabels(own)].map(
      ({ key }) => key,
    ),
    ...keysOf(second),
  ]);
  expect(keysOf(third).filter((key) => elsewhere.has(key))).toEqual([]);
});
