import { expect, it } from 'vitest';
import type { PeerFigure, PeerSet } from '../../../src/metrics/sector/peer-set.js';
import { sectorFigures } from '../../../src/metrics/sector/sector-figures.js';
import { fakeCorpus } from '../fake-corpus.js';

const setOf = (values: readonly number[]): PeerSet => ({
  format: 'deversoir-peers 1',
  measure: 'negativeShare',
  about: 'laiterie',
  peers: [],
  figures: values.map((value): PeerFigure => ({ metric: 'netSentimentScore', value, n: 50 })),
});
const rowOf = async (peers?: PeerSet) => {
  const corpus = await fakeCorpus({
    messages: Array.from({ length: 40 }, (_, k) => ({
      authorKey: `a${k}`,
      sentiment: k < 10 ? ('negative' as const) : ('positive' as const),
    })),
  });
  const metric = await sectorFigures(corpus, peers === undefined ? {} : { peers });
  return {
    row: metric.rows().find((one) => one.metric === 'netSentimentScore'),
    why: metric.notMeasured?.fr,
  };
};

it.each([
  // One or two are no median; three to seven have their range, from eight on the middle half is told (R, type 7).
  [[0.3], [null, 0.3, 0.3, 'extremes', 50]],
  [
    [0.1, 0.3],
    [null, 0.1, 0.3, 'extremes', 100],
  ],
  [
    [0.1, 0.2, 0.6],
    [0.2, 0.1, 0.6, 'extremes', 150],
  ],
  [
    [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
    [0.4, 0.2, 0.6, 'quartiles', 450],
  ],
])('%j: the median and the spread of peers', async (values, expected) => {
  const { row } = await rowOf(setOf(values));
  // 30 positive and 10 negative of 40
  expect([row?.own, row?.n, row?.peers]).toEqual([0.5, 40, values.length]);
  const told = [row?.middle, row?.lowest, row?.highest].map((one) =>
    typeof one === 'number' ? Math.round(1000 * one) / 1000 : one,
  );
  expect([...told, row?.spread, row?.peersN]).toEqual(expected);
});

it('says why it is not measured', async () => {
  expect((await rowOf()).why).toBe('aucun fichier de pairs n’a été donné');
  const { figures: _, ...older } = setOf([]);
  expect((await rowOf(older)).why).toBe('le fichier de pairs ne donne que des parts de négatif');
});
