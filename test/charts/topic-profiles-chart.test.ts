import { expect, it } from 'vitest';
import { topicProfilesChart } from '../../src/charts/topic-profiles-chart.js';
import { plain, written } from '../report/written.js';
import { drawn } from './drawing.js';

it.each([780, 330])('draws the stages of subjects that have any, at %i pixels', async (width) => {
  const metric = await written('topicProfiles', 'messages', {
    value: 3,
    rows: [
      { name: 'attente en caisse', n: 40, private: 12, public: 27, press: 1 },
      { name: 'bons de réduction', n: 8, private: 8, public: 0, press: 0 },
      { name: 'rien', n: 0, private: 0, public: 0, press: 0 },
    ],
  });
  const chart = topicProfilesChart(metric, { width });
  expect(plain(chart.alt)).toBe(
    'Barres de 100 %. attente en caisse : privé 12, public 27, presse 1 ; bons de réduction : privé 8, public 0, presse 0.',
  );
  expect((await drawn(chart.spec)).faults).toEqual([]);
});
