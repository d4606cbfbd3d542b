import { expect, it } from 'vitest';
import { scatter } from '../../src/charts/scatter.js';

it('writes no name over another: above its point, else below, else not at all', () => {
  const at = (label: string, x: number, y: number): object => ({ label, x, y, colour: '#000', named: true });
  const points = [
    at('Grandval', 15, 0.8),
    at('Montaflor', 16, 0.8),
    at('Supernelle', 17, 0.8),
    at('Halterive', 900, 0.5),
  ];
  const spec = scatter(points as never, {
    width: 680,
    title: '',
    subtitle: '',
    xTitle: '',
    yTitle: '',
    xFormat: '',
    yFormat: '',
    xScale: 'log',
  }) as unknown as { data: { values: { label: string; align?: string; below?: boolean }[] } };
  expect(spec.data.values.map(({ label, align, below }) => [label, align, below])).toEqual([
    ['Grandval', 'left', false],
    ['Montaflor', 'left', true],
    ['Supernelle', undefined, undefined],
    ['Halterive', 'right', false],
  ]);
});
