import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../../src/model/index.js';
import { priorityFinding } from '../../../../src/report/story/findings/priorities.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

const told = (metrics: readonly Metric[]): Finding[] => priorityFinding(telling(metrics));

const driverRow = (driver: string, effortShare: number, rate: number, priority: string) => ({
  sure: true,
  driver,
  effortShare,
  rate,
  low: rate / 1.5,
  high: rate * 1.5,
  n: 80,
  priority,
});

describe('what to treat first', () => {
  it('names drivers that cost and overflow', async () => {
    const [finding] = told([
      await written('driverEffort', 'cases', {
        value: 3,
        rows: [
          driverRow('taste', 0.4, 0.2, 'root'),
          driverRow('price', 0.3, 0.05, 'simplify'),
          driverRow('store', 0.1, 0.3, 'watch'),
        ],
      }),
    ]);
    expect(plain(finding?.title ?? '')).toBe(
      '« Goût » occupe 40,0 % des échanges privés, et 20,0 % de ses plaintes débordent',
    );
    expect(finding?.chart?.series[0]?.marks.map(({ across, value }) => [across, value])).toEqual([
      [0.4, 0.2],
      [0.3, 0.05],
      [0.1, 0.3],
    ]);
    expect(finding?.text).toBe('');
    // no spill rate: nothing divides the chart but its means
    expect(finding?.chart?.levels).toBeUndefined();
  });

  it('tells bounds far apart of what a driver costs in place of the share between them', async () => {
    const [finding] = told([
      await written('driverEffort', 'cases', {
        value: 3,
        rows: [
          { ...driverRow('taste', 0.4, 0.2, 'root'), effortLow: 0.15, effortHigh: 0.6 },
          driverRow('price', 0.3, 0.05, 'simplify'),
          driverRow('store', 0.1, 0.3, 'watch'),
        ],
      }),
    ]);
    expect(plain(finding?.title ?? '')).toContain('occupe entre 15,0 % et 60,0 % des échanges privés');
  });

  it('draws strong what surely overflows more, and says where nothing does', async () => {
    const rows = ['taste', 'price', 'store'].map((driver, at) => ({
      ...driverRow(driver, 0.3, 0.2, at < 2 ? 'root' : 'keep'),
      sure: false,
    }));
    const strong = async (sure: boolean): Promise<unknown[]> => {
      const [finding] = told([
        await written('driverEffort', 'cases', { value: 2, rows: rows.map((row) => ({ ...row, sure })) }),
      ]);
      expect(plain(finding?.text ?? '')).toBe(
        sure
          ? 'Au-dessus de la moyenne sur les deux plans aussi : « Prix ».'
          : '« Goût » occupe 30,0 % des échanges privés, et 20,0 % de ses plaintes débordent, sans écart sûr avec les autres motifs.',
      );
      // a title without the driver counts only where what is counted names it
      expect(plain(finding?.evidence ?? '')).toMatch(
        sure ? /n = 80 dossiers$/ : /n = 80 plaintes privées du motif « Goût »$/,
      );
      return finding?.chart?.series[0]?.marks.map((mark) => mark.strong === true) ?? [];
    };
    expect(await strong(true)).toEqual([true, true, false]);
    // what nothing establishes is not drawn
    expect(await strong(false)).toEqual([]);
  });

  it('tells bounds far apart in place of the rate between them', async () => {
    const rows = ['taste', 'price', 'store'].map((driver) => ({
      ...driverRow(driver, 0.4, 0.12, 'root'),
      low: 0.04,
      high: 0.34,
    }));
    const [finding] = told([await written('driverEffort', 'cases', { value: 3, rows })]);
    expect(plain(finding?.title ?? '')).toBe(
      '« Goût » occupe 40,0 % des échanges privés, et entre 4,0 % et 34,0 % de ses plaintes débordent',
    );
  });

  it('divides the chart at an even share and at the spill rate of all', async () => {
    const [finding] = told([
      await written('driverEffort', 'cases', {
        value: 3,
        rows: ['taste', 'price', 'store', 'staff'].map((driver) => driverRow(driver, 0.3, 0.2, 'root')),
      }),
      await written('spillRate', 'share', { value: 0.12, low: 0.1, high: 0.2 }),
    ]);
    expect(finding?.chart?.levels).toEqual([0.25, 0.12]);
  });

  it('tells the floor of each driver where only a floor is told of the whole', async () => {
    const drivers = ['taste', 'price', 'store'];
    const [finding] = told([
      await written('driverEffort', 'cases', {
        value: 3,
        rows: drivers.map((driver) => driverRow(driver, 0.3, 0.2, 'root')),
      }),
      await written('spillRate', 'share', {
        value: 0.2,
        low: 0.1,
        high: 0.9,
        rows: ['', ...drivers].map((driver) => ({
          by: driver === '' ? 'total' : 'driver',
          driver,
          n: 80,
          seen: 0.06,
          seenLow: 0.05,
          seenHigh: 0.08,
        })),
      }),
    ]);
    expect(plain(finding?.title ?? '')).toBe(
      '« Goût » occupe 30,0 % des échanges privés, et l’on voit déborder 6,0 % de ses plaintes (un plancher)',
    );
    expect(finding?.figures[0]).toMatchObject({ metric: 'spillRate', value: 0.06, low: 0.05, high: 0.08 });
    expect(finding?.chart?.series[0]?.marks.map(({ value }) => value)).toEqual([0.06, 0.06, 0.06]);
  });

  it('puts first what surely overflows more than the others, and says so where none does', async () => {
    const row = (driver: string, effortShare: number, sure: boolean) => ({
      driver,
      effortShare,
      rate: 0.2,
      low: 0.1,
      high: 0.3,
      n: 80,
      priority: 'root',
      sure,
    });
    const of = async (...sure: readonly boolean[]): Promise<Finding | undefined> =>
      told([
        await written('driverEffort', 'cases', {
          value: 3,
          rows: ['taste', 'price', 'store'].map((driver, at) =>
            row(driver, 0.4 - at / 10, sure[at] === true),
          ),
        }),
      ])[0];
    const one = await of(false, true, true);
    expect(plain(one?.title ?? '')).toMatch(/^« Prix » occupe 30,0 %/);
    expect(plain(one?.text ?? '')).toBe('Au-dessus de la moyenne sur les deux plans aussi : « Magasin ».');
    const none = await of(false, false, false);
    expect(plain(none?.title ?? '')).toBe(
      'Aucun motif ne se détache à la fois par ce qu’il coûte et par ce qui en déborde',
    );
    expect(plain(none?.text ?? '')).toMatch(
      /^« Goût » occupe 40,0 %.*, sans écart sûr avec les autres motifs\.$/,
    );
  });
});
