import { expect, it } from 'vitest';
import type { Manifest } from '../../../src/model/index.js';
import { spanLines } from '../../../src/report/story/span-lines.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain, telling, written } from '../written.js';

const manifest = (firstAt: string | null, lastAt: string | null): Manifest =>
  ({ firstAt, lastAt }) as Manifest;

async function lines(
  weeks: readonly (readonly [period: string, n: number])[],
  { grain = 'week', undated = 0, of = manifest('2020-05-14T10:00:00Z', '2021-03-21T10:00:00Z') } = {},
): Promise<string[]> {
  const metrics = [
    await written('messageVolume', 'messages', { rows: weeks.map(([period, n]) => ({ period, grain, n })) }),
    await written('completeness', 'messages', {
      rows: [{ check: 'noDate', messages: undated, n: 780, share: undated / 780 }],
    }),
  ];
  return spanLines({ ...telling(metrics), words: wordsOf('fr', 'UTC', true) }, of).map(plain);
}

it('tells the weeks in which nearly all messages stand, within the days of the exports', async () => {
  expect(
    await lines([
      ['2020-05-11', 1],
      ['2021-02-08', 30],
      ['2021-02-22', 20],
      ['2021-03-15', 50],
    ]),
  ).toEqual(['99,0 % des messages datés sont du 8 février au 21 mars 2021.']);
  expect(
    await lines(
      [
        ['2020-05-01', 2],
        ['2021-02-01', 98],
      ],
      { grain: 'month' },
    ),
  ).toEqual(['98,0 % des messages datés sont du 1er au 28 février 2021.']);
});

it('says nothing of messages all along, of a short period, or of exports without dates', async () => {
  const even = ['2020-05-11', '2020-08-10', '2020-12-14', '2021-03-15'].map((day) => [day, 9] as const);
  expect(await lines(even)).toEqual([]);
  const short = manifest('2021-02-01T10:00:00Z', '2021-03-21T10:00:00Z');
  expect(
    await lines(
      [
        ['2021-02-01', 1],
        ['2021-03-15', 99],
      ],
      { of: short },
    ),
  ).toEqual([]);
  expect(await lines([], { of: manifest(null, null) })).toEqual([]);
});

it('says how many have no date, where they are many', async () => {
  expect(await lines([], { undated: 118 })).toEqual([
    '118 messages sur 780 (15,1 %) n’ont pas de date : aucune comparaison dans le temps ne les compte.',
  ]);
  expect(await lines([], { undated: 38 })).toEqual([]);
});
