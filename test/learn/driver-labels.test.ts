import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readContributionLabels } from '../../src/learn/contribution-labels.js';
import { readDriverLabels } from '../../src/learn/driver-labels.js';
import { readFeedLabels } from '../../src/learn/feed-labels.js';
import { DRIVERS } from '../../src/model/enrichment.js';

const own = fileURLToPath(new URL('../../datasets/labelled', import.meta.url));
const tableOf = (name: string): string => readFileSync(`${own}/feed-labels-${name}.tsv`, 'utf8');
const keysOf = (table: string): string[] =>
  table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '');

it('are of the model, a text once, and none that is doubtful is told too', () => {
  const rows = readDriverLabels(own);
  expect(rows).toHaveLength(520 + 593 + 445 + 206 + 255 + 330 + 130 + 285);
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

it.each([
  ['third', '12364acadeaee72cdfc6e2ffbc38ef95ef4fc48b3600ab849279878fcfbead19'],
  ['fourth', 'ae290bf8fc9c009efb2f0cf9ea7f34e578200fc24457fb0b6e3b2b41361445b1'],
  ['fifth', 'a018cebb8bdbff67fd7e22945d840bbb0906ceba1b226c382a63e0cfe9b18989'],
  ['sixth', '71f7351894455f9b532826ceeed6919cc4bdbb76d6fa87f8a0bde50b63e9a8eb'],
  ['seventh', 'bc9b65f2f8c721a066a40d5b1a830b3535a4b68ad87a42bb2b99464cd547ae2f'],
  ['eighth', '2d6e6162c3a9db4c691e0ae91e3b8c4172d1cb997348315ecfeb797d24086ba4'],
  ['ninth', 'e52c7ce8d5b527781c009af70469e933cb8baac0bc8e5f93c735f4e36ee072a1'],
])('the %s locked sample is as it was labelled', (name, hash) => {
  expect(createHash('sha256').update(tableOf(name)).digest('hex')).toBe(hash);
});

it('the second reading of posts to care accounts reads each once, and agrees with the first as the guide says', () => {
  const first = new Map(readDriverLabels(own).map((row) => [row.key, row]));
  const listOf = (cell: string | undefined): string[] => (cell === '-' ? [] : (cell ?? '').split(','));
  const lines = tableOf('again').trimEnd().split('\n').slice(1);
  const counts = { right: 0, told: 0, said: 0, saidSurely: 0 };
  for (const line of lines) {
    const [key = '', , , drivers, doubtful] = line.split('\t');
    const row = first.get(key);
    if (row === undefined) throw new Error(`${key} is not among the texts that teach`);
    const told = listOf(drivers).filter((one) => !row.doubtful.includes(one));
    counts.right += told.filter((one) => row.drivers.includes(one)).length;
    counts.told += told.length;
    counts.said += row.drivers.length;
    counts.saidSurely += row.drivers.filter((one) => !listOf(doubtful).includes(one)).length;
  }
  expect(new Set(keysOf(tableOf('again'))).size).toBe(825);
  expect(lines).toHaveLength(825);
  expect(counts).toEqual({ right: 226, told: 234, said: 305, saidSurely: 263 });
});

it('those that teach nothing share no text with what teaches, the second or one another', () => {
  const known = new Set([
    ...[...readDriverLabels(own), ...readFeedLabels(own), ...readContributionLabels(own)].map(
      ({ key }) => key,
    ),
    ...keysOf(tableOf('second')),
  ]);
  for (const name of ['ninth'])
    for (const key of keysOf(tableOf(name))) {
      expect(known.has(key), `${name}: ${key}`).toBe(false);
      known.add(key);
    }
});
