import { expect, it } from 'vitest';
import { NAME_PLACES, placedNames } from '../../src/charts/placed-names.js';
import { scatter } from '../../src/charts/scatter.js';

const plot = { width: 600, height: 320 };
const at = (
  label: string,
  x: number,
  y: number,
): { label: string; x: number; y: number; named: boolean } => ({ label, x, y, named: true });

it('writes a name above its point, but over no other point and no other name, nor out of the plot', () => {
  expect(placedNames([at('Grandval', 100, 100), at('Montaflor', 400, 200)], plot)).toEqual([
    NAME_PLACES[0],
    NAME_PLACES[0],
  ]);
  // to the right of the first lies the second; above the third there is no room, nor to its right
  const [first, second, third] = placedNames(
    [at('Grandval', 100, 100), at('Montaflor', 120, 93), at('Supernelle', 590, 4)],
    plot,
  );
  expect([first?.dy, second?.dy]).toEqual([9, -7]);
  expect(third).toEqual({ align: 'right', dx: -8, dy: 9 });
});

it('leaves out a name that finds no place, and crosses a line only where all places do', () => {
  const crowd = Array.from({ length: 9 }, (_, k) =>
    at('Supernelle', 100 + 12 * (k % 3), 100 + 12 * Math.floor(k / 3)),
  );
  expect(placedNames(crowd, plot)[4]).toBeUndefined();
  const line = Array.from({ length: 100 }, (_, k) => ({ x: 6 * k, y: 93 }));
  expect(placedNames([at('Halterive', 100, 100)], plot, line)[0]?.dy).toBe(9);
});

it('keeps room around the outermost points, and a share under its whole', () => {
  const text = JSON.stringify(
    scatter(
      [at('Grandval', 10, 0.98), at('Montaflor', 1000, 0.2)].map((one) => ({
        ...one,
        colour: '#000',
        low: 0.1,
        high: 1,
      })),
      {
        width: 680,
        title: '',
        subtitle: '',
        xTitle: '',
        yTitle: '',
        xFormat: '',
        yFormat: '',
        xScale: 'log',
        yMost: 1,
      },
    ),
  );
  expect(text).toContain('"domain":[0,1.02]');
  expect(text).toMatch(/"domain":\[8\.69\d*,1150/);
  expect(text).toContain('"values":[10,20,50,100,200,500,1000]');
});
