import { describe, expect, it } from 'vitest';
import { chartTitle } from '../../src/charts/chart-spec.js';
import { intervalDots } from '../../src/charts/interval-dots.js';
import { chartMaker, estimatedRows, levelNote } from '../../src/charts/make-chart.js';
import { written, plain } from '../report/written.js';

const maker = chartMaker((metric) => ({
  name: 'essai',
  title: 'Titre : un essai',
  note: levelNote(metric),
  nothing: 'Rien à dessiner.',
  rows: estimatedRows(metric, ['share', 'low']),
  alt: (rows) => `${rows.length} points`,
  draw: (rows) => ({ rows: rows.length }),
}));
const metric = (rows: readonly Readonly<Record<string, number | string | null>>[]) =>
  written('x', 'share', { value: 0.5, low: 0.4, high: 0.6, rows });

describe('chartMaker', () => {
  it('draws the rows whose figures are there, with n and level in the subtitle', async () => {
    const chart = maker(
      await metric([
        { share: 0.5, low: 0.4 },
        { share: null, low: 0.1 },
      ]),
    );
    expect(chart).toMatchObject({
      name: 'essai',
      alt: '1\u00a0points'.replace('\u00a0', ' '),
      spec: { rows: 1 },
    });
    expect(plain(chart.title)).toBe('Titre : un essai');
    expect(plain(chart.subtitle)).toBe('n = 100 dossiers ; intervalles à 95 %');
    expect(chart.empty).toBeUndefined();
  });
  it('says that there is nothing to draw', async () => {
    expect(maker(await metric([{ share: null, low: null }]))).toMatchObject({
      spec: null,
      empty: 'Rien à dessiner.',
    });
  });
});

describe('intervalDots', () => {
  const dots = [
    { label: 'Livraison', value: 2, low: 1, high: 4, told: '2,0' },
    {
      label: 'Un nom beaucoup trop long pour tenir sur une seule ligne',
      value: 0.5,
      low: 0.25,
      high: 1,
      told: '0,5',
    },
  ];
  const options = { width: 480, title: 'T', subtitle: 's', axisTitle: 'x', format: '.2f' };
  it('keeps the order, breaks long names and leaves room for all', () => {
    const spec = intervalDots(dots, options) as unknown as {
      width: number;
      height: { step: number };
      encoding: { y: { sort: string[] } };
    };
    expect(spec.encoding.y.sort[0]).toBe('Livraison');
    expect(spec.encoding.y.sort[1]).toContain('\n');
    expect(spec.width).toBeLessThan(480);
    expect(spec.height.step).toBeGreaterThan(23);
  });
  it('has doubling ticks on a logarithmic axis, and a line to read against', () => {
    const text = JSON.stringify(intervalDots(dots, { ...options, scale: 'log', reference: 1 }));
    expect(text).toContain('"values":[0.25,0.5,1,2,4]');
    expect(text).toContain('"values":[{"at":1}]');
    expect(JSON.stringify(intervalDots(dots, options))).not.toContain('"at":1');
  });
  it('breaks a title at the width', () => {
    expect(
      chartTitle({ title: 'mot '.repeat(60), subtitle: 'n = 3', width: 300 }).text.length,
    ).toBeGreaterThan(2);
  });
});
