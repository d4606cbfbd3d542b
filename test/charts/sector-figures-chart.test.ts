import { expect, it } from 'vitest';
import { renderSvg } from '../../src/charts/render.js';
import { sectorFiguresChart } from '../../src/charts/sector-figures-chart.js';
import { plain, written } from '../report/written.js';

const row = (
  metric: string,
  own: number | null,
  peers: number,
  middle: number | null,
  spread: string | null,
) => ({
  metric,
  own,
  ownLow: own === null ? null : 0.9 * own,
  ownHigh: own === null ? null : 1.1 * own,
  n: own === null ? null : 200,
  peers,
  middle,
  lowest: peers === 0 ? null : 0.1,
  highest: peers === 0 ? null : 0.3,
  spread,
  peersN: 50 * peers,
});
const rows = [
  row('spillRate', 0.08, 4, 0.2, 'extremes'),
  row('firstReplyTime', 30, 0, null, null),
  row('netSentimentScore', null, 1, null, 'extremes'),
  row('responseRate', 0.8, 9, 0.2, 'quartiles'),
];

it.each([680, 380])(
  'sets each figure on what its peers do, at a width of %i: nothing leaves the picture',
  async (width) => {
    const chart = sectorFiguresChart(await written('sectorFigures', 'messages', { value: 14, rows }), {
      width,
    });
    expect(plain(chart.alt)).toContain(
      'Taux de débordement : nous : 8,0 % (de 7,2 % à 8,8 % ; n = 200) ; 4 pairs : médiane 20,0 % (étendue de 10,0 % à 30,0 %). Première réponse en privé (médiane, toutes heures) : nous : 30 h (de 27 h à 33 h ; n = 200) ; aucun pair.',
    );
    expect(plain(chart.alt)).toContain('Score net de tonalité : nous : non mesuré ; 1 pair : +0,10.');
    expect(plain(chart.alt)).toContain('9 pairs : médiane 20,0 % (moitié centrale de 10,0 % à 30,0 %)');
    const svg = await renderSvg(chart.spec ?? {});
    expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(width + 10);
    expect(svg).toContain('4\u00a0pairs');
  },
);

it('says why where no peers are given', async () => {
  const chart = sectorFiguresChart(await written('sectorFigures', 'messages', { n: 0 }));
  expect([chart.spec, chart.subtitle]).toEqual([null, '']);
});

it.each([
  [4, 0.75],
  [0.8, 0.16],
])('has ratings from 1 to 5, from 0 where one is lower: %f', async (own, part) => {
  const rated = { ...row('meanRating', own, 0, null, null), ownLow: own, ownHigh: own };
  const { spec } = sectorFiguresChart(
    await written('sectorFigures', 'messages', { value: 1, rows: [rated] }),
  );
  const { layer } = spec as unknown as { layer: { data: { values: { own: number; end: number }[] } }[] };
  const [place] = layer[0]?.data.values ?? [];
  expect(Number(place?.own) / Number(place?.end)).toBeCloseTo(part, 9);
});
