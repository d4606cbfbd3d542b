import { expect, it } from 'vitest';
import { metricHtml } from '../../src/report/index.js';
import { HOSTILE } from '../metrics/rich-rows.js';
import { plain, written } from './written.js';

it('shows a metric with names in words, numbers of the language and its interval', async () => {
  const rate = await written('responseRate', 'share', {
    value: 0.843,
    n: 511,
    low: 0.81,
    high: 0.87,
    rows: [
      { channel: 'facebook-comment', month: '2026-04', value: 0.301, low: 0.256, high: 0.351, n: 352 },
      { channel: 'email', month: null, value: 0.833, low: 0.771, high: 0.881, n: 174 },
    ],
  });
  const html = plain(metricHtml(rate, { rows: 1 }));
  expect(html).toMatch(
    /^<p><b>Mesure responseRate : 84,3 %<\/b> \(intervalle à 95 % : de 81,0 % à 87,0 % ; n = 511 dossiers\)/,
  );
  expect([...html.matchAll(/<th(?: [^>]*)?>([^<]*)</g)].map((match) => match[1])).toEqual([
    'Canal',
    'Mois',
    'Valeur',
    'Borne basse',
    'Borne haute',
    'n',
  ]);
  expect([...html.matchAll(/<td[^>]*>([^<]*)</g)].map((match) => match[1])).toEqual([
    'Facebook (commentaires)',
    'avril 2026',
    '30,1 %',
    '25,6 %',
    '35,1 %',
    '352',
  ]);
  expect(html).toContain('1 première ligne sur 2 ; toutes sont dans le classeur.');
  expect(metricHtml(rate, { language: 'en' })).toContain('84.3%');
});

it('shows no row where none is asked for, of days neither', async () => {
  const rows = ['2026-05-01', '2026-05-02'].map((day) => ({ day, n: 3 }));
  const volume = await written('messageVolume', 'messages', { value: 6, n: 6, rows });
  expect(metricHtml(volume, { rows: 0 })).not.toContain('<td');
});

it('says why a metric was not measured, and keeps hostile texts as texts', async () => {
  const none = await written('spillRate', 'share', { value: null, n: 0 });
  expect(plain(metricHtml({ ...none, notMeasured: { fr: 'aucun dossier', en: 'no case' } }))).toBe(
    '<p><b>Mesure spillRate</b> (aucun dossier)</p>',
  );
  const hostile = await written('topicShares', 'share', { value: 1, rows: [{ name: HOSTILE, n: 1 }] });
  expect(metricHtml(hostile)).not.toMatch(/<script|<img/i);
});

it('shows the columns that are chosen, in their order', async () => {
  const texts = await written('crisisTexts', 'messages', {
    value: 2,
    n: 2,
    rows: [
      { sheetId: 'a', role: 'first', stage: 'public', text: 'Un éclat dans la compote' },
      { sheetId: 'a', role: 'headline', stage: 'press', text: 'Brindaure rappelle ses compotes' },
    ],
  });
  const html = plain(metricHtml(texts, { columns: ['text', 'role', 'nowhere'] }));
  expect([...html.matchAll(/<td[^>]*>([^<]*)</g)].map((match) => match[1])).toEqual([
    'Un éclat dans la compote',
    'Premier message',
    'Brindaure rappelle ses compotes',
    'Titre de presse',
  ]);
});

it('prints what a measure did in the style of that measure', async () => {
  const change = await written('periodChange', 'messages', {
    value: 2,
    n: 2,
    rows: [
      { metric: 'spillRate', previous: 0.061, current: 0.083, previousN: 258, n: 261, difference: 0.022 },
      {
        metric: 'netSentimentScore',
        previous: -0.33,
        current: -0.37,
        previousN: 900,
        n: 1757,
        difference: -0.04,
      },
    ],
  });
  const html = plain(metricHtml(change));
  expect([...html.matchAll(/<td[^>]*>([^<]*)</g)].map((match) => match[1])).toEqual([
    'Taux de débordement',
    '6,1 %',
    '8,3 %',
    '258',
    '261',
    '+2,2 points',
    'Score net de tonalité',
    '−0,33',
    '−0,37',
    '900',
    '1 757',
    '−0,04',
  ]);
});
